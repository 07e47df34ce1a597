// npm start: builds what has changed, then brings up everything on this machine (infra/src/local/start.ts).
// npm start -- --port 8080 --data THƯ_MỤC
import { ensureBuilt } from './build.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Cần Node.js 20.19 trở lên; máy đang dùng ${process.versions.node}. Cài bản mới rồi chạy lại.`);
  process.exit(1);
}

try {
  await ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { start } = await import('./dist/local/start.js');
process.exit(await start(process.argv.slice(2)));
