import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { equal } from '../equal.ts';
import { crossings, RULES } from './import-table.ts';
import { together, withPlantedTree } from './planted-tree.ts';
import { importing, PLANTS } from './plants.ts';

const CORE_ORDER =
  'kernel log scheme access criteria parties fees selection determination review decision attestation case surveillance appeals register procurement'.split(
    ' ',
  );

/** ARCHITECTURE.md, "Who may import whom", a second time and by hand: a slip in the rules must not excuse itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  i18n: [],
  formats: ['core'],
  verify: ['core', 'formats'],
  db: ['core'],
  app: ['core', 'db', 'formats'],
  adapters: ['core'],
  web: ['app', 'core', 'i18n', 'formats', 'verify'],
  api: ['app', 'core', 'i18n', 'formats', 'verify'],
  cli: ['app', 'core', 'i18n', 'formats', 'verify'],
  jobs: ['app', 'core', 'i18n', 'formats', 'verify'],
  entry: ['core', 'i18n', 'formats', 'verify', 'db', 'app', 'adapters', 'web', 'api', 'cli', 'jobs'],
};
const FOLDERS = Object.keys(MAY_IMPORT);

const inside = (folder: string, name: string): string => `src/${folder === 'core' ? 'core/kernel' : folder}/${name}.ts`;

type Pair = { readonly from: string; readonly to: string };

const pairs = (names: readonly string[]): readonly Pair[] =>
  names.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to })));

/** Plants every pair at once and names those the table refuses, each with the rule that did. */
async function refusedPairs(
  all: readonly Pair[],
  at: (name: string, file: string) => string,
): Promise<readonly string[]> {
  const files = all.map(({ from, to }) => importing(at(from, `uses-${to}`), at(to, 'used')));
  const { summary } = await withPlantedTree(together(...files), crossings);
  return summary.violations.map((found) => `${found.rule.name}: ${found.from} > ${found.to}`).sort();
}

describe('the import table', () => {
  for (const { rule, breach, files } of PLANTS) {
    test(`${rule} fires when ${breach}`, async () => {
      const { summary } = await withPlantedTree(files, crossings);
      equal([...new Set(summary.violations.map((found) => found.rule.name))], [rule]);
    });
  }

  test('each folder of src imports the folders the table names and no others', async () => {
    const expected = pairs(FOLDERS)
      .filter(({ from, to }) => MAY_IMPORT[from]?.includes(to) !== true)
      .map(({ from, to }) => `${from}-imports: ${inside(from, `uses-${to}`)} > ${inside(to, 'used')}`);
    equal(await refusedPairs(pairs(FOLDERS), inside), expected.sort());
  });

  test('each subject of the core imports only the subjects before it (ISO/IEC 17000, functional approach)', async () => {
    const at = (subject: string, file: string): string => `src/core/${subject}/${file}.ts`;
    const expected = pairs(CORE_ORDER)
      .filter(({ from, to }) => CORE_ORDER.indexOf(to) > CORE_ORDER.indexOf(from))
      .map(({ from, to }) => `core-${from}-before-later: ${at(from, `uses-${to}`)} > ${at(to, 'used')}`);
    equal(await refusedPairs(pairs(CORE_ORDER), at), expected.sort());
  });

  test('what the table allows beside its folders passes', async () => {
    const files = together(
      importing('src/adapters/clock.ts', 'src/app/ports.ts'),
      importing('src/entry/main.ts', 'testing/world/mail.ts'),
      importing('src/core/log/a.test.ts', 'testing/builders.ts'),
      { 'src/core/log/b.test.ts': "import 'node:test';\nimport 'node:assert/strict';\nimport 'fast-check';\n" },
      { 'src/db/connect.ts': "import 'pg';\nimport '@electric-sql/pglite';\n", 'src/entry/serve.ts': "import 'pg';\n" },
      { 'src/web/pages.ts': "import 'hono';\n", 'src/formats/digest.ts': "import 'node:crypto';\nimport 'zod';\n" },
      { 'src/verify/verify.test.ts': "import 'node:test';\nimport 'fast-check';\n" },
    );
    equal((await withPlantedTree(files, crossings)).summary.violations, []);
  });

  test('of app, adapters may import the ports alone', async () => {
    const { summary } = await withPlantedTree(importing('src/adapters/a.ts', 'src/app/label/grant.ts'), crossings);
    equal([summary.violations.map((found) => found.rule.name)], [['adapters-imports']]);
  });

  test('no rule is without a planted breach', () => {
    const grids = [
      ...FOLDERS.map((name) => `${name}-imports`),
      ...CORE_ORDER.map((name) => `core-${name}-before-later`),
    ];
    const planted = new Set([...PLANTS.map((one) => one.rule), ...grids]);
    equal(
      RULES.filter((rule) => !planted.has(rule)),
      [],
    );
  });
});

describe('the tree', () => {
  test('keeps to the import table, every module and its imports having been seen', async () => {
    const { modules, summary } = await crossings(process.cwd());
    equal(summary.violations, []);
    const seen = new Map(modules.map((module) => [module.source, module.dependencies.length]));
    const onDisk = globSync('{src,testing,journeys,bench}/**/*.ts');
    assert.ok(onDisk.length > 0);
    equal(
      onDisk.filter((path) => !seen.has(path)),
      [],
    );
    const importers = onDisk.filter((path) => /^import [^;]*? from '\.{1,2}\//m.test(readFileSync(path, 'utf8')));
    equal(
      importers.filter((path) => seen.get(path) === 0),
      [],
    );
  });
});
