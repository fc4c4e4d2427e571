import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { equal } from '../equal.ts';

/** Rules that need no types can be asked about files that do not exist; those that do, about files that do. */
const untyped = new ESLint({ overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }] });
const typed = new ESLint();

async function complaints(linter: ESLint, filePath: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await linter.lintText(code, { filePath });
  return [...new Set((result?.messages ?? []).map((message) => message.ruleId))];
}

type Breach = readonly [rule: string, where: string, code: string, elsewhere?: string];

const DOC = '/** What it means. */\n';
const long = (lines: number): string => 'it();\n'.repeat(lines);

/** Each breaks one rule where it lies; where a fourth part is given, the same code is in order there. */
const BREACHES: readonly Breach[] = [
  ['no-restricted-globals', 'src/app/a.ts', 'new Date();\n', 'src/adapters/a.ts'],
  ['no-restricted-globals', 'src/core/log/a.test.ts', 'new Date();\n', 'testing/a.ts'],
  ['no-restricted-globals', 'src/core/log/a.ts', 'fetch(x);\n', 'src/jobs/a.ts'],
  ['no-restricted-globals', 'src/verify/a.ts', 'Buffer.from(x);\n', 'src/formats/a.ts'],
  ['no-restricted-properties', 'src/web/a.ts', 'Temporal.Now.instant();\n', 'src/entry/a.ts'],
  ['no-restricted-properties', 'src/db/a.ts', 'Math.random();\n', 'bench/a.ts'],
  ['no-restricted-properties', 'src/app/a.test.ts', 'assert.deepStrictEqual(a, b);\n'],
  ['no-restricted-properties', 'testing/a.test.ts', 'assert.deepEqual(a, b);\n'],
  ['no-restricted-imports', 'src/app/a.test.ts', "import assert from 'node:assert';\nassert.ok(a);\n"],
  [
    'no-restricted-imports',
    'journeys/a.test.ts',
    "import { deepEqual } from 'node:assert/strict';\ndeepEqual(a, b);\n",
  ],
  ['no-console', 'src/app/a.ts', 'console.log(a);\n', 'src/cli/a.ts'],
  ['no-restricted-exports', 'src/web/a.ts', 'export default a;\n', 'some.config.ts'],
  ['no-warning-comments', 'testing/a.ts', '// later: ' + 'to' + 'do\n'],
  ['no-restricted-syntax', 'src/web/a.ts', "say('有効');\n", 'src/i18n/ja/label.ts'],
  ['no-restricted-syntax', 'src/app/a.ts', 'say(`${a}のラベル`);\n', 'src/formats/a.ts'],
  ['jsdoc/require-jsdoc', 'src/core/log/a.ts', 'export const a = 1;\n', 'src/web/a.ts'],
  ['jsdoc/require-jsdoc', 'src/formats/a.ts', 'export type A = string;\n', 'src/formats/a.test.ts'],
  ['jsdoc/require-jsdoc', 'src/db/a.ts', 'export function a(): void {}\n'],
  ['jsdoc/require-jsdoc', 'src/app/a.ts', 'export const a = (): number => 1;\n', 'src/cli/a.ts'],
  ['max-lines', 'src/web/a.ts', long(251), 'src/i18n/ja/label.ts'],
  ['max-lines-per-function', 'src/web/a.ts', `export function a(): void {\n${long(50)}}\n`, 'src/web/a.test.ts'],
  ['max-params', 'src/app/a.ts', `${DOC}export const a = (b: B, c: B, d: B, e: B, f: B): B => b + c + d + e + f;\n`],
  ['complexity', 'src/app/a.ts', `${DOC}export const a = (b: B): B => ${'b ? 1 : '.repeat(10)} 2;\n`],
];

const FLOATING = "import { test } from 'node:test';\ntest('a', () => undefined);\n";

describe('the house rules', () => {
  for (const [rule, where, code, elsewhere] of BREACHES) {
    test(`${rule} objects in ${where} to ${JSON.stringify(code.slice(0, 40))}`, async () => {
      equal(await complaints(untyped, where, code), [rule]);
      if (elsewhere !== undefined) equal(await complaints(untyped, elsewhere, code), []);
    });
  }

  test('a promise left alone is an error, a bare test is not', async () => {
    equal(await complaints(typed, 'testing/equal.test.ts', FLOATING), []);
    equal(await complaints(typed, 'testing/equal.test.ts', 'Promise.resolve(1);\n'), [
      '@typescript-eslint/no-floating-promises',
    ]);
  });

  test('a switch names every member of a union', async () => {
    const code = "declare const a: 'x' | 'y';\nswitch (a) {\n  case 'x':\n    break;\n}\n";
    equal(await complaints(typed, 'testing/equal.ts', code), ['@typescript-eslint/switch-exhaustiveness-check']);
  });
});
