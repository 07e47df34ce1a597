#!/usr/bin/env node
// npm links a command only to a file that is there at install time, which dist/ is not.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('Chưa dựng chương trình. Chạy trước: npm run build');
  process.exit(1);
}
await import(main.href);
