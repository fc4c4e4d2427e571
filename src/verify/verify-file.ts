import { ABSENCE_FORMAT } from '../formats/absence-proof/absence-proof.ts';
import { verifyAbsence } from './verify-absence.ts';
import { verifyProof, type ProofExpectation } from './verify-proof.ts';
import type { Step, VerifyTools } from './step.ts';

/** Verifies a file somebody kept, whichever proof it holds: that a label was published, or that something was not there. */
export async function verifyFile(
  text: string,
  expected: Pick<ProofExpectation, 'key' | 'witnesses'>,
  tools: VerifyTools,
): Promise<readonly Step[]> {
  const isAbsence = text.trimStart().startsWith('{') && text.includes(ABSENCE_FORMAT);
  return (await (isAbsence ? verifyAbsence : verifyProof)(text, expected, tools)).steps;
}
