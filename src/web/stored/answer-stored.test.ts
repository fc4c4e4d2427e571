import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { logAbout } from '../../../testing/append-fact.ts';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import type { World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';
import { StoredPages } from '../../app/stored-page/stored-pages.ts';
import { answerStored } from './answer-stored.ts';

type Database = Parameters<typeof aPublicSite>[0];

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** A site over HTTP, with how often its application was asked. */
type StoringSite = {
  readonly world: World;
  readonly number: string;
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Answer>;
  /** Asks the application, past all that is stored. */
  readonly made: (path: string) => Promise<Answer>;
  /** Waits until what was to be stored is stored, then answers whether the application is asked for an address. */
  readonly isStored: (path: string) => Promise<boolean>;
  readonly storedNow: () => Promise<readonly string[]>;
  readonly logged: readonly string[];
};

const closing: (() => void)[] = [];
after(() => closing.forEach((close) => close()));

async function aStoringSite(db: Database, edition = 'one'): Promise<StoringSite> {
  let stored: StoredPages | undefined;
  const { world, app, setup, logged } = await aPublicSite(db, (deps) => {
    stored = new StoredPages(deps, {
      edition: Promise.resolve(edition),
      report: (error) => assert.fail(String(error)),
    });
    return { stored };
  });
  assert.ok(stored !== undefined);
  const pages = stored;
  let asked = 0;
  const listener = getRequestListener(app.fetch);
  const application: typeof listener = async (request, response) => {
    asked += 1;
    await listener(request, response);
  };
  const past = createServer((request, response) => void listener(request, response)).listen(0);
  const server = createServer(
    answerStored({ ...setup, stored: pages }, (request, response) => void application(request, response)),
  ).listen(0);
  closing.push(
    () => server.close(),
    () => past.close(),
  );
  const askAt =
    (at: typeof server): StoringSite['ask'] =>
    async (path, headers = {}, method = 'GET') => {
      const request = get({ port: (at.address() as AddressInfo).port, path, headers, method });
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      const body = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>));
      const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body).toString() : body.toString();
      return { status: answer.statusCode ?? 0, headers: answer.headers, text };
    };
  const ask = askAt(server);
  const { number } = (await aGrantedCase(world)).label;
  return {
    world,
    number,
    ask,
    made: (path) => askAt(past)(path, { 'accept-encoding': 'gzip' }),
    isStored: async (path) => {
      await pages.settle();
      const before = asked;
      assert.equal((await ask(path)).status, 200, path);
      return asked === before;
    },
    storedNow: async () => {
      await pages.settle();
      const { rows } = await db.pool.query<{ kind: string }>('select kind from stored_pages order by kind');
      return rows.map(({ kind }) => kind);
    },
    logged,
  };
}

const GZIP = { 'accept-encoding': 'gzip, deflate, br' };
/** What differs with each answer, or with the connection. */
const OF_ITS_OWN = ['x-request-id', 'date', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];

