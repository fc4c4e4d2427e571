import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { aDescribedApi } from '../../testing/described-api.ts';
import { equal } from '../../testing/equal.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { takeSnapshots } from '../app/open-data/take-snapshots.ts';

type Listed = { readonly day: string; readonly labels: number; readonly sha256: string; readonly size: number };
type List = { readonly snapshots: readonly Listed[] };

const on = (): AbortSignal => new AbortController().signal;

eachDatabase((_kind, open) => {
  test('each day that is over is kept once as a file with its hash: what was public then, and nothing later', async () => {
    const { world, ask, read } = await aDescribedApi(await open());
    const { number } = (await aGrantedCase(world)).label;
    const wishedOn = world.today().add({ days: 7 });
    const hidden = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label.number;
    equal(okOf(await takeSnapshots(world.deps, on())), 1);
    world.clock.set('2026-04-03T15:20:00Z');
    equal(okOf(await takeSnapshots(world.deps, on())), 3);
    equal(okOf(await takeSnapshots(world.deps, on())), 0);
    const { snapshots } = await read<List>('/snapshots');
    equal(
      snapshots.map(({ day, labels }) => [day, labels]),
      [
        ['2026-04-03', 1],
        ['2026-04-02', 1],
        ['2026-04-01', 1],
        ['2026-03-31', 0],
      ],
    );
    const [newest] = snapshots;
    assert.ok(newest);
    const answer = await ask('/snapshots/2026-04-03');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const hash = Buffer.from(sha256Bytes(bytes));
    equal([hash.toString('hex'), bytes.length], [newest.sha256, newest.size]);
    equal(answer.headers.get('repr-digest'), `sha-256=:${hash.toString('base64')}:`);
    equal(answer.headers.get('content-disposition'), 'attachment; filename="labels-2026-04-03.jsonl.gz"');
    const text = gunzipSync(bytes).toString();
    assert.ok(!text.includes(hidden));
    const { status, ...line } = JSON.parse(text.trimEnd()) as { number: string; status: { on: string } };
    equal([line.number, status.on], [number, '2026-04-03']);
    const etag = answer.headers.get('etag') ?? '';
    equal((await ask('/snapshots/2026-04-03', { headers: { 'if-none-match': etag } })).status, 304);
    for (const none of ['2026-04-04', '2026-03-30', 'x']) equal((await ask(`/snapshots/${none}`)).status, 404, none);
  });

  test('days nobody was awake for are made up for, a month of them at most', async () => {
    const { world, read } = await aDescribedApi(await open());
    equal(okOf(await takeSnapshots(world.deps, on())), 1);
    world.clock.set('2026-09-01T00:00:00Z');
    equal(okOf(await takeSnapshots(world.deps, on())), 31);
    const { snapshots } = await read<List>('/snapshots');
    equal([snapshots.length, snapshots[0]?.day, snapshots[30]?.day], [32, '2026-08-31', '2026-08-01']);
  });

  test('the catalogue names every file there is, and the newest snapshots with their hashes', async () => {
    const { world, ask, read } = await aDescribedApi(await open());
    await takeSnapshots(world.deps, on());
    const answer = await ask('/catalog.jsonld');
    equal(answer.headers.get('content-type'), 'application/ld+json');
    const catalog = (await answer.json()) as {
      'dcat:dataset': readonly { 'dcat:distribution': readonly Record<string, Record<string, unknown>>[] }[];
    };
    const files = catalog['dcat:dataset'][0]?.['dcat:distribution'] ?? [];
    const root = 'https://label.example.jp/api/v1';
    const addresses = files.map((file) => String(file['dcat:downloadURL']?.['@id']));
    for (const address of addresses) equal((await ask(address.slice(root.length))).status, 200, address);
    equal(addresses.length, 4);
    const [snapshot] = (await read<List>('/snapshots')).snapshots;
    equal(files.at(-1)?.['spdx:checksum']?.['spdx:checksumValue'], snapshot?.sha256);
  });
});
