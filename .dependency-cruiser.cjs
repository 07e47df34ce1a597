const { rooms, SPECS, HOUSE } = require('./infra/house/import-table.cjs');

const filesOf = (name) => rooms.find((room) => room.name === name).files;
const inPackages = (names) => names.map((name) => `(?:^|/)node_modules/${name}/`);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const roomRules = rooms.flatMap(({ name, files, except, own = files, rooms: open, packages, without, node }) => {
  const from = { path: files, ...(except && { pathNot: except }) };
  const fromSource = { path: files, pathNot: [SPECS, ...(except ? [except] : [])] };
  const rules = [
    {
      name: `${name}: rooms`,
      comment: `${name} may import ${open.join(', ') || 'no other room'}.`,
      severity: 'error',
      from,
      to: { path: HOUSE, pathNot: [own, ...open.map(filesOf)] },
    },
  ];
  if (packages ?? without) {
    const to = packages
      ? { path: '(?:^|/)node_modules/', pathNot: inPackages(packages) }
      : { path: inPackages(without) };
    const comment = packages ? `${name} may use ${packages.join(', ') || 'no package'}.` : `not in ${name}`;
    rules.push({ name: `${name}: packages`, comment, severity: 'error', from: fromSource, to });
  }
  if (!node) {
    rules.push({
      name: `${name}: node`,
      comment: `${name} runs where Node's modules are not, or must not be felt.`,
      severity: 'error',
      from: fromSource,
      to: { dependencyTypes: ['core'] },
    });
  }
  return rules;
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'by-name',
      comment: 'Another room is entered by its name (@don-doc/…), never by a path through its wall.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps/[^/]+|workflows|activities|infra|test)/' },
      to: { path: HOUSE, pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'no-circular',
      comment: 'Types may point at each other; what runs may not. Entities are tied by TypeORM when all are loaded.',
      severity: 'error',
      from: { pathNot: ['^libs/persistence/src/.*entities/', '^libs/persistence/src/.*\\.entity\\.ts$'] },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '(?:^|/)index\\.ts$',
          '\\.config\\.ts$',
          '\\.d\\.ts$',
          SPECS,
          '\\.test\\.ts$',
          '^test/support/servers/global-',
          '^test/support/jest/',
          '\\.[cm]js$',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.spec.json' },
    doNotFollow: { path: 'node_modules' },
    // Ours only: a package whose entry lies in its own dist/ must be seen.
    exclude: { path: ['^(?:libs/[^/]+|apps/[^/]+|workflows|activities|infra)/dist/', '^\\.don-doc/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default', 'require'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
  },
};
