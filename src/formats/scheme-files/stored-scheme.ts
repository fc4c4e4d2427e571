import { canonicalJson } from '../../core/log/canonical-json.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { schemeShape } from './scheme-shapes.ts';

/**
 * The text a version of a scheme is kept as for ever: canonical JSON, so that equal schemes have equal hashes whatever the
 * order of keys in their files.
 */
export function toStoredScheme(scheme: Scheme): string {
  // through plain JSON first: it drops members that are `undefined`, which canonical JSON rightly refuses
  return canonicalJson(JSON.parse(JSON.stringify(scheme)));
}

/** The scheme a stored text was made from. Throws when the text is not one `toStoredScheme` wrote. */
export function fromStoredScheme(text: string): Scheme {
  return schemeShape.parse(JSON.parse(text));
}
