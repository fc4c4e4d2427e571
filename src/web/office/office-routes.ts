import { Hono } from 'hono';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { addActs } from './act-routes.ts';
import { addCases } from './case-routes.ts';
import { addFigures } from './figures-routes.ts';
import { addForms } from './form-routes.ts';
import { addMandates } from './mandate-routes.ts';
import type { Office } from './office.ts';
import { addQueue } from './queue-routes.ts';

/** The officers' desk. It stands behind the guard of the workspaces; whoever is not of the staff finds nothing here. */
export function officeRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const office: Office = { deps, site };
  for (const prefix of ['', '/en'] as const) {
    addQueue(app, office, prefix);
    addCases(app, office, prefix);
    addForms(app, office, prefix);
    addActs(app, office, prefix);
    addFigures(app, office, prefix);
    addMandates(app, office, prefix);
  }
  return app;
}
