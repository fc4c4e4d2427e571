import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** The YAML files of a scheme's folder in this repository, by their name inside the folder. */
export function readSchemeFolder(folder: 'scheme' | 'testing/scheme-two'): Map<string, string> {
  const base = join(ROOT, folder);
  const names = globSync('{*,criteria/*}.yaml', { cwd: base }).map((name) => name.replaceAll('\\', '/'));
  return new Map(names.map((name) => [name, readFileSync(join(base, name), 'utf8')]));
}
