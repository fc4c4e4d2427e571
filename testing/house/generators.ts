import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { closeWorkbookReader } from '../../src/formats/workbook/read-workbook.ts';
import { EXAMPLE_FILES, exampleContents } from '../generate-examples.ts';
import { accessPage } from '../generate-access-page.ts';
import { asvsPage } from '../generate-asvs-page.ts';
import { applicationSchemaText } from '../generate-application-schema.ts';
import { glossaryPage } from '../generate-glossary.ts';
import { lifecyclesPage } from '../generate-lifecycles.ts';

/** A committed file that is written by a program, and what it should hold. */
type Generator = { readonly file: string; readonly content: () => Promise<string | Uint8Array> | string };

const EXAMPLES = ['workbook', 'json', 'faulty', 'messages'] as const;

let made: ReturnType<typeof exampleContents> | undefined;

/** Made once for all four: the last is made of what is found in the one before it. */
function examples(): ReturnType<typeof exampleContents> {
  made ??= exampleContents().finally(closeWorkbookReader);
  return made;
}

/** Every generated file of the project. */
export const GENERATORS: readonly Generator[] = [
  { file: 'docs/application.schema.json', content: applicationSchemaText },
  { file: 'docs/glossary.md', content: glossaryPage },
  { file: 'docs/lifecycles.md', content: lifecyclesPage },
  { file: 'docs/security/access.md', content: accessPage },
  { file: 'docs/security/asvs.md', content: asvsPage },
  ...EXAMPLES.map((name) => ({
    file: relative(process.cwd(), EXAMPLE_FILES[name]),
    content: async () => (await examples())[name],
  })),
];

/** The generated files whose committed bytes are not what their generator makes. */
export async function staleFiles(generators: readonly Generator[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { file, content } of generators) {
    const committed = await readFile(file).catch(() => undefined);
    if (committed?.equals(Buffer.from(await content())) !== true) stale.push(file);
  }
  return stale;
}
