import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Sha256Of } from '../../core/log/tree-hash.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** Why a text is no list of keys of one name. */
type KeysRefusal = { readonly code: 'key_malformed' | 'key_id_wrong' | 'key_kind_unknown' | 'keys_of_several_names' };

/** Reads the keys of one log, a line each: there may be several while one takes over from another, or for older proofs. */
export function parseVerifierKeys(sha256: Sha256Of, text: string): Result<readonly VerifierKey[], KeysRefusal> {
  const keys: VerifierKey[] = [];
  for (const line of text.trim().split(/\s*\n\s*/)) {
    const key = parseVerifierKey(sha256, line);
    if (!key.ok) return key;
    if (keys.some(({ id }) => id === key.value.id)) continue;
    keys.push(key.value);
  }
  const isOneLog = keys.every(({ name }) => name === keys[0]?.name);
  return isOneLog ? ok(keys) : refused({ code: 'keys_of_several_names' });
}
