import { readFile } from 'node:fs/promises';
import { applicationSchemaText } from '../generate-application-schema.ts';
import { glossaryPage } from '../generate-glossary.ts';
import { lifecyclesPage } from '../generate-lifecycles.ts';

/** A committed file that is written by a program, and what it should hold. */
type Generator = { readonly file: string; readonly text: () => string | Promise<string> };

/** Every generated file of the project. */
export const GENERATORS: readonly Generator[] = [
  { file: 'docs/application.schema.json', text: applicationSchemaText },
  { file: 'docs/glossary.md', text: glossaryPage },
  { file: 'docs/lifecycles.md', text: lifecyclesPage },
];

/** The generated files whose committed text is not what their generator says. */
export async function staleFiles(generators: readonly Generator[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { file, text } of generators) {
    if ((await readFile(file, 'utf8').catch(() => undefined)) !== (await text())) stale.push(file);
  }
  return stale;
}
