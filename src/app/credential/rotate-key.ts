import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { insertSigningKey, lockSigningKey, saveKeyRetired, type IssuerKeyRow } from '../../db/issuer-keys.ts';
import { transact } from '../../db/transact.ts';
import { keyIdAt } from '../../formats/credential/issuer-document.ts';
import { eventActor } from '../event-actor.ts';
import type { LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps, IssuerKeyRefusal } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';
import { appendIssuerKeys } from './append-issuer-keys.ts';

/** Why the key was not changed. */
type RotateRefusal = AccessRefusal | IssuerKeyRefusal | LogNotSigned;

/** The names of the new key and of the one it took over from. */
type RotatedKeys = { readonly key: string; readonly before: string | undefined };

/** What the keys are once another one has taken over. */
function changedKeys(
  old: IssuerKeyRow | undefined,
  publicKey: Uint8Array,
  at: Temporal.Instant,
): readonly IssuerKeyRow[] {
  const signs = { public_key: publicKey, used_from: at, used_until: null, revoked_at: null };
  return old === undefined ? [signs] : [{ ...old, used_until: at }, signs];
}

/**
 * Gives the issuer a new key. What the old one signed stays verifiable: it stays published with the time it was used. The new
 * key is made, durably, before anything says that it signs: cut off in between, the old one goes on.
 */
export function rotateKey(deps: Deps, actor: Actor): Promise<Result<RotatedKeys, RotateRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<RotatedKeys, RotateRefusal>> => {
    const allowed = authorize(actor, 'issuer-key.rotate', {});
    if (!allowed.ok) return allowed;
    const old = await lockSigningKey(tx);
    const made = await deps.issuerKeys.create();
    if (!made.ok) return made;
    const now = deps.clock.now();
    // A clock that was set back makes no time of use that ends before it began.
    const at = old !== undefined && Temporal.Instant.compare(now, old.used_from) < 0 ? old.used_from : now;
    if (old !== undefined) await saveKeyRetired(tx, old.public_key, at);
    if (!(await insertSigningKey(tx, made.value, at))) throw new Error('another key was made at the same time');
    const name = (publicKey: Uint8Array): string => keyIdAt(sha256Bytes, deps.baseUrl, publicKey);
    const rotated = { key: name(made.value), before: old && name(old.public_key) };
    await appendEvent(tx, {
      at: now,
      act: 'issuer-key.rotate',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'issuer-key', id: made.value.toHex() },
      detail: { before: old?.public_key.toHex() },
    });
    const logged = await appendIssuerKeys(deps, tx, changedKeys(old, made.value, at), now);
    return logged.ok ? ok(rotated) : logged;
  });
}
