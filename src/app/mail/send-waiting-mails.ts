import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { findLastMoment } from '../../db/event-history.ts';
import { clearSecretMails, listNeglectedEvents } from '../../db/mails.ts';
import { transact } from '../../db/transact.ts';
import { INVITATION_HOURS } from '../access/invite-person.ts';
import type { Deps, Mailer } from '../ports.ts';
import { OUTBOX } from './ask-to-send.ts';
import { oldestWanted } from './oldest-wanted.ts';
import { sendMails } from './send-mails.ts';

/** Minutes after which a mail nobody tried counts as left behind: its own job has long run by then. */
const UNTRIED = 10;
/** Minutes after which one nobody tried is sent when somebody asks: its own job may be at it before. */
const BEING_SENT = 1;
/** Hours after which one that failed counts as left behind: its own job tries again at least every hour. */
const FAILED = 2;
/** Events looked at in one run. */
const PAGE = 200;

/** What a run did. */
type Swept = { readonly cleared: number; readonly sent: number; readonly failed: number };

/**
 * Takes the links out of mails whose invitations have expired, and sends mails that were left behind, as those written
 * before a mail server was configured. Those older than a month stay unsent.
 */
export async function sendWaitingMails(
  deps: Pick<Deps, 'db' | 'clock'>,
  mailer: Mailer | undefined,
  actor: Actor,
  signal: AbortSignal,
): Promise<Result<Swept, AccessRefusal>> {
  const allowed = authorize(actor, 'mail.send', {});
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const before = now.subtract({ hours: INVITATION_HOURS });
  const cleared = await transact(deps.db, async (tx) => ok(await clearSecretMails(tx, { before })));
  const swept = { cleared: cleared.value, sent: 0, failed: 0 };
  if (mailer === undefined) return ok(swept);
  const asked = await findLastMoment(deps.db.kysely, OUTBOX);
  const settled = now.subtract({ minutes: BEING_SENT });
  const events = await listNeglectedEvents(deps.db.kysely, {
    writtenAfter: oldestWanted(now),
    untriedBefore: now.subtract({ minutes: UNTRIED }),
    failedBefore: now.subtract({ hours: FAILED }),
    askedAt: asked === undefined || Temporal.Instant.compare(asked, settled) < 0 ? asked : settled,
    limit: PAGE,
  });
  for (const event of events) {
    if (signal.aborted) break;
    const sending = await sendMails(deps, mailer, actor, event);
    if (!sending.ok) return sending;
    swept.sent += sending.value.sent;
    swept.failed += sending.value.failed;
    // the server is away: what waits goes on waiting
    if (sending.value.failed > 0) break;
  }
  return ok(swept);
}
