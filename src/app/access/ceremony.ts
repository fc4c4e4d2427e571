import type { SessionId } from '../../core/kernel/ids.ts';
import { ok } from '../../core/kernel/result.ts';
import { forgetCeremonies, insertCeremony, takeCeremony } from '../../db/ceremonies.ts';
import type { CeremonyKind } from '../../db/identity-tables.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';

/** Minutes a browser has to answer: long enough to look for a security key. */
const ANSWER_WITHIN = 10;

/** What a browser is asked for: it answers with the token, and whatever answers the challenge. */
export type Ceremony = { readonly token: string; readonly challenge: string };

/** Asks a browser for something, once. The challenge is a new secret unless given. */
export async function beginCeremony(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  kind: CeremonyKind,
  { session, challenge = deps.ids.secret() }: { readonly session?: SessionId; readonly challenge?: string } = {},
): Promise<Ceremony> {
  const token = deps.ids.secret();
  const at = deps.clock.now();
  const expiresAt = at.add({ minutes: ANSWER_WITHIN });
  await transact(deps.db, async (tx) => {
    await forgetCeremonies(tx, at);
    await insertCeremony(tx, { tokenSha256: sha256Of(token), kind, session, challenge, expiresAt });
    return ok(true);
  });
  return { token, challenge };
}

/**
 * The challenge a browser answers. It is taken out by the first answer, right or wrong, and committed before anything is
 * verified, so that no answer can be sent twice.
 */
export async function answeredChallenge(
  deps: Pick<Deps, 'db' | 'clock'>,
  token: string,
  { kind, session }: { readonly kind: CeremonyKind; readonly session?: SessionId },
): Promise<string | undefined> {
  const taken = await transact(deps.db, async (tx) => ok(await takeCeremony(tx, sha256Of(token), kind)));
  if (taken.value === undefined || taken.value.session !== session) return undefined;
  return Temporal.Instant.compare(deps.clock.now(), taken.value.expiresAt) < 0 ? taken.value.challenge : undefined;
}
