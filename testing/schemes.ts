import { readSchemeFiles } from '../src/formats/scheme-files/read-scheme-files.ts';
import type { Scheme } from '../src/core/scheme/scheme.ts';
import { readSchemeFolder } from './read-scheme-folder.ts';

function schemeIn(folder: 'scheme' | 'testing/scheme-two'): Scheme {
  const read = readSchemeFiles(readSchemeFolder(folder));
  if (!read.ok) throw new Error(`${folder} has faults: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** The Japanese scheme as it ships. */
export const japaneseScheme: Scheme = schemeIn('scheme');

/** An invented scheme, as unlike the Japanese one as the types allow. */
export const secondScheme: Scheme = schemeIn('testing/scheme-two');
