import type { Hono } from 'hono';
import { findOfficeCase } from '../../app/case/find-office-case.ts';
import { findCase, resolveCase } from '../../app/case/find-case.ts';
import { listQueue } from '../../app/case/list-queue.ts';
import { takeNextCase } from '../../app/case/take-next-case.ts';
import { authorize } from '../../core/access/authorize.ts';
import { parseId, type CaseId } from '../../core/kernel/ids.ts';
import { ok } from '../../core/kernel/result.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { absent, type Office } from './office.ts';
import { officeCasePath, officePath } from './office-places.ts';
import { queuePage } from './queue-page.ts';
import { readQueueQuery } from './queue-query.ts';

const NOTICES = ['nothing-next', 'no-such-case'] as const;

/** The queue, the next case, and the way to a case by its number. */
export function addQueue(app: Hono<WebEnv>, office: Office, prefix: '' | '/en'): void {
  const { deps, site } = office;
  const here = `${prefix}/workspace/office`;
  app.get(here, async (c) => {
    const { actor } = signedIn(c);
    const wish = readQueueQuery(c.req.query());
    const queue = await listQueue(deps, actor, wish);
    if (!queue.ok) return absent(c, office);
    const notice = NOTICES.find((known) => known === c.req.query('notice'));
    const mayTake = authorize(actor, 'case.assign', {}).ok;
    const shown = { queue: queue.value, wish, idempotencyKey: deps.ids.uuid(), mayTake, notice };
    return c.html(await queuePage(workspaceView(c, site), shown));
  });
  app.get(`${here}/find`, async (c) => {
    const { language } = workspaceView(c, site);
    const { actor } = signedIn(c);
    if (!authorize(actor, 'case.read-queue', {}).ok) return absent(c, office);
    const found = await findOfficeCase(deps, actor, await resolveCase(deps, c.req.query('number') ?? ''));
    if (!found.ok) return c.redirect(`${officePath(language)}?notice=no-such-case`, 303);
    return c.redirect(officeCasePath(language, found.value.shown.row.application_number), 303);
  });
  app.post(`${here}/next`, async (c) => {
    const { language } = workspaceView(c, site);
    const { actor } = signedIn(c);
    const form = sentForm(c);
    const except = parseId<CaseId>(form.get('except') ?? '');
    const led = await sendFormOnce(deps, actor, form, async () => {
      const next = await takeNextCase(deps, actor, { except: except.ok ? except.value : undefined });
      if (!next.ok) return next;
      if (next.value === undefined) return ok(`${officePath(language)}?notice=nothing-next`);
      const taken = await findCase(deps, actor, next.value);
      return taken.ok ? ok(officeCasePath(language, taken.value.row.application_number)) : taken;
    });
    return led.ok ? c.redirect(led.value, 303) : absent(c, office);
  });
}
