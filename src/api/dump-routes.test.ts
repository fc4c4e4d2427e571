import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { eachDatabase } from '../../testing/database.ts';
import { aDescribedApi } from '../../testing/described-api.ts';
import { equal } from '../../testing/equal.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { parseDumpLine } from '../formats/register-dump/dump-line.ts';

type Api = Awaited<ReturnType<typeof aDescribedApi>>;

const FILES = ['labels.jsonl', 'labels.csv', 'labels-cp932.jsonl', 'labels.jsonld'] as const;

const textOf = async ({ ask }: Api, file: string): Promise<string> => {
  const answer = await ask(`/dump/${file}`);
  equal(answer.status, 200, file);
  return answer.text();
};

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line !== '');

eachDatabase((_kind, open) => {
  test('each dump holds every published label once, in the state of its day, and can be parsed', async () => {
    const api = await aDescribedApi(await open());
    const made = await manyLabels(api.world, 1_100);
    const middle = made[550];
    assert.ok(middle);
    const lines = linesOf(await textOf(api, 'labels.jsonl'));
    const numbers = lines.map((line) => (JSON.parse(line) as { number: string }).number);
    equal([numbers.length, new Set(numbers).size], [1_101, 1_101]);
    assert.ok(lines.every((line) => parseDumpLine(sha256Bytes, line).ok));
    const table = linesOf(await textOf(api, 'labels.csv'));
    equal([table.length, table[0]?.split(',').length], [1_102, 21]);
    const graph = JSON.parse(await textOf(api, 'labels.jsonld')) as { '@graph': readonly Record<string, unknown>[] };
    equal([graph['@graph'].length, graph['@graph'][0]?.['@type']], [1_101, 'Certification']);
    const day = middle.issuedOn.toString();
    const then = linesOf(await textOf(api, `labels.jsonl?asof=${day}`)).map(
      (line) => JSON.parse(line) as { number: string; status: { state: string; on: string } },
    );
    equal(then.length, made.filter(({ issuedOn }) => issuedOn.toString() <= day).length);
    equal(then.find(({ number }) => number === middle.number)?.status, { state: 'valid', on: day, zone: 'Asia/Tokyo' });
  });

  test('a dump says whether it has changed before it is made, and names itself after its day', async () => {
    const { world, ask } = await aDescribedApi(await open());
    await aGrantedCase(world);
    for (const file of FILES) {
      const answer = await ask(`/dump/${file}`);
      equal(answer.headers.get('content-disposition'), `attachment; filename="${file.replace('.', '-2026-04-01.')}"`);
      equal(answer.headers.get('access-control-allow-origin'), '*');
      await answer.text();
      const etag = answer.headers.get('etag') ?? '';
      const again = async (): Promise<number> =>
        (await ask(`/dump/${file}`, { headers: { 'if-none-match': etag } })).status;
      equal(await again(), 304, file);
    }
    const etag = (await ask('/dump/labels.csv', { method: 'HEAD' })).headers.get('etag') ?? '';
    await aGrantedCase(world);
    equal((await ask('/dump/labels.csv', { headers: { 'if-none-match': etag } })).status, 200);
    equal((await ask('/dump/labels.csv?asof=2099-01-01')).status, 400);
    equal((await ask('/dump/labels.csv?encoding=latin1')).status, 400);
  });

  test('the table can be had in cp932, and a report tells what that cannot say', async () => {
    const api = await aDescribedApi(await open());
    const name = '\u{20bb7}\u91ce\u5bb6\u301c\u3042';
    const { number } = (await aGrantedCase(api.world, { answers: { 'product.name': name } })).label;
    const plain = await textOf(api, 'labels.csv');
    assert.ok(plain.includes(name));
    const marked = new Uint8Array(await (await api.ask('/dump/labels.csv?encoding=utf-8-bom')).arrayBuffer());
    equal([...marked.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const old = await api.ask('/dump/labels.csv?encoding=cp932');
    equal(old.headers.get('content-type'), 'text/csv; charset=shift_jis; header=present');
    const text = new TextDecoder('shift_jis').decode(await old.arrayBuffer());
    assert.ok(text.includes('\u3013\u91ce\u5bb6\uff5e\u3042'));
    const link = /<https:\/\/label\.example\.jp\/api\/v1\/dump\/([^>]+)>; rel="describedby"/;
    const report = linesOf(await textOf(api, link.exec(old.headers.get('link') ?? '')?.[1] ?? ''));
    equal(
      report.map((line) => JSON.parse(line) as unknown),
      [
        { number, column: 'product', character: '\u{20bb7}', codePoint: 'U+20BB7', writtenAs: '\u3013' },
        { number, column: 'product', character: '\u301c', codePoint: 'U+301C', writtenAs: '\uff5e' },
      ],
    );
  });

  test('nothing of a label under embargo is in any dump before its day', async () => {
    const api = await aDescribedApi(await open());
    const wishedOn = api.world.today().add({ days: 7 });
    const { number } = (await aGrantedCase(api.world, { answers: { 'publication.wishedOn': wishedOn } })).label;
    for (const file of FILES) {
      const text = await textOf(api, file);
      assert.ok(!text.includes(number) && !text.includes('HGW'), file);
    }
  });
});
