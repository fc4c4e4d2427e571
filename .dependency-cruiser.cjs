/**
 * "Who may import whom" of ARCHITECTURE.md, as rules. The two tables below are the decision; everything after them only
 * spells them out. Each rule is broken on purpose in testing/boundaries, which expects exactly that rule to fire.
 */

/** The subjects of the core: each may use itself and those before it. */
const CORE_ORDER = [
  'kernel',
  'log',
  'scheme',
  'access',
  'criteria',
  'parties',
  'fees',
  'selection',
  'determination',
  'review',
  'decision',
  'attestation',
  'case',
  'surveillance',
  'appeals',
  'register',
  'procurement',
];

/** The folders of src, and what each may use besides itself. */
const FACE = ['app/', 'core/', 'i18n/', 'formats/', 'verify/'];
const MAY_IMPORT = {
  core: [],
  i18n: [],
  formats: ['core/'],
  verify: ['core/', 'formats/'],
  db: ['core/'],
  app: ['core/', 'db/', 'formats/'],
  adapters: ['core/', 'app/ports.ts$'],
  web: FACE,
  api: FACE,
  cli: FACE,
  jobs: FACE,
  entry: [''],
};

const FOLDERS = Object.keys(MAY_IMPORT);
const TEST = '[.]test[.]ts$';
const TEST_TOOLS = ['^(node:)?(test|assert)(/|$)', '(^|/)node_modules/fast-check/', '^testing/'];
const packages = (...names) => names.map((name) => `(^|/)node_modules/(@types/)?${name}/`);

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A rule about files, also those that import nothing: they would have to import a module that cannot exist. */
const forbidFile = (name, comment, path, pathNot) => ({
  name,
  comment,
  severity: 'error',
  module: { path, pathNot },
  to: { path: '^$' },
});

const folderRules = Object.entries(MAY_IMPORT).map(([folder, others]) =>
  forbid(
    `${folder}-imports`,
    `${folder} may import itself${others.map((other) => `, ${other || 'everything'}`).join('')}`,
    { path: `^src/${folder}/` },
    { path: '^src/', pathNot: [`${folder}/`, ...others].map((other) => `^src/${other}`) },
  ),
);

const orderRules = CORE_ORDER.slice(0, -1).map((subject, place) =>
  forbid(
    `core-${subject}-before-later`,
    'the import direction of the core is the order of the functional approach (ISO/IEC 17000)',
    { path: `^src/core/${subject}/` },
    { path: `^src/core/(${CORE_ORDER.slice(place + 1).join('|')})/` },
  ),
);

/** Folders that use nothing but the language: neither packages nor node:*. Their tests may use the tools of tests. */
const pureRules = ['core', 'i18n'].flatMap((folder) => {
  const outside = { pathNot: ['^src/', '^testing/'], couldNotResolve: false };
  return [
    forbid(
      `${folder}-is-pure`,
      `${folder} uses no package and no node:*`,
      { path: `^src/${folder}/`, pathNot: TEST },
      outside,
    ),
    forbid(
      `${folder}-tests-are-pure`,
      `tests in ${folder} use node:test, node:assert and fast-check only`,
      { path: `^src/${folder}/.*${TEST}` },
      { ...outside, pathNot: [...outside.pathNot, ...TEST_TOOLS] },
    ),
  ];
});

module.exports = {
  forbidden: [
    ...folderRules,
    ...orderRules,
    ...pureRules,
    forbid(
      'verify-runs-anywhere',
      'verify and the formats it needs run in a browser as they are: nothing outside src may be reached from it',
      { path: '^src/verify/', pathNot: TEST },
      { pathNot: '^src/', reachable: true },
    ),
    forbid(
      'driver-in-db-and-entry',
      'only db and entry know the database driver',
      { path: '^src/', pathNot: '^src/(db|entry)/' },
      { path: packages('pg', 'pg-cursor', '@electric-sql/[^/]+') },
    ),
    forbid(
      'hono-in-web-api-entry',
      'only web, api and entry know the web framework',
      { path: '^src/', pathNot: '^src/(web|api|entry)/' },
      { path: packages('hono', '@hono/[^/]+') },
    ),
    forbid(
      'src-without-testing',
      'what ships does not need the test tools; tests do, and the demonstration ships testing/world',
      { path: '^src/', pathNot: [TEST, '^src/entry/'] },
      { path: '^(testing|journeys|bench)/' },
    ),
    forbid(
      'entry-uses-the-world-only',
      'of testing, entry uses the simulated world of the demonstration and nothing else',
      { path: '^src/entry/', pathNot: TEST },
      { path: '^(testing|journeys|bench)/', pathNot: '^testing/world(/|[.]ts$)' },
    ),
    forbid(
      'tests-use-testing-only',
      'a test beside its source uses testing, never journeys or bench',
      { path: `^src/.*${TEST}` },
      { path: '^(journeys|bench)/' },
    ),
    forbid(
      'test-tools-in-tests',
      'node:test and node:assert belong to tests',
      { path: '^src/', pathNot: TEST },
      { path: '^(node:)?(test|assert)(/|$)' },
    ),
    forbid(
      'shipped-without-dev-dependencies',
      'src and the simulated world ship, development packages do not',
      { path: '^(src|testing/world)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'nobody-imports-entry',
      'entry is wiring; whoever needs it starts it as a process',
      { pathNot: '^src/' },
      { path: '^src/entry/' },
    ),
    forbid('nobody-imports-tests', 'a test is where imports end', {}, { path: TEST }),
    forbid('no-cycles', 'a cycle has no order to be read in', {}, { circular: true }),
    forbid('nothing-unresolvable', 'every import leads somewhere', {}, { couldNotResolve: true }),
  ],
  required: [
    forbidFile(
      'no-folder-outside-the-list',
      'a new folder of src is a decision',
      '^src/',
      `^src/(${FOLDERS.join('|')})/`,
    ),
    forbidFile(
      'no-core-subject-outside-the-list',
      'a new subject of the core is a decision',
      '^src/core/',
      `^src/core/(${CORE_ORDER.join('|')})/`,
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
