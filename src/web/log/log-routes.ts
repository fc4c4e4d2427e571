import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { dumpLabels } from '../../app/label/dump-labels.ts';
import { readLog, readTile, type ShownLog } from '../../app/log/read-log.ts';
import { parseTilePath } from '../../formats/tlog-tiles/tile-path.ts';
import { answerError, viewFor } from '../answer.ts';
import { limitNetwork } from '../guard/limit-network.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { logPage } from './log-page.ts';

/** A tile says the same for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const SHARED = cors({ origin: '*', allowMethods: ['GET', 'HEAD'] });

const TEXT = { 'content-type': 'text/plain; charset=utf-8' } as const;

/** The keys the log signs with, a line each. */
function keyLines({ verifierKey, joiningKey }: ShownLog): string {
  return [verifierKey, joiningKey].map((key) => (key === undefined ? '' : `${key}\n`)).join('');
}

/** How often a network may read the whole register: an audit reads it once. */
const WHOLE_REGISTER = { burst: 6, perSecond: 1 / 30 } as const;

/** The public log: its page, what tools read (C2SP tlog-tiles), and what it is compared with. Any site may read it. */
export function logRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/log`, async (c) => {
      const log = await readLog(deps);
      if (log === undefined) return answerError(c, viewFor(c, site), { code: 'not_found' });
      c.header('cache-control', 'no-cache');
      return c.html(await logPage(viewFor(c, site), log));
    });
  }
  for (const [path, member] of [
    ['/log/checkpoint', 'checkpoint'],
    ['/log/vkey', 'verifierKey'],
  ] as const) {
    app.get(path, SHARED, async (c) => {
      const log = await readLog(deps);
      if (log === undefined) return answerError(c, viewFor(c, site), { code: 'not_found' });
      c.header('cache-control', 'no-cache');
      c.header('cross-origin-resource-policy', 'cross-origin');
      return c.body(member === 'checkpoint' ? log.checkpoint : keyLines(log), 200, TEXT);
    });
  }
  app.get('/log/tile/:tile{.+}', SHARED, async (c) => {
    const tile = parseTilePath(c.req.path.slice('/log/'.length));
    const bytes = tile.ok ? await readTile(deps, tile.value) : undefined;
    if (bytes === undefined) return answerError(c, viewFor(c, site), { code: 'not_found' });
    c.header('cache-control', FOR_EVER);
    c.header('cross-origin-resource-policy', 'cross-origin');
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
  });
  app.get('/labels.jsonl', limitNetwork(setup, site, WHOLE_REGISTER), SHARED, async (c) => {
    const log = await readLog(deps);
    c.header('cache-control', 'no-cache');
    c.header('cross-origin-resource-policy', 'cross-origin');
    // Nothing public changes without the log; without a tag of ours the whole dump would be held in memory to make one.
    c.header('etag', `W/"log-${String(log?.size ?? 0)}"`);
    const lines = ReadableStream.from(dumpLabels(deps)).pipeThrough(new TextEncoderStream());
    return c.body(lines, 200, { 'content-type': 'application/jsonl; charset=utf-8' });
  });
  return app;
}
