import { bring } from './openapi/write.js';

/** `node apps/api/dist/openapi.js` writes the published API and its client; `--check` fails where they would differ. */
const check = process.argv.includes('--check');
const changed = await bring(new URL('../../../libs/contracts/src/http/generated/', import.meta.url), check);
if (changed.length > 0)
  process.stdout.write(
    `${check ? 'Khác với mã nguồn, chạy: node apps/api/dist/openapi.js' : 'Đã ghi'} (${changed.join(', ')})\n`,
  );
process.exit(check && changed.length > 0 ? 1 : 0);
