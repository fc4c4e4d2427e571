import type { LogEntry } from '../formats/public-log-entry/parse-entry.ts';
import { parseVerifierKey, writeVerifierKey, type VerifierKey } from '../formats/signed-note/verifier-key.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';

type AboutKeys = Extract<LogEntry, { readonly key: string }>;

/** What a log says about its own keys, and where. */
export type KeyEntry = { readonly index: number; readonly entry: AboutKeys };

/** Whether an entry is about a key of the log itself. */
export function isAboutKeys(entry: LogEntry): entry is AboutKeys {
  return entry.kind === 'log-key-introduced' || entry.kind === 'log-key-retired';
}

/** Whether a text is a key under the name of a log. */
function isKeyOf(name: string | undefined, text: string, { sha256 }: VerifyTools): boolean {
  const key = parseVerifierKey(sha256, text);
  return key.ok && key.value.kind === 'note' && key.value.name === name;
}

/**
 * The keys to know a log by from now on. Whoever trusts a key trusts what it signed, and so the keys the log introduced
 * under it; one that retired is given up, as soon as another is left.
 */
export function turnedKeys(
  known: readonly VerifierKey[],
  entries: readonly KeyEntry[],
  tools: VerifyTools,
): { readonly keys: string; readonly steps: readonly Step[] } {
  const keys = new Set(known.map(writeVerifierKey));
  const added = new Map<string, Step>();
  for (const { index, entry } of entries) {
    const { kind, key } = entry;
    if (kind === 'log-key-retired') {
      if (keys.size > 1) keys.delete(key);
      added.delete(key);
    } else if (!isKeyOf(known[0]?.name, key, tools)) added.set(key, fails('log-key', { index, key }));
    else if (!keys.has(key)) {
      keys.add(key);
      added.set(key, holds('log-key', { index, key }));
    }
  }
  return { keys: [...keys].join('\n'), steps: [...added.values()] };
}