function fixedHeaders({ headers }: Answer): readonly (readonly [string, unknown])[] {
  return Object.entries(headers)
    .filter(([name]) => !OF_ITS_OWN.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('answers about labels that are stored', () => {
  eachDatabase((_kind, open) => {
    test('are sent again without the application, with its very bytes and headers, compressed or not', async () => {
      const { number, ask, made, isStored, storedNow } = await aStoringSite(await open());
      const paths = [`/labels/${number}`, `/en/labels/${number}`, `/labels/${number}.json`];
      for (const path of paths) {
        await ask(path, GZIP);
        assert.equal(await isStored(path), true, path);
        const [again, wanted] = [await ask(path, GZIP), await made(path)];
        equal(again.text, wanted.text);
        equal(fixedHeaders(again), fixedHeaders(wanted), path);
        assert.match(String(again.headers['x-request-id']), /^[0-9a-f-]{36}$/);
        const plain = await ask(path);
        assert.equal(plain.headers['content-encoding'], undefined);
        equal(plain.text, wanted.text);
      }
      equal(await storedNow(), ['json', 'page.en', 'page.ja']);
    });

    test('are not sent to whoever has them already', async () => {
      const { number, ask, isStored } = await aStoringSite(await open());
      for (const path of [`/labels/${number}`, `/labels/${number}.json`]) {
        const { etag = '', 'last-modified': modified } = (await ask(path, GZIP)).headers;
        assert.equal(await isStored(path), true);
        for (const tags of [etag, `"other", ${etag}`, '*', etag.replace('W/', '')]) {
          const { status, text, headers } = await ask(path, { ...GZIP, 'if-none-match': tags });
          equal([status, text, headers.etag], [304, '', etag]);
        }
        const other = { ...GZIP, 'if-none-match': '"other"', 'if-modified-since': String(modified) };
        assert.equal((await ask(path, other)).status, 200, 'tags count before the time');
        if (modified === undefined) continue;
        assert.equal((await ask(path, { ...GZIP, 'if-modified-since': modified })).status, 304);
      }
    });

    test('are forgotten with the act that logs something about the label, and with any change of its row', async () => {
      const db = await open();
      const { number, ask, isStored, storedNow } = await aStoringSite(db);
      const path = `/labels/${number}`;
      await ask(path);
      assert.equal(await isStored(path), true);
      await logAbout(db, number);
      equal(await storedNow(), []);
      assert.equal(await isStored(path), false);
      assert.equal(await isStored(path), true);
      await db.pool.query(`update labels set record = replace(record, '"answers"', '"answers" ') where number = $1`, [
        number,
      ]);
      equal(await storedNow(), []);
    });

    test('that were made before the change are not stored after it', async () => {
      const db = await open();
      const { number, ask, storedNow } = await aStoringSite(db);
      const asked = await ask(`/labels/${number}`);
      await logAbout(db, number);
      equal([asked.status, await storedNow()], [200, []]);
    });

    test('hold until the day on which the calendar changes them, and not before the day they tell of', async () => {
      const { world, number, ask, isStored } = await aStoringSite(await open());
      const path = `/labels/${number}`;
      await ask(path);
      assert.equal(await isStored(path), true);
      world.clock.set('2026-03-31T02:00:00Z');
      assert.equal((await ask(path)).status, 404);
      world.clock.set('2028-03-31T14:59:59.999Z');
      assert.equal(await isStored(path), true, 'the last moment of the last day');
      world.clock.set('2028-03-31T15:00:00Z');
      assert.equal(await isStored(path), false, 'midnight in Tokyo');
      assert.match((await ask(path)).text, /2028/);
      assert.equal(await isStored(path), true);
    });

    test('by another program or with other settings are not used', async () => {
      const db = await open();
      const first = await aStoringSite(db);
      const path = `/labels/${first.number}`;
      await first.ask(path);
      assert.equal(await first.isStored(path), true);
      await db.pool.query(`update stored_pages set edition = 'two'`);
      assert.equal(await first.isStored(path), false);
    });

    test('are not made of earlier days, questions, other spellings and other methods, nor asked for with a body', async () => {
      const { number, ask, isStored, storedNow, world } = await aStoringSite(await open());
      world.clock.set('2026-06-01T02:00:00Z');
      await ask(`/labels/${number}?asof=2026-05-01`);
      await ask(`/labels/${number}?bought=2026-05-01`);
      equal(await storedNow(), []);
      assert.equal((await ask(`/labels/${number.toLowerCase()}`)).status, 308);
      await ask(`/labels/${number}`);
      assert.equal(await isStored(`/labels/${number}`), true);
      for (const [path, method] of [
        [`/labels/${number}?asof=2026-05-01`, 'GET'],
        [`/labels/${number}`, 'HEAD'],
      ] as const) {
        assert.equal((await ask(path, GZIP, method)).status, 200);
      }
      assert.equal((await ask(`/labels/${number}`, { 'content-length': '2' })).status, 413);
    });

    test('are logged and counted like the others', async () => {
      const { number, ask, isStored, logged } = await aStoringSite(await open());
      const path = `/labels/${number}`;
      await ask(path);
      assert.equal(await isStored(path), true);
      const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
      equal(
        lines.map(({ method, route, status, msg }) => [method, route, status, msg]),
        [
          ['GET', '/labels/:typed', 200, 'answered'],
          ['GET', '/labels/:typed', 200, 'answered'],
        ],
      );
    });
  });
});
