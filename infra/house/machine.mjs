import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** Programs that tests use and npm cannot bring: [what for, any of these commands, Debian packages]. */
const PROGRAMS = [
  ['thử trang web', ['chromium', 'chromium-browser', 'google-chrome'], ['chromium']],
  [
    'đọc lại văn bản Word và Excel đã xuất',
    ['soffice', 'libreoffice'],
    ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
  ],
  ['đọc lại văn bản PDF đã xuất', ['pdftotext'], ['poppler-utils']],
];

function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs what the machine lacks where that may be done (root and apt-get); else says what to install. */
export async function preparePrograms(say) {
  const lacking = PROGRAMS.filter(([, commands]) => !commands.some(onPath));
  if (lacking.length === 0) return;
  const packages = lacking.flatMap(([, , names]) => names);
  for (const [purpose, [command]] of lacking) say(`Máy chưa có ${command} (${purpose}).`);
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    say(`Hãy cài rồi chạy lại: sudo apt-get install ${packages.join(' ')}`);
    return;
  }
  say(`Đang cài: ${packages.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-q'], { env });
  const install = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  if (install.code === 0) say('Đã cài xong.');
  else
    say(
      `apt-get không cài được:\n${(update.code ? update.output : install.output).trim().split('\n').slice(-5).join('\n')}`,
    );
}

/** Temporal's command line (it holds the development server) and its time-skipping test server. Needs the build. */
export async function prepareTemporal(say) {
  const infra = await import('../dist/index.js');
  for (const find of [infra.findTemporalCli, infra.findTestServer]) {
    await find({ onProgress: say });
  }
}
