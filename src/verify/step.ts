import type { Sha256Of } from '../core/log/tree-hash.ts';
import type { VerifyEd25519 } from '../formats/signed-note/open-note.ts';

/** What a verifier looks at, in the order it does. */
export type StepId =
  // of a proof
  | 'key'
  | 'proof'
  | 'checkpoint'
  | 'witness'
  | 'inclusion'
  | 'entry'
  | 'subject'
  | 'record'
  // of a credential
  | 'issuer'
  | 'credential'
  | 'signature'
  | 'content'
  | 'label'
  | 'same-record'
  | 'period'
  | 'status-list'
  | 'revocation'
  | 'suspension'
  | 'absence'
  // of a whole register
  | 'dump'
  | 'history'
  | 'tiles'
  | 'root'
  | 'entries'
  | 'lists'
  | 'log-key'
  | 'register';

/** One thing that was looked at: whether it holds, does not, or cannot be told; with what to say about it. */
export type Step = {
  readonly id: StepId;
  readonly outcome: 'ok' | 'failed' | 'unknown';
  readonly detail: Readonly<Record<string, string | number>>;
};

/** The cryptography a verifier is given: Node's, or a browser's. */
export type VerifyTools = { readonly sha256: Sha256Of; readonly verifyEd25519: VerifyEd25519 };

/** A step that holds. */
export function holds(id: StepId, detail: Step['detail'] = {}): Step {
  return { id, outcome: 'ok', detail };
}

/** A step that does not hold. */
export function fails(id: StepId, detail: Step['detail']): Step {
  return { id, outcome: 'failed', detail };
}

/**
 * What the steps come to: everything asked holds; something does not; or nothing failed, but a question about the label stays
 * open (`unsettled`): its status was not shown, or it is in grace.
 */
export type Verdict = 'proven' | 'unsettled' | 'not-proven';

/** Steps that may be unknown in what is proven: they say on whose word the keys are taken, not what holds of the label. */
const ON_WHOSE_WORD: readonly StepId[] = ['key', 'issuer'];

/** What the steps of a verification come to. */
export function verdictOn(steps: readonly Step[]): Verdict {
  if (steps.length === 0 || steps.some(({ outcome }) => outcome === 'failed')) return 'not-proven';
  return steps.every(({ id, outcome }) => outcome === 'ok' || ON_WHOSE_WORD.includes(id)) ? 'proven' : 'unsettled';
}

/** Whether everything that was asked holds, and nothing about the label stays open. */
export function isProven(steps: readonly Step[]): boolean {
  return verdictOn(steps) === 'proven';
}
