import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { fillLog } from '../../../testing/append-fact.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import { leafHash } from '../../core/log/tree-hash.ts';
import { isIncluded } from '../../core/log/tree-proofs.ts';
import { labelPublishedEntry } from '../../formats/public-log-entry/write-entry.ts';
import { parseVerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { openCheckpoint, type Checkpoint } from '../../formats/tlog-checkpoint/checkpoint.ts';
import { parseTlogProof } from '../../formats/tlog-proof/tlog-proof.ts';
import { parseEntryBundle } from '../../formats/tlog-tiles/entry-bundle.ts';

type Get = (path: string) => Promise<Response>;

async function checkpointIn(get: Get, text?: string): Promise<Checkpoint> {
  const key = okOf(parseVerifierKey(sha256Bytes, (await (await get('/log/vkey')).text()).trimEnd()));
  return okOf(await openCheckpoint(text ?? (await (await get('/log/checkpoint')).text()), key, verifyEd25519));
}

type ShownLabel = {
  readonly number: string;
  readonly publishedAt: string;
  readonly record: unknown;
  readonly log: { readonly index: number; readonly inclusion: { checkpoint: string; hashes: readonly string[] } };
};

const shownLabel = async (get: Get, path: string): Promise<ShownLabel> =>
  (await (await get(path)).json()) as ShownLabel;

eachDatabase((_kind, open) => {
  test('a label’s data hold their proof: the entry made of them leads to the checkpoint beside it, later ones or not', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    await fillLog(world.deps.db, 5);
    for (const path of [`/labels/${number}.json`, `/api/v1/labels/${number}`]) {
      const { publishedAt: at, record, log } = await shownLabel(get, path);
      await fillLog(world.deps.db, 1);
      const tree = await checkpointIn(get, log.inclusion.checkpoint);
      const hashes = log.inclusion.hashes.map((hash) => Uint8Array.fromBase64(hash));
      const isLogged = (shown: unknown): boolean => {
        const publishedAt = Temporal.Instant.from(at);
        const entry = labelPublishedEntry(sha256Bytes, { number, publishedAt, record: canonicalJson(shown) });
        const leaf = { hash: leafHash(sha256Bytes, new TextEncoder().encode(entry)), index: log.index };
        return isIncluded(sha256Bytes, leaf, tree, hashes);
      };
      equal([isLogged(record), isLogged({ ...(record as object), level: 's4' })], [true, false], path);
    }
  });

  test('a label’s proof holds: its entry, its place and the signed checkpoint fit together, with nothing else asked for', async () => {
    const { world, get, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    await fillLog(world.deps.db, 4);
    await aGrantedCase(world);
    const data = await shownLabel(get, `/labels/${label.number}.json`);
    const { inclusion, ...place } = data.log;
    equal(inclusion.hashes.length, 3);
    equal(place, {
      index: 1,
      proof: `https://label.example.jp/labels/${label.number}/proof`,
      checkpoint: 'https://label.example.jp/log/checkpoint',
      key: 'https://label.example.jp/log/vkey',
    });
    const answer = await get(`/labels/${label.number}/proof`);
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.equal(answer.headers.get('content-disposition'), `inline; filename="${label.number}.tlog-proof"`);
    const { extra, index, hashes, checkpoint } = okOf(parseTlogProof(await answer.text()));
    const entry = JSON.parse(new TextDecoder().decode(extra)) as Record<string, unknown>;
    equal([entry['kind'], entry['number'], index], ['label-published', label.number, 1]);
    const tree = await checkpointIn(get, checkpoint);
    assert.equal(tree.size, 7);
    const leaf = { hash: leafHash(sha256Bytes, extra ?? new Uint8Array(0)), index };
    assert.ok(isIncluded(sha256Bytes, leaf, tree, hashes));

    assert.match(wordsOf(await page(`/labels/${label.number}`)), /公開ログの1番の記録です（0番から数えます）/);
    const english = await page(`/en/labels/${label.number}`);
    assert.match(wordsOf(english), /Recorded as entry 1 of the public log/);
    assert.match(english, /href="\/en\/log"/);
    assert.match(wordsOf(await page('/log')), /記録の数 7 /);
    assert.match(wordsOf(await page('/en/log')), /shirushi audit https:\/\/label\.example\.jp/);

    const typed = label.number.toLowerCase().replaceAll('-', '');
    const moved = await get(`/labels/${typed}/proof`);
    equal([moved.status, moved.headers.get('location')], [308, `/labels/${label.number}/proof`]);
    assert.equal((await get('/labels/S1-26-99999-0/proof')).status, 404);
  });

  test('tiles say the same for ever, the checkpoint is asked for anew, and nothing is served that the log does not have', async () => {
    const { world, get } = await aPublicSite(await open());
    await fillLog(world.deps.db, 258);
    const bytesOf = async (path: string): Promise<Uint8Array> => {
      const answer = await get(`/log/tile/${path}`);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      return new Uint8Array(await answer.arrayBuffer());
    };
    const full = await bytesOf('0/000');
    equal([full.length, (await bytesOf('0/001.p/3')).length, (await bytesOf('1/000.p/1')).length], [8192, 96, 32]);
    const first = okOf(parseEntryBundle(await bytesOf('entries/000'), 256));
    equal(
      leafHash(sha256Bytes, first[255] ?? new Uint8Array(0)).toHex(),
      full.slice(255 * 32).toHex(),
      'entries and hashes tell of the same',
    );
    assert.equal(okOf(parseEntryBundle(await bytesOf('entries/001.p/2'), 2)).length, 2);
    const checkpoint = await get('/log/checkpoint');
    equal(checkpoint.headers.get('cache-control'), 'no-cache');
    assert.equal((await checkpointIn(get)).size, 259);
    for (const path of [
      '0/001',
      '0/001.p/4',
      '0/002.p/1',
      '1/000',
      '2/000.p/1',
      '63/000',
      'entries/001',
      '0/0',
      '64/000',
    ]) {
      assert.equal((await get(`/log/tile/${path}`)).status, 404, path);
    }
  });
});
