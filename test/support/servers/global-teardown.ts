export default async function globalTeardown(): Promise<void> {
  await (globalThis as { donDocTeardown?: () => Promise<void> }).donDocTeardown?.();
}
