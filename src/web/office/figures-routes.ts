import type { Hono } from 'hono';
import { readHealth } from '../../app/access/read-health.ts';
import { readFigures } from '../../app/case/read-figures.ts';
import type { WebEnv } from '../web-setup.ts';
import { signedIn, workspaceView } from '../workspace/asking.ts';
import { figuresPage } from './figures-page.ts';
import { healthPage } from './health-page.ts';
import { absent, type Office } from './office.ts';

/** The figures of the operator's work, and how the work in the background stands. */
export function addFigures(app: Hono<WebEnv>, office: Office, prefix: '' | '/en'): void {
  const { deps, site } = office;
  app.get(`${prefix}/workspace/office/figures`, async (c) => {
    const figures = await readFigures(deps, signedIn(c).actor);
    return figures.ok ? c.html(await figuresPage(workspaceView(c, site), figures.value)) : absent(c, office);
  });
  app.get(`${prefix}/workspace/office/health`, async (c) => {
    const health = await readHealth(deps, signedIn(c).actor);
    if (!health.ok) return absent(c, office);
    return c.html(await healthPage(workspaceView(c, site), health.value, deps.clock.now()));
  });
}
