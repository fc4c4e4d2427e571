import { Hono, type Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';
import { workspaceView } from '../workspace/asking.ts';
import { sendAgainPage } from '../workspace/send-again-page.ts';
import type { DeskCase } from './desk-form.ts';
import { CASES } from './desk-places.ts';
import { criterionPlace, sectionPlace, type FormPlace } from './form-places.ts';
import { openDesk, type Desk } from './open-desk.ts';
import { saveForm, wantsJson } from './save-form.ts';
import { waitingFaults } from './waiting-faults.ts';

type FindPlace = (desk: DeskCase, c: Context<WebEnv>) => FormPlace | undefined;

/** Answers a form for an application that is not there, or no longer for its sender: what was typed waits on the page. */
async function holdForm(c: Context<WebEnv>, { site }: Desk, missing: Response): Promise<Response> {
  const view = workspaceView(c, site);
  if (wantsJson(c)) return c.json({ words: view.say('workspace.again.gone.script') }, 404);
  const fields = c.get('form');
  if (fields === undefined) return missing;
  return c.html(await sendAgainPage(view, { path: c.req.path, fields }, { why: 'gone' }), 404);
}

async function atPlace(c: Context<WebEnv>, base: Desk, find: FindPlace): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return c.req.method === 'POST' ? holdForm(c, base, opened) : opened;
  const place = find(opened.desk, c);
  if (place === undefined) return opened.missing();
  if (c.req.method === 'POST') return saveForm({ c, base, opened, place });
  const faults = waitingFaults(opened.view, opened.desk, place);
  const fresh = { faults, conflicts: [], key: base.deps.ids.uuid() };
  return c.html(await place.page(opened.view, opened.desk, fresh));
}

/** The pages on which an application is filled in. */
export function formRoutes(base: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const criterion: FindPlace = (desk, c) => criterionPlace(desk, c.req.param('criterion') ?? '');
  const section: FindPlace = (_desk, c) => sectionPlace(c.req.param('section') ?? '');
  for (const prefix of ['', '/en']) {
    for (const method of ['GET', 'POST']) {
      app.on(method, `${prefix}${CASES}/:number/criteria/:criterion`, (c) => atPlace(c, base, criterion));
      app.on(method, `${prefix}${CASES}/:number/:section`, (c) => atPlace(c, base, section));
    }
  }
  return app;
}
