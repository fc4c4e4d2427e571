import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { listIssuerKeys, lockIssuerKey, saveKeyRevoked } from '../../db/issuer-keys.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { jwkThumbprint } from '../../formats/jose/ed25519-jwk.ts';
import { eventActor } from '../event-actor.ts';
import type { LogDeps, LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';
import { appendIssuerKeys } from './append-issuer-keys.ts';

/** Why a key was not revoked. */
type RevokeKeyRefusal = AccessRefusal | LogNotSigned | { readonly code: 'issuer_key_signs' | 'issuer_key_revoked' };

/** A key by its whole name or by the thumbprint at the end of it. */
async function lockNamed(tx: Tx, typed: string) {
  const thumbprint = typed.slice(typed.lastIndexOf('#') + 1);
  const keys = await listIssuerKeys(tx);
  const named = keys.find(({ public_key: key }) => jwkThumbprint(sha256Bytes, key) === thumbprint);
  return named && lockIssuerKey(tx, named.public_key);
}

/**
 * Revokes a key of the issuer, as when its secret came out: nothing it signed is believed from then on, and the credentials
 * it signed are signed anew. The key that signs is not revoked before another one has taken over.
 */
export function revokeKey(
  deps: LogDeps & Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { key: typed, reason }: { readonly key: string; readonly reason: string },
): Promise<Result<true, RevokeKeyRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<true, RevokeKeyRefusal>> => {
    const allowed = authorize(actor, 'issuer-key.revoke', {});
    if (!allowed.ok) return allowed;
    const key = await lockNamed(tx, typed);
    if (key === undefined) return refused({ code: 'no_such_subject' });
    if (key.used_until === null) return refused({ code: 'issuer_key_signs' });
    if (key.revoked_at !== null) return refused({ code: 'issuer_key_revoked' });
    const at = deps.clock.now();
    await saveKeyRevoked(tx, key.public_key, at);
    await appendEvent(tx, {
      at,
      act: 'issuer-key.revoke',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'issuer-key', id: key.public_key.toHex() },
      reason,
    });
    return appendIssuerKeys(deps, tx, [{ ...key, revoked_at: at }], at);
  });
}
