import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveForBrowser } from '../../testing/browser.ts';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { makeCredentials } from '../app/credential/make-credentials.ts';
import { takeSnapshots } from '../app/open-data/take-snapshots.ts';
import { audit } from './audit.ts';
import type { FileCommand } from './command.ts';
import { UsageError } from './read-option.ts';
import { plainText } from './plain-text.ts';
import { verify } from './verify.ts';

type Typed = { readonly exit: number; readonly lines: readonly string[] };

/** Runs a command as typed in a folder, in English. */
async function typed(
  command: FileCommand,
  directory: string,
  positionals: readonly string[],
  values: Readonly<Record<string, string>> = {},
): Promise<Typed> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(plainText(line));
  const now = (): Temporal.Instant => Temporal.Instant.from('2026-04-02T00:00:00Z');
  const context = {
    language: 'en',
    json: false,
    directory,
    schemeDirectory: '/',
    now,
    print,
    printError: print,
  } as const;
  try {
    return { exit: await command.run(context, { positionals, values }), lines };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exit: error.exit, lines: [...lines, error.message] };
  }
}

eachDatabase((_kind, open) => {
  test('an audit proves a register, keeps what it saw, and names the row that somebody changed in the database', async () => {
    const db = await open();
    const { world, app } = await aPublicSite(db);
    const { label } = await aGrantedCase(world);
    await aGrantedCase(world);
    okOf(await makeCredentials(world.deps, new AbortController().signal));
    const served = await serveForBrowser((request) => app.fetch(request));
    const folder = scratchDirectory();
    try {
      const first = await typed(audit, folder, [served.address], { state: 'seen.json' });
      equal(first.exit, 0, first.lines.join('\n'));
      assert.match(first.lines.join('\n'), /\[\?\] The key is from the register itself[\s\S]*Result: proven\./);
      const seen = await readFile(join(folder, 'seen.json'), 'utf8');
      assert.match(seen, /"size": 3/);
      const again = await typed(audit, folder, [served.address], { state: 'seen.json' });
      assert.match(again.lines.join('\n'), /The 3 entries seen before are the first of the 3 now/);
      assert.doesNotMatch(again.lines.join('\n'), /\[\?\]/, 'the key kept before is used');

      const unkept = await typed(audit, folder, [served.address], { state: 'no/such/seen.json' });
      equal([unkept.exit, unkept.lines.includes('Result: proven.')], [2, true], unkept.lines.join('\n'));

      await db.pool.query(
        `update labels set record = replace(record, '"level":"s1"', '"level":"s4"') where number = $1`,
        [label.number],
      );
      const changed = await typed(audit, folder, [served.address], { state: 'seen.json' });
      equal(changed.exit, 1);
      assert.ok(changed.lines.includes(`${label.number}: the register shows something else than entry 1 says`));
      equal(await readFile(join(folder, 'seen.json'), 'utf8'), seen, 'a failed audit is not remembered');
      const shown = await typed(verify, folder, [`${served.address}/en/labels/${label.number}`]);
      equal(shown.exit, 1);
      assert.match(shown.lines.join('\n'), /\[FAILED\] .*what the register shows is not what was logged/);
    } finally {
      served.close();
    }
  });

  test('an operator who leaves a label out of the list of a day is caught, and the day is named', async () => {
    const { world, app } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    await aGrantedCase(world);
    world.clock.set('2026-04-02T15:20:00Z');
    okOf(await takeSnapshots(world.deps, new AbortController().signal));
    const served = await serveForBrowser((request) => app.fetch(request));
    const folder = scratchDirectory();
    try {
      const honest = await typed(audit, folder, [served.address]);
      equal(honest.exit, 0, honest.lines.join('\n'));
      assert.match(honest.lines.join('\n'), /The lists of days are what the entries make them \(days: 1\)/);

      // A list made while the label was hidden, and put into the log by the log's own key.
      await world.deps.db.pool.query('update labels set published_at = null where number = $1', [label.number]);
      world.clock.set('2026-04-03T15:20:00Z');
      okOf(await takeSnapshots(world.deps, new AbortController().signal));
      await world.deps.db.pool.query(
        `update labels set published_at = (select at from public_log where subject = $1) where number = $1`,
        [label.number],
      );
      const lying = await typed(audit, folder, [served.address]);
      equal(lying.exit, 1);
      assert.match(
        lying.lines.join('\n'),
        /\[FAILED\] The list of 2026-04-03 \(entry 4\) is not what the entries make it/,
      );
      assert.doesNotMatch(lying.lines.join('\n'), /The list of 2026-04-02/);
    } finally {
      served.close();
    }
  });

  test('a proof is verified from an address, by number, and from a file without asking anybody', async () => {
    const { world, app } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    okOf(await makeCredentials(world.deps, new AbortController().signal));
    const served = await serveForBrowser((request) => app.fetch(request));
    const folder = scratchDirectory();
    const read = async (path: string): Promise<string> => (await fetch(`${served.address}${path}`)).text();
    const key = (await read('/log/vkey')).trim();
    await writeFile(join(folder, 'label.tlog-proof'), await read(`/labels/${label.number}/proof`));
    await writeFile(join(folder, 'log.vkey'), `${key}\n`);
    const small = label.number.toLowerCase().replaceAll('-', '');
    const at = await typed(verify, folder, [
      `${served.address}/l/${small}`,
      `${served.address}/labels/${label.number}`,
    ]);
    equal(at.exit, 0, at.lines.join('\n'));
    const named = await typed(verify, folder, [label.number], { register: `${served.address}/`, key: 'log.vkey' });
    assert.match(named.lines.join('\n'), new RegExp(`publishes the label ${label.number}`));
    equal(named.exit, 0);
    served.close();

    const offline = await typed(verify, folder, ['label.tlog-proof'], { key });
    equal([offline.exit, offline.lines.at(-1)], [0, 'Result: proven.']);
    equal((await typed(verify, folder, ['label.tlog-proof'])).exit, 2);
    equal((await typed(verify, folder, ['none.tlog-proof'], { key })).exit, 2);
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    equal((await typed(verify, folder, ['label.tlog-proof'], { key: other })).exit, 1);
    const away = await typed(verify, folder, [`${served.address}/labels/${label.number}`]);
    equal(away.exit, 1);
    assert.match(away.lines.join(), /does not give what is needed/);
  });
});

