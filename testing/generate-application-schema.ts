import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { formWords } from '../src/cli/words.ts';
import { applicationJsonSchema } from '../src/formats/application-form/application-json-schema.ts';
import { setFor } from './builders/application.ts';
import { EXAMPLE_DAY } from './builders/home-gateway.ts';
import { japaneseScheme } from './schemes.ts';

/** Where the published schema lies in the repository. */
export const SCHEMA_FILE = join(import.meta.dirname, '..', 'docs', 'application.schema.json');

/** The text of the published JSON Schema of applications. */
export async function applicationSchemaText(): Promise<string> {
  const { set } = setFor(japaneseScheme, EXAMPLE_DAY);
  const schema = applicationJsonSchema({ scheme: japaneseScheme, set, words: formWords }, 'en');
  return format(JSON.stringify(schema), { ...(await resolveConfig(SCHEMA_FILE)), parser: 'json' });
}
