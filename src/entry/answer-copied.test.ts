import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { until } from '../../testing/until.ts';
import { CopiedFiles } from '../adapters/copied-files.ts';
import { answerCopied } from '../web/copied/answer-copied.ts';

const PAGE = `<!doctype html>${'x'.repeat(2000)}`;
const LARGE = 'l'.repeat(3_000_000);

const FILES: Readonly<Record<string, string>> = {
  '.shirushi-export/state.json': '{}',
  'index.html': 'home',
  'en/index.html': 'home in English',
  'search.html': 'the search is elsewhere',
  'en/search.html': 'the search is elsewhere, in English',
  '404.html': 'nothing here',
  'en/404.html': 'nothing here, in English',
  'verify.html': PAGE,
  'makers.html': 'makers',
  'makers/ミナト.html': 'a maker',
  'labels/S1.html': PAGE,
  'labels/S1.json': '{"number":"S1"}',
  'labels/S1/proof': 'c2sp.org/tlog-proof@v1',
  'labels/S1/credential': 'a.b.c',
  'labels/S1/declaration.pdf': '%PDF',
  'log/checkpoint': 'checkpoint',
  'log/tile/0/000': 'tile',
  'log/tile/0/001.p/7': 'part of a tile',
  '.well-known/jwks.json': '{}',
  issuer: '{"id":"i"}',
  'labels.jsonl': LARGE,
  'api/v1/dump/labels.csv': 'utf-8',
  'api/v1/dump/labels-cp932.csv': 'cp932',
  'api/v1/snapshots/2026-04-01.gz': 'packed',
};

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

