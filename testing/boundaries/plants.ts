import { dirname, relative } from 'node:path';
import { together, type Files } from './planted-tree.ts';

/** One way to break a rule of the import table; each breaks that rule and no other. */
type Plant = { readonly rule: string; readonly breach: string; readonly files: Files };

/** A module that uses another one of the project, and that other one. */
export function importing(from: string, to: string): Files {
  const path = relative(dirname(from), to);
  return {
    [from]: `import { it } from '${path.startsWith('.') ? path : `./${path}`}';\nexport const that = it;\n`,
    [to]: 'export const it = 1;\n',
  };
}

const usingPackage = (from: string, name: string): Files => ({
  [from]: `import * as it from '${name}';\nexport const that = it;\n`,
});

const plant = (rule: string, breach: string, ...files: readonly Files[]): Plant => ({
  rule,
  breach,
  files: together(...files),
});

export const PLANTS: readonly Plant[] = [
  plant('core-is-pure', 'the core uses a package', usingPackage('src/core/log/a.ts', 'zod')),
  plant('core-is-pure', 'the core uses node:*', usingPackage('src/core/log/a.ts', 'node:crypto')),
  plant('core-is-pure', 'the core uses a package for its types only', {
    'src/core/log/a.ts': "import type { it } from 'zod';\nexport type That = typeof it;\n",
  }),
  plant('core-tests-are-pure', 'a test in the core reads a file', usingPackage('src/core/log/a.test.ts', 'node:fs')),
  plant('i18n-is-pure', 'a message file uses a package', usingPackage('src/i18n/ja.ts', 'zod')),
  plant('i18n-tests-are-pure', 'a test of messages uses a package', usingPackage('src/i18n/ja.test.ts', 'zod')),
  plant('verify-runs-anywhere', 'the verifier uses node:*', usingPackage('src/verify/index.ts', 'node:crypto')),
  plant('verify-runs-anywhere', 'the verifier uses a package', usingPackage('src/verify/index.ts', 'zod')),
  plant(
    'verify-runs-anywhere',
    'a format the verifier needs uses node:*',
    importing('src/verify/index.ts', 'src/formats/credential.ts'),
    usingPackage('src/formats/credential.ts', 'node:crypto'),
  ),
  plant('driver-in-db-and-entry', 'an act uses the server driver', usingPackage('src/app/a.ts', 'pg')),
  plant('driver-in-db-and-entry', 'a job uses the embedded one', usingPackage('src/jobs/a.ts', '@electric-sql/pglite')),
  plant('hono-in-web-api-entry', 'an act uses the web framework', usingPackage('src/app/a.ts', 'hono')),
  plant('src-without-testing', 'an act uses the simulated world', importing('src/app/a.ts', 'testing/world/mail.ts')),
  plant('src-without-testing', 'the core uses a builder', importing('src/core/log/a.ts', 'testing/builders.ts')),
  plant('entry-uses-the-world-only', 'entry uses a builder', importing('src/entry/main.ts', 'testing/builders.ts')),
  plant('tests-use-testing-only', 'a test uses a journey', importing('src/app/a.test.ts', 'journeys/apply.ts')),
  plant('test-tools-in-tests', 'an act asserts', usingPackage('src/app/a.ts', 'node:assert/strict')),
  plant('shipped-without-dev-dependencies', 'a job uses fast-check', usingPackage('src/jobs/a.ts', 'fast-check')),
  plant('shipped-without-dev-dependencies', 'the world uses it', usingPackage('testing/world/mail.ts', 'fast-check')),
  plant('nobody-imports-entry', 'a test tool imports entry', importing('testing/a.ts', 'src/entry/config.ts')),
  plant('nobody-imports-tests', 'a test imports a test', importing('src/app/a.test.ts', 'src/app/b.test.ts')),
  plant('no-cycles', 'two modules need each other', {
    'src/app/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;\n",
    'src/app/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;\n",
  }),
  plant('nothing-unresolvable', 'an import leads nowhere', {
    'src/app/a.ts': "import { it } from './gone.ts';\nexport const that = it;\n",
  }),
  plant('nothing-unresolvable', 'a package is not installed', usingPackage('src/core/log/a.ts', 'left-out')),
  plant('no-folder-outside-the-list', 'src gets a folder', { 'src/utils/a.ts': 'export const a = 1;\n' }),
  plant('no-folder-outside-the-list', 'a file lies beside the folders', { 'src/a.ts': 'export const a = 1;\n' }),
  plant('no-core-subject-outside-the-list', 'the core gets a subject', {
    'src/core/misc/a.ts': 'export const a = 1;\n',
  }),
];
