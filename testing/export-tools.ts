import { pino } from 'pino';
import { openExportFolder } from '../src/adapters/export-folder.ts';
import { apiRoutes } from '../src/api/api-routes.ts';
import type { ExportTools } from '../src/app/static-export/export-to-folder.ts';
import { webApp } from '../src/web/app.ts';
import { apiAllowance } from '../src/web/guard/allowance.ts';

const NO_LIMIT = { burst: 1e9, perSecond: 1e9 } as const;

/** What copies are made with, as the entry makes it; the edition is the caller's. */
export function exportToolsOf(edition: string): ExportTools {
  return {
    edition,
    openFolder: openExportFolder,
    sideOf: (deps) => {
      const limits = { searchLimit: NO_LIMIT, apiLimit: NO_LIMIT, patience: 3_600_000 };
      const setup = { deps, log: pino({ level: 'silent' }), copied: { live: undefined }, ...limits };
      const app = webApp(setup);
      app.route('/', apiRoutes({ deps, allowance: apiAllowance(setup) }));
      return { ask: async (path) => app.request(path) };
    },
  };
}
