import type { SessionId, Sha256 } from '../core/kernel/ids.ts';
import type { CeremonyKind } from './identity-tables.ts';
import type { Tx } from './transact.ts';

/** Something a browser is asked for once. */
type Ceremony = {
  readonly tokenSha256: Sha256;
  readonly kind: CeremonyKind;
  readonly session?: SessionId | undefined;
  readonly challenge: string;
  readonly expiresAt: Temporal.Instant;
};

/** Remembers what a browser was asked for. */
export async function insertCeremony(
  tx: Tx,
  { tokenSha256, kind, session, challenge, expiresAt }: Ceremony,
): Promise<void> {
  await tx
    .insertInto('ceremonies')
    .values({ token_sha256: tokenSha256, kind, session: session ?? null, challenge, expires_at: expiresAt })
    .execute();
}

/** Takes out what a browser was asked for, so that no second answer finds it; undefined when it is not there. */
export async function takeCeremony(
  tx: Tx,
  tokenSha256: Sha256,
  kind: CeremonyKind,
): Promise<Pick<Ceremony, 'session' | 'challenge' | 'expiresAt'> | undefined> {
  const row = await tx
    .deleteFrom('ceremonies')
    .where('token_sha256', '=', tokenSha256)
    .where('kind', '=', kind)
    .returning(['session', 'challenge', 'expires_at'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { session: row.session ?? undefined, challenge: row.challenge, expiresAt: row.expires_at };
}

/** Forgets what nobody can answer any more. */
export async function forgetCeremonies(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('ceremonies').where('expires_at', '<', before).execute();
}
