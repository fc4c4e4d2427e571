import { existsSync, readFileSync } from 'node:fs';
import type { Proof } from './asvs-table.ts';

const TEST = /\btest\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/** The names of the tests in a file as they are written, `${…}` included. */
function testNames(text: string): readonly string[] {
  return Array.from(text.matchAll(TEST), ([, , name = '']) => name.replaceAll(/\\(.)/g, '$1'));
}

/** The headings of a document, without their marks. */
function headings(text: string): readonly string[] {
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => heading.trim());
}

/** What is wrong with a proof, if what it names is not there. */
export function missingProof(proof: Proof): string | undefined {
  const file = 'test' in proof ? proof.test : 'document' in proof ? proof.document : proof.code;
  if (!existsSync(file)) return `there is no ${file}`;
  if ('code' in proof) return undefined;
  const text = readFileSync(file, 'utf8');
  const [wanted, found] = 'test' in proof ? [proof.name, testNames(text)] : [proof.heading, headings(text)];
  return found.includes(wanted) ? undefined : `${file} has no "${wanted}"`;
}
