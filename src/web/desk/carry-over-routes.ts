import { Hono, type Context } from 'hono';
import { carryOverDraft } from '../../app/case/carry-over-draft.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { tellingAt } from '../workspace/outcome.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { carryOverPage } from './carry-over-page.ts';
import { CASES, casePath } from './desk-places.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';

/** Shows what changed; a draft that is up to date has its own page instead. */
async function showChanges(
  c: Context<WebEnv>,
  base: Desk,
  { view, desk }: OpenedDesk,
  faults: readonly Fault[],
): Promise<Response> {
  const { outdated, row } = desk.shown;
  if (outdated === undefined) return c.redirect(casePath(view.language, row.application_number), 303);
  const page = await carryOverPage(view, desk, { outdated, key: base.deps.ids.uuid(), faults });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function carryOver(c: Context<WebEnv>, base: Desk, opened: OpenedDesk): Promise<Response> {
  const { view, desk } = opened;
  const { id, application_number: number } = desk.shown.row;
  const { actor } = view.signedIn;
  const form = sentForm(c);
  const version = Number(form.get('version'));
  const led = await sendFormOnce(base.deps, actor, form, async () => {
    const done = await carryOverDraft(base.deps, actor, { id, version });
    return done.ok ? ok(tellingAt(casePath(view.language, number), 'carried')) : done;
  });
  if (led.ok) return c.redirect(led.value, 303);
  return showChanges(c, base, opened, [{ words: refusalWords(view, led.error).join(' ') }]);
}

/** The page on which a draft is carried over to a newer form. */
export function carryOverRoutes(base: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const place = `${prefix}${CASES}/:number/carry-over`;
    app.get(place, async (c) => {
      const opened = await openDesk(c, base);
      return opened instanceof Response ? opened : showChanges(c, base, opened, []);
    });
    app.post(place, async (c) => {
      const opened = await openDesk(c, base);
      return opened instanceof Response ? opened : carryOver(c, base, opened);
    });
  }
  return app;
}
