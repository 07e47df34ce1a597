import { createRequire } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const { rooms } = createRequire(import.meta.url)('./infra/house/import-table.cjs');

const ZONE = 'Đặt tên múi giờ: the host zone is nobody’s. Use the helpers of libs/domain or name Asia/Ho_Chi_Minh.';
const TIME = 'Time enters as an argument here: the plan has a clock of its own, and a workflow must replay.';

/** Whatever reads or writes a date in the zone of the machine. */
const hostZone = [
  'MemberExpression[property.name=/^(get|set)(Year|FullYear|Month|Date|Day|Hours|Minutes|Seconds)$/]',
  'MemberExpression[property.name="getTimezoneOffset"]',
  'NewExpression[callee.name="Date"][arguments.length>1]',
  'CallExpression[callee.property.name=/^toLocale(Date|Time)String$/]:not(:has(Property[key.name="timeZone"]))',
  'CallExpression[callee.property.name="toLocaleString"][callee.object.type="NewExpression"]:not(:has(Property[key.name="timeZone"]))',
  ':matches(NewExpression, CallExpression)[callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"]))',
].map((selector) => ({ selector, message: ZONE }));

/** Whatever gives another answer the second time. */
const impure = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: TIME },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TIME },
  { selector: 'CallExpression[callee.name="Date"]', message: TIME },
  { selector: 'MemberExpression[object.name="performance"]', message: TIME },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance enters as an argument here: the same facts must give the same answer.',
  },
];

const skippedTests = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/], CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'A test runs or is removed.',
  },
];

const syntax = (...groups) => ['error', ...groups.flat()];
const escaped = (name) => name.replace(/[/]/g, '\\/');

/** The import table for the editor; dependency-cruiser proves it on what the imports resolve to. */
const roomConfigs = rooms.flatMap(({ name, files, except, rooms: open, packages, without, node }) => {
  const inRoom = files.startsWith('^apps/api/src/.*') ? null : `${files.slice(1)}**/*.{ts,tsx}`;
  if (!inRoom) return [];
  const lets = [...open, ...(except ? ['persistence'] : [])].map(escaped).join('|');
  const ofRooms = {
    regex: lets ? `^@don-doc\\/(?!(?:${lets})$)` : '^@don-doc\\/',
    message: `${name} may import ${open.join(', ') || 'no other room'} (house.md).`,
  };
  const throughWalls = {
    regex: '^(?:\\.\\.\\/)+(?:libs|apps|workflows|activities|infra|[a-z-]+\\/src)\\/',
    message: 'Enter another room by its name.',
  };
  const ofPackages = packages && {
    regex: `^(?!\\.|@don-doc\\/|node:|(?:${packages.map(escaped).join('|') || '\\b\\B'})(?:\\/|$))`,
    message: `${name} may use ${packages.join(', ') || 'no package'} (house.md).`,
  };
  const notPackages = without && {
    regex: `^(?:${without.map(escaped).join('|')})(?:\\/|$)`,
    message: `Not in ${name} (house.md).`,
  };
  const noNode = !node && { regex: '^node:', message: `${name} runs where Node's modules are not (house.md).` };
  const source = [ofRooms, throughWalls, ofPackages, notPackages, noNode].filter(Boolean);
  const rule = '@typescript-eslint/no-restricted-imports';
  return [
    { files: [inRoom], rules: { [rule]: ['error', { patterns: source }] } },
    {
      files: [inRoom.replace('*.{ts', '*.spec.{ts')],
      rules: { [rule]: ['error', { patterns: [ofRooms, throughWalls] }] },
    },
  ];
});

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    '.don-doc/',
    'coverage/',
    '**/*.generated.*',
    'test/replay/histories/',
  ]),
  // No rule is switched off from inside a file.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'AbortController',
          'AbortSignal',
          'performance',
          'TextDecoder',
          'structuredClone',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-restricted-syntax': syntax(hostZone) },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly' } } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.spec.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Classes that Nest injects stay values: the rule knows by emitDecoratorMetadata.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['warn', 350],
      'no-restricted-globals': [
        'error',
        {
          name: 'Temporal',
          message: 'The workflow sandbox does not patch the host’s Temporal: import it from temporal-polyfill.',
        },
      ],
      'no-restricted-syntax': syntax(hostZone),
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './apps/web/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  },
  ...roomConfigs,
  {
    files: ['libs/domain/src/**/*.ts', 'workflows/src/**/*.ts'],
    rules: { 'no-restricted-syntax': syntax(hostZone, impure) },
  },
  { files: ['**/*.{spec,test}.{ts,tsx}'], rules: { 'no-restricted-syntax': syntax(hostZone, skippedTests) } },
  { files: ['apps/cli/**', 'infra/**', 'test/**'], rules: { 'no-console': 'off' } },
);
