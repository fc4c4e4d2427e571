import { isAbsent } from '../core/log/absence.ts';
import { listedKey, type Listable } from '../core/register/listed-key.ts';
import { parseAbsenceProof } from '../formats/absence-proof/absence-proof.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';
import { verifyProof, type ProofExpectation } from './verify-proof.ts';

/** What a proof of absence is held against: what should be absent, and when, where somebody knows what they asked. */
type AbsenceExpectation = Pick<ProofExpectation, 'key' | 'witnesses'> & {
  readonly asked?: Listable | undefined;
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined;
};

/** What is said to be absent, in one line. */
function namedIn(asked: Listable): string {
  if ('number' in asked) return asked.number;
  return asked.maker === undefined ? asked.model : `${asked.maker} ${asked.model}`;
}

/**
 * Verifies that the register did not have something at the end of a day, asking nobody: the entry that commits to the day's
 * list stands in the log, and in that list nothing lies between the neighbours of what was asked. It proves what the
 * register said, not that no such label should have been there.
 */
export async function verifyAbsence(
  text: string,
  { asked, day: expectedDay, ...expected }: AbsenceExpectation,
  tools: VerifyTools,
): Promise<{ readonly steps: readonly Step[] }> {
  const { sha256 } = tools;
  const proof = parseAbsenceProof(text);
  if (!proof.ok) return { steps: [fails('proof', { code: proof.error.code })] };
  const logged = await verifyProof(proof.value.entry, expected, tools);
  const { entry } = logged;
  if (entry === undefined) return logged;
  const ended = (step: Step): { readonly steps: readonly Step[] } => ({ steps: [...logged.steps, step] });
  if (entry.kind !== 'register-listed') {
    return ended(fails('subject', { found: entry.kind, expected: 'register-listed' }));
  }
  const digestOf = (thing: Listable): Uint8Array => sha256(new TextEncoder().encode(listedKey(thing)));
  const thing = namedIn(proof.value.asked);
  if (asked !== undefined && listedKey(asked) !== listedKey(proof.value.asked)) {
    return ended(fails('subject', { found: thing, expected: namedIn(asked) }));
  }
  const { day, list } = entry;
  if (expectedDay !== undefined && expectedDay !== day) {
    return ended(fails('subject', { found: day, expected: expectedDay }));
  }
  const isProven = isAbsent(sha256, list, digestOf(proof.value.asked), proof.value);
  return ended(isProven ? holds('absence', { thing, day }) : fails('absence', { thing, day }));
}
