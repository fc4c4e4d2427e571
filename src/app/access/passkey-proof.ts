import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findPasskey, savePasskeyUsed, type PasskeyRow } from '../../db/passkeys.ts';
import type { Tx } from '../../db/transact.ts';
import type { Deps, PasskeyProof, PasskeyVerifier } from '../ports.ts';

/** What passkey acts are given besides the usual: whoever verifies answers. */
export type PasskeyDeps = Pick<Deps, 'db' | 'clock' | 'ids'> & { readonly passkeys: PasskeyVerifier };

/** A browser's answer to a challenge, and the origin of the page that asked. */
export type PasskeyAnswer = { readonly ceremony: string; readonly answer: string; readonly origin: string };

/** Why an answer was not believed: one word for every reason, so that nothing can be learnt from it (ASVS 5.0, 6.3.8). */
export type PasskeyRefused = { readonly code: 'passkey_refused' };

/** A passkey that has just been used by its person, verified by their device. */
type ProvedPasskey = { readonly key: PasskeyRow; readonly proof: PasskeyProof };

/** Believes an answer when it was made for this challenge and page by a passkey enrolled here. Nothing is written. */
export async function provePasskey(
  { db, passkeys }: PasskeyDeps,
  challenge: string | undefined,
  { answer, origin }: PasskeyAnswer,
): Promise<Result<ProvedPasskey, PasskeyRefused>> {
  const no = refused({ code: 'passkey_refused' } as const);
  if (challenge === undefined) return no;
  let key: PasskeyRow | undefined;
  const proof = await passkeys.proof(answer, { challenge, origin }, async (id) => {
    key = await findPasskey(db.kysely, id);
    return key;
  });
  if (proof === undefined || key === undefined) return no;
  const says = proof.userHandle === undefined ? key.person : Buffer.from(proof.userHandle, 'base64url').toString();
  return says === key.person ? ok({ key, proof }) : no;
}

/** Records that a passkey was used; refuses when the same use was recorded in the meantime. */
export async function recordUse(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  { key, proof }: ProvedPasskey,
): Promise<Result<true, PasskeyRefused>> {
  const { counter, isBackedUp } = proof;
  const used = { id: key.id, counterBefore: key.counter, counter, isBackedUp, at: clock.now() };
  return (await savePasskeyUsed(tx, used)) ? ok(true) : refused({ code: 'passkey_refused' });
}