test('a register that breaks off, or sends what is no label, is told as such, and cannot steer the terminal', async () => {
  const answers: Readonly<Record<string, () => Response>> = {
    '/labels/A.json': () => new Response('null'),
    '/labels/A/proof': () => new Response('no proof'),
    '/labels/B.json': () => new Response('\u001b[2Jnothing'),
    '/labels/C.json': () =>
      new Response(
        new ReadableStream({
          pull: (body) => {
            body.enqueue(new TextEncoder().encode('{'));
            body.error(new Error('broken off'));
          },
        }),
      ),
    '/log/vkey': () => new Response('\u009b2Jkey'),
  };
  const served = await serveForBrowser(
    ({ url }) => answers[new URL(url).pathname]?.() ?? new Response('', { status: 404 }),
  );
  try {
    for (const label of ['A', 'B', 'C']) {
      const { exit, lines } = await typed(verify, scratchDirectory(), [`${served.address}/labels/${label}`]);
      equal([exit, lines.length > 0], [1, true], label);
      assert.doesNotMatch(lines.join(''), /[\u001b\u009b]/, label);
    }
  } finally {
    served.close();
  }
});

test('what is no address is a mistake of whoever typed it', async () => {
  for (const wrong of ['nothing', 'ftp://x', '']) equal((await typed(audit, '/', [wrong])).exit, 2, wrong);
  equal((await typed(verify, '/', ['https://x/nothing'])).exit, 2);
  equal((await typed(verify, '/', ['S1-26-00001-0'], { register: 'x' })).exit, 2);
});
