import { refused, type Result } from '../../core/kernel/result.ts';
import { useInvitation } from '../../db/invitations.ts';
import { clearSecretMails } from '../../db/mails.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import { startSession, type Browser, type StartedSession } from './start-session.ts';
import { takeAttempt, type TooManyAttempts } from './take-attempt.ts';

/** Why a link let nobody in: it never led anywhere, was used, has expired, or its person has left. */
type InvitationUnusable = TooManyAttempts | { readonly code: 'invitation_unusable' };

/** Lets somebody in by the link they were sent, once, so that they set up their sign-in; they can do nothing else with it. */
export async function acceptInvitation(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { secret, network, ...browser }: Browser & Record<'secret' | 'network', string>,
): Promise<Result<StartedSession, InvitationUnusable>> {
  const taken = await takeAttempt(deps, 'invitation', network);
  if (!taken.ok) return taken;
  return transact(deps.db, async (tx): Promise<Result<StartedSession, InvitationUnusable>> => {
    const person = await useInvitation(tx, sha256Of(secret), deps.clock.now());
    if (person === undefined) return refused({ code: 'invitation_unusable' });
    await clearSecretMails(tx, { person });
    const started = await startSession(tx, deps, { ...browser, person, method: 'invitation' });
    return started.ok ? started : refused({ code: 'invitation_unusable' });
  });
}
