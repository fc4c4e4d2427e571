import { Hono, type Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';
import type { DeskCase } from './desk-form.ts';
import { CASES } from './desk-places.ts';
import { criterionPlace, sectionPlace, type FormPlace } from './form-places.ts';
import { openDesk, type Desk } from './open-desk.ts';
import { saveForm } from './save-form.ts';
import { waitingFaults } from './waiting-faults.ts';

type FindPlace = (desk: DeskCase, c: Context<WebEnv>) => FormPlace | undefined;

async function atPlace(c: Context<WebEnv>, base: Desk, find: FindPlace): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
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
