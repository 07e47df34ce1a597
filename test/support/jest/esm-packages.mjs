import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of installed packages whose .js files are ESM, read from what is installed so that no list grows old. */
export function esmPackages(root) {
  const names = new Set();
  const workspaces = [
    '.',
    'apps/api',
    'apps/worker',
    'apps/cli',
    'apps/web',
    'infra',
    'test',
    'workflows',
    'activities',
  ];
  for (const workspace of workspaces) scan(join(root, workspace, 'node_modules'), names);
  for (const lib of readdirSync(join(root, 'libs'))) scan(join(root, 'libs', lib, 'node_modules'), names);
  return [...names].sort();
}

function scan(folder, names) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith('.')) continue;
    const inScope = entry.startsWith('@')
      ? readdirSync(join(folder, entry)).map((name) => `${entry}/${name}`)
      : [entry];
    for (const name of inScope) {
      const home = join(folder, name);
      // Our own workspaces are links; the module name mapper sends those to their source.
      if (lstatSync(home).isSymbolicLink()) continue;
      if (isEsm(home)) names.add(name);
      scan(join(home, 'node_modules'), names);
    }
  }
}

/** The package itself, or a build folder of it that carries its own package.json with "type". */
function isEsm(home) {
  const manifest = join(home, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
}
