import { StoredPages } from '../../src/app/stored-page/stored-pages.ts';
import type { Database } from '../../src/db/database.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { EDITION } from './store-answers.ts';

/** A site whose answers about labels are stored. */
export async function aStoringSite(
  db: Database,
): Promise<{ readonly site: Awaited<ReturnType<typeof aPublicSite>>; readonly stored: StoredPages }> {
  let stored: StoredPages | undefined;
  const site = await aPublicSite(db, (deps) => {
    const report = (error: unknown): never => {
      throw error;
    };
    stored = new StoredPages(deps, { edition: Promise.resolve(EDITION), report });
    return { stored };
  });
  if (stored === undefined) throw new Error('the site was made without its setup');
  return { site, stored };
}
