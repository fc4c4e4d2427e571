import { createRequire } from 'node:module';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/** Where modules live; what is outside (configuration, migrations, scheme data) imports nothing of the project. */
const MODULES = '{src,testing,journeys,bench}/**/*.{ts,js}';

const table = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;

/** Every rule of the import table, by name. */
export const RULES: readonly string[] = [...(table.forbidden ?? []), ...(table.required ?? [])].map(
  (rule) => rule.name ?? 'nameless',
);

/** What the import table says about the tree under an absolute path: the modules it saw and the rules that are broken. */
export async function crossings(root: string): Promise<ICruiseResult> {
  const { options, ...ruleSet } = table;
  const found = await cruise(
    [MODULES],
    { ...options, baseDir: root, validate: true, ruleSet },
    options?.enhancedResolveOptions,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  if (typeof found.output === 'string') throw new Error('expected the result itself, not a report about it');
  return found.output;
}
