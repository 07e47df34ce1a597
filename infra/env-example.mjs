// Writes .env.example from the schema of libs/config; with --check it only says whether the file is current.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../.env.example', import.meta.url));
const { renderEnvExample } = await import('../libs/config/dist/index.js').catch(() => {
  console.error('Chưa có libs/config/dist. Chạy trước: npx tsc -b libs/config');
  process.exit(1);
});
const wanted = renderEnvExample();

if (!process.argv.includes('--check')) {
  await writeFile(file, wanted);
  console.log('Đã ghi .env.example.');
} else if ((await readFile(file, 'utf8').catch(() => '')) !== wanted) {
  console.error('.env.example khác với libs/config. Chạy: node infra/env-example.mjs');
  process.exit(1);
}
