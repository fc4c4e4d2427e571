import type { Context } from 'hono';
import { readLanguage } from '../../app/access/read-language.ts';
import { listPasskeys } from '../../app/access/list-passkeys.ts';
import { listSessions } from '../../app/access/list-sessions.ts';
import { answerError } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { accountPage } from './account-page.ts';
import { workspaceView } from './asking.ts';

/** What can be said on the page of one's own account; the rest is a page of its own. */
const REFUSALS = ['passkey_refused', 'passkey_known', 'proof_too_old', 'last_passkey'] as const;

/** Answers with the page of one's own account, and with why something on it was refused. */
export async function answerAccount(
  c: Context<WebEnv>,
  { deps, passkeys }: Pick<WebSetup, 'deps' | 'passkeys'>,
  site: Site,
  code?: string,
): Promise<Response> {
  const view = workspaceView(c, site);
  const { session } = view.signedIn;
  const known = REFUSALS.find((refusal) => refusal === code);
  const sessions = await listSessions(deps, session);
  const keys = await listPasskeys(deps, session);
  if (!sessions.ok || !keys.ok || (code !== undefined && known === undefined)) {
    return answerError(c, view, { code: 'not_found' });
  }
  const language = {
    chosen: await readLanguage(deps, session),
    isSaved: c.req.query('done') === 'language',
    key: deps.ids.uuid(),
  };
  const isElsewhere = session.method === 'openid' || passkeys === undefined;
  const refusal = known === undefined ? undefined : view.say(`refusal.${known}`);
  const shown = { sessions: sessions.value, passkeys: isElsewhere ? undefined : keys.value, refusal, language };
  return c.html(await accountPage(view, shown), known === undefined ? 200 : 403);
}
