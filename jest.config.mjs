import { esmPackages } from './test/support/jest/esm-packages.mjs';

// What a server runs in, and not what the developer's machine happens to be in. Jest's workers inherit it.
process.env.TZ = 'UTC';

/** Source is ESM; Jest runs it as CommonJS, because its own ESM mode breaks on packages that require ESM ones. */
const swc = (parser) => [
  '<rootDir>/test/support/jest/transform.cjs',
  {
    // Without this, swc would look for a .swcrc in every folder it meets.
    swcrc: false,
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
  },
];

// Nested copies too (node_modules/a/node_modules/b), hence no anchor at the root.
// CommonJS that asks for ESM by import(), which Jest's sandbox refuses as it stands.
const importers = ['@fastify/cookie', '@fastify/static'];
const esm = [...esmPackages(import.meta.dirname), ...importers].map((name) => name.replace(/[.+]/g, '\\$&')).join('|');

const shared = {
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/support/jest/patience.ts'],
  resolver: '<rootDir>/test/support/jest/resolver.cjs',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true, decorators: true }),
    '\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  // A .mjs file is ESM wherever it lies; a .js file is where its package says so.
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esm})/)(?!.*\\.mjs$)`],
  moduleNameMapper: {
    // What Vite turns into a URL or a style sheet.
    '\\.(css|svg|png|woff2)$': '<rootDir>/test/support/jest/asset.cjs',
    '^@don-doc/contracts/(temporal|http)$': '<rootDir>/libs/contracts/src/$1/index.ts',
    '^@don-doc/(workflows|activities|infra)$': '<rootDir>/$1/src/index.ts',
    '^@don-doc/(api|worker|cli)$': '<rootDir>/apps/$1/src/index.ts',
    '^@don-doc/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/\\.don-doc/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

export default {
  maxWorkers: 2,
  // A worker that has grown is replaced between files: a big one is slow to end.
  workerIdleMemoryLimit: '768MB',
  // Never forceExit: what a test leaves open must hang it, not be swept away.
  openHandlesTimeout: 3000,
  reporters: ['default', '<rootDir>/test/support/jest/no-skips-reporter.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/{libs,apps,workflows,activities,infra}/**/*.spec.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'architecture',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/test/architecture/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '<rootDir>/test/architecture/'],
      globalSetup: '<rootDir>/test/support/servers/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/servers/global-teardown.ts',
    },
  ],
};
