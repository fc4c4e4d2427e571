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

/** Whether nothing that was looked at failed. */
export function isProven(steps: readonly Step[]): boolean {
  return steps.length > 0 && steps.every(({ outcome }) => outcome !== 'failed');
}
