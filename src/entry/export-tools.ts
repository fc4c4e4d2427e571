import { pino } from 'pino';
import { openExportFolder } from '../adapters/export-folder.ts';
import { apiRoutes } from '../api/api-routes.ts';
import type { Deps } from '../app/ports.ts';
import type { ExportTools } from '../app/static-export/export-to-folder.ts';
import { webApp } from '../web/app.ts';
import { apiAllowance } from '../web/guard/allowance.ts';
import { answerEdition } from './answer-edition.ts';

/** Nobody else is held up by what this process asks itself. */
const NO_LIMIT = { burst: 1e9, perSecond: 1e9 } as const;

/** Milliseconds a page may take where nobody waits for it: an hour. */
const PATIENCE = 3_600_000;

/** What copies are made with: the very pages and the API that are served, asked in this process. */
export async function exportTools(
  { baseUrl, scheme }: Pick<Deps, 'baseUrl' | 'scheme'>,
  { isDemonstration, live }: { readonly isDemonstration: boolean; readonly live: string | undefined },
): Promise<ExportTools> {
  const sideOf: ExportTools['sideOf'] = (deps) => {
    const log = pino({ level: 'silent' });
    const limits = { searchLimit: NO_LIMIT, apiLimit: NO_LIMIT };
    const setup = { deps, log, isDemonstration, copied: { live }, patience: PATIENCE, ...limits };
    const app = webApp(setup);
    app.route('/', apiRoutes({ deps, allowance: apiAllowance(setup) }));
    return { ask: async (path) => app.request(path) };
  };
  const edition = await answerEdition([scheme.sha256, baseUrl, live, isDemonstration]);
  return { sideOf, edition, openFolder: openExportFolder };
}
