import { parseNote } from '../formats/signed-note/signed-note.ts';
import { parseVerifierKey } from '../formats/signed-note/verifier-key.ts';
import { findCosignature } from '../formats/tlog-cosignature/cosignature.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';

/**
 * Whether each witness somebody relies on has cosigned a checkpoint, a step for each, in their order. A witness cosigns
 * only what goes on from all it cosigned before: no other history can be shown to others.
 */
export async function witnessSteps(
  checkpoint: string,
  witnesses: readonly string[],
  { sha256, verifyEd25519 }: VerifyTools,
): Promise<readonly Step[]> {
  const note = parseNote(checkpoint);
  const steps: Step[] = [];
  for (const text of witnesses) {
    const key = parseVerifierKey(sha256, text);
    if (!key.ok || !note.ok) {
      steps.push(fails('witness', { name: text, code: key.ok ? 'note_malformed' : key.error.code }));
      continue;
    }
    const { name } = key.value;
    const found = await findCosignature(note.value, key.value, verifyEd25519);
    const isSeen = found !== undefined;
    steps.push(
      isSeen ? holds('witness', { name, at: found.at.toString() }) : fails('witness', { name, code: 'not_cosigned' }),
    );
  }
  return steps;
}