describe('a static copy that is given out', () => {
  const parent = scratchDirectory();
  const folder = join(parent, 'copy');
  let now = 0;
  const reported: string[] = [];
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, `${file}.new`), text);
    renameSync(join(folder, `${file}.new`), join(folder, file));
  };
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  writeFileSync(join(parent, 'secret.html'), 'secret');
  const files = new CopiedFiles(folder, { now: () => now });
  const copy = {
    find: (address: string) => files.find(address),
    baseUrl: 'https://label.example.jp',
    live: 'https://live.example.jp/register',
    report: (error: unknown) => void reported.push(String(error)),
  };
  const server = createServer(answerCopied(copy));
  const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Asks for a path as it is written, which `fetch` would tidy up. */
  async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
    await listening;
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path, headers, method }, (answer) => {
        const { statusCode: status = 0, headers: own } = answer;
        buffer(answer).then((body) => resolve({ status, headers: own, body }), reject);
      });
      asked.on('error', reject).end();
    });
  }

  test('answers each address with its file, and says what it is and how long it holds', async () => {
    for (const [path, text, type, cache = 'no-cache'] of [
      ['/', 'home', 'text/html; charset=utf-8'],
      ['/en/', 'home in English', 'text/html; charset=utf-8'],
      ['/makers', 'makers', 'text/html; charset=utf-8'],
      [`/makers/${encodeURIComponent('ミナト')}`, 'a maker', 'text/html; charset=utf-8'],
      ['/labels/S1', PAGE, 'text/html; charset=utf-8'],
      ['/labels/S1.json', '{"number":"S1"}', 'application/json'],
      ['/labels/S1/proof', 'c2sp.org/tlog-proof@v1', 'text/plain; charset=utf-8'],
      ['/labels/S1/credential', 'a.b.c', 'application/vc+jwt'],
      ['/labels/S1/declaration.pdf', '%PDF', 'application/pdf'],
      ['/log/checkpoint', 'checkpoint', 'text/plain; charset=utf-8'],
      ['/log/tile/0/000', 'tile', 'application/octet-stream', 'public, max-age=31536000, immutable'],
      ['/log/tile/0/001.p/7', 'part of a tile', 'application/octet-stream'],
      ['/.well-known/jwks.json', '{}', 'application/jwk-set+json'],
      ['/labels.jsonl', LARGE, 'application/jsonl; charset=utf-8'],
      ['/api/v1/dump/labels.csv', 'utf-8', 'text/csv; charset=utf-8; header=present'],
      ['/api/v1/dump/labels.csv?x=1', 'utf-8', 'text/csv; charset=utf-8; header=present'],
      ['/api/v1/dump/labels.csv?encoding=cp932', 'cp932', 'text/csv; charset=shift_jis; header=present'],
      ['/api/v1/dump/labels.csv?x=1&encoding=cp932', 'cp932', 'text/csv; charset=shift_jis; header=present'],
      ['/makers?page=2', 'makers', 'text/html; charset=utf-8'],
      ['/issuer', '{"id":"i"}', 'application/cid'],
      ['/api/v1/snapshots/2026-04-01', 'packed', 'application/gzip', 'public, max-age=31536000, immutable'],
    ] as const) {
      const { status, headers, body } = await ask(path);
      equal([status, headers['content-type'], headers['cache-control']], [200, type, cache], path);
      equal(body.toString(), text, path);
      equal(headers['content-length'], String(Buffer.byteLength(text)), path);
      const isPage = type.startsWith('text/html');
      equal(headers['access-control-allow-origin'], isPage ? undefined : '*', path);
      equal(headers['cross-origin-resource-policy'], isPage ? 'same-origin' : 'cross-origin', path);
      equal([headers['x-content-type-options'], headers['x-frame-options']], ['nosniff', 'DENY'], path);
      const head = await ask(path, {}, 'HEAD');
      equal([head.status, head.body.length, head.headers['content-length']], [200, 0, headers['content-length']], path);
      const again = await ask(path, { 'if-none-match': headers.etag ?? '' });
      equal([again.status, again.body.length], [304, 0], path);
    }
  });

  test('lets the verifying page alone run scripts, and packs texts for who takes them so', async () => {
    const policy = async (path: string): Promise<string> =>
      String((await ask(path)).headers['content-security-policy']);
    assert.match(await policy('/verify'), /script-src 'self'/);
    assert.doesNotMatch(await policy('/labels/S1'), /script-src/);
    assert.match(await policy('/labels/S1'), /form-action 'self' https:\/\/live\.example\.jp;/);
    const packed = await ask('/labels/S1', { 'accept-encoding': 'gzip, br' });
    equal([packed.headers['content-encoding'], packed.headers.vary], ['gzip', 'Accept-Encoding']);
    equal(gunzipSync(packed.body).toString(), PAGE);
    for (const coding of ['br', 'gzip;q=0', '']) {
      equal((await ask('/labels/S1', { 'accept-encoding': coding })).headers['content-encoding'], undefined, coding);
    }
  });

  test('says what it does not have: nothing there, or a question that only the program answers', async () => {
    for (const [path, status, text] of [
      ['/nothing', 404, 'nothing here'],
      ['/en/nothing', 404, 'nothing here, in English'],
      ['/search?q=HGW', 503, 'the search is elsewhere'],
      ['/en/labels/S1?asof=2026-04-01', 503, 'the search is elsewhere, in English'],
      ['/workspace/cases', 503, 'the search is elsewhere'],
      ['/labels/s1', 503, 'the search is elsewhere'],
      ['/labels.json?level=1', 503, 'the search is elsewhere'],
      ['/en/compare?number=S1', 503, 'the search is elsewhere, in English'],
      ['/api/v1/absence?model=X', 503, 'the search is elsewhere'],
      ['/api/v1/dump/labels.csv?encoding=../labels', 503, 'the search is elsewhere'],
    ] as const) {
      const { status: answered, body, headers } = await ask(path);
      equal([answered, body.toString()], [status, text], path);
      equal(headers['retry-after'], status === 503 ? '300' : undefined);
    }
    equal((await ask('/labels/S1', {}, 'POST')).status, 405);
    const sent = await ask('/subscriptions/secret/end', {}, 'POST');
    equal([sent.status, sent.headers['retry-after']], [503, '300']);
    equal([(await ask('/en')).status, (await ask('/en')).headers.location], [308, '/en/']);
  });

  test('gives nothing out of what is its own, above it, or no address at all', async () => {
    for (const path of [
      '/.shirushi-export/state.json',
      '/%2eshirushi-export/state.json',
      '/en/../.shirushi-export/state.json',
      '/../secret',
      '/../secret.html',
      '/%2e%2e/secret',
      '/..%2fsecret',
      '/verify/../../secret',
      '/en/%2e%2e/%2e%2e/secret.html',
      '/%00',
      '/%ff',
      '//../secret',
      `/${'n'.repeat(5000)}`,
    ]) {
      equal((await ask(path)).status, 404, path);
    }
  });

  test('what was replaced or taken away is seen within a second, whether or not the run came to its end', async () => {
    equal((await ask('/makers')).body.toString(), 'makers');
    write('makers.html', 'more makers');
    equal((await ask('/makers')).body.toString(), 'makers', 'believed for a moment');
    now += 1_000;
    equal((await ask('/makers')).body.toString(), 'more makers');
    rmSync(join(folder, 'makers.html'));
    now += 1_000;
    equal((await ask('/makers')).status, 503);
  });

  test('a file is kept once, however it is asked for, and nothing is kept where there is no room', async () => {
    const small = new CopiedFiles(folder, { room: 0, now: () => now });
    const first = await small.find('/labels/S1');
    assert.ok(first !== undefined && first !== (await small.find('/labels/S1')));
    equal((await files.find('/labels/S1?a=1')) === (await files.find('/labels/S1?b=2')), true);
    const two = new CopiedFiles(folder, { room: 15_000, now: () => now });
    const [page, json] = [await two.find('/labels/S1'), await two.find('/labels/S1.json')];
    assert.equal(await two.find('/labels/S1'), page, 'asked for last');
    await two.find('/verify');
    assert.notEqual(await two.find('/labels/S1.json'), json, 'asked for longest ago');
  });

  test(
    'whoever goes away in the middle of a large file leaves nothing open',
    { skip: process.platform !== 'linux' },
    async () => {
      await listening;
      const { port } = server.address() as AddressInfo;
      const open = (): number =>
        readdirSync('/proc/self/fd').filter((fd) => {
          try {
            return readlinkSync(`/proc/self/fd/${fd}`).endsWith('labels.jsonl');
          } catch {
            return false;
          }
        }).length;
      for (let time = 0; time < 5; time += 1) {
        await new Promise<void>((resolve) => {
          const asked = request({ port, host: '127.0.0.1', path: '/labels.jsonl' }, (answer) => {
            answer.once('data', () => {
              asked.destroy();
              resolve();
            });
            answer.on('error', () => undefined);
          });
          asked.on('error', () => undefined).end();
        });
      }
      await until('all are closed', () => Promise.resolve(open() === 0));
      equal(reported, []);
    },
  );

  test('what the disk does not give is reported, and told as a fault of ours', async () => {
    mkdirSync(join(folder, 'broken'));
    const broken = new CopiedFiles(join(folder, 'broken'));
    const given = { ...copy, find: () => Promise.reject(new Error('EIO: the disk')) };
    const other = createServer(answerCopied(given));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const answer = await fetch(`http://127.0.0.1:${String((other.address() as AddressInfo).port)}/`);
    equal([answer.status, answer.headers.get('x-content-type-options')], [500, 'nosniff']);
    equal(reported, ['Error: EIO: the disk']);
    equal(await broken.find('/'), undefined);
    other.close();
  });
});
