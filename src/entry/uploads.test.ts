import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { aDraft } from '../../testing/builders/cases.ts';
import { okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { formFieldsOf } from '../../testing/form-fields.ts';
import { equal } from '../../testing/equal.ts';
import { postMultipart } from '../../testing/multipart-post.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { until } from '../../testing/until.ts';
import { aWorkspaceSite, cookieOf, type Visitor, type WorkspaceSite } from '../../testing/workspace-site.ts';
import { openDiskFiles } from '../adapters/disk-files.ts';
import { webauthnPasskeys } from '../adapters/webauthn-passkeys.ts';
import { findCase } from '../app/case/find-case.ts';
import { hashStoredFile } from '../app/files/hash-stored-file.ts';
import type { FileStore } from '../app/ports.ts';
import { webApp } from '../web/app.ts';
import { listen } from './listen.ts';

const MIB = 1_048_576;

/** So many megabytes, made up on the way. */
function* megabytes(count: number): Generator<Uint8Array> {
  for (let n = 0; n < count; n += 1) yield Buffer.alloc(MIB, n);
}

describe('uploads over a real connection, when things go wrong (DOMAIN §14)', () => {
  eachDatabase((_kind, open) => {
    const root = scratchDirectory();
    let site: WorkspaceSite;
    let editor: Visitor;
    let files: FileStore;
    let server: Awaited<ReturnType<typeof listen>>;
    before(async () => {
      site = await aWorkspaceSite(await open());
      files = await openDiskFiles(root);
      const deps = { ...site.world.deps, files };
      const log = pino({ level: 'silent' });
      const app = webApp({ deps, log, metrics: new Registry(), passkeys: webauthnPasskeys });
      const answer = getRequestListener(app.fetch);
      server = await listen({ host: '127.0.0.1', port: 0 });
      server.answerWith((request, response) => void answer(request, response));
      editor = await site.signIn('editor');
    });
    after(() => server.close());

    const unfinished = () => readdirSync(join(root, 'incoming'));
    const stored = async () => Array.fromAsync(files.list());
    const shown = async (id: Awaited<ReturnType<typeof aDraft>>['id']) =>
      okOf(await findCase(site.world.deps, site.world.people.editor, id));
    const draft = async () => {
      const at = await aDraft(site.world);
      const path = `/workspace/cases/${at.applicationNumber}/criteria/S1.1-01`;
      const page = await (await editor.get(path)).text();
      const hidden = page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
      const fields = Object.fromEntries(
        Array.from(hidden, ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
      );
      const reason = /<textarea[^>]*name="(determinations\.S1\.1-01\.[^"]*)"/.exec(page)?.[1] ?? 'no such field';
      return { ...at, path, fields, reason };
    };
    type Post = Parameters<typeof postMultipart>[1];
    const send = (path: string, post: Omit<Post, 'headers'>, token = editor.token) =>
      postMultipart(`http://127.0.0.1:${server.port}${path}`, {
        ...post,
        headers: { ...cookieOf(token), origin: `http://127.0.0.1:${server.port}` },
      });

    test('a line cut in the middle of 100 MB keeps nothing of the file and all that was typed', async () => {
      const { id, path, fields, reason } = await draft();
      const before_ = await stored();
      let isSeen = false;
      const answer = await send(path, {
        fields: { ...fields, [reason]: 'typed before the line was cut' },
        files: [{ name: 'large.bin', content: megabytes(100) }],
        onSent: async (bytes, cut) => {
          if (bytes < 50 * MIB) return;
          isSeen = unfinished().length === 1;
          cut();
          await Promise.resolve();
        },
      });
      equal([answer, isSeen], [undefined, true]);
      await until('the unfinished file is gone', () => unfinished().length === 0);
      equal(await stored(), before_);
      const typed = async () => JSON.stringify((await shown(id)).application.determinations).includes('typed before');
      await until('what was typed is saved', typed);
      equal(
        (await shown(id)).files.some(({ name }) => name === 'large.bin'),
        false,
      );
    });

    test('2 GB are refused after the first 100 MiB, with flat memory, and the answer says so', async () => {
      const { path, fields } = await draft();
      const before_ = await stored();
      const start = process.memoryUsage().rss;
      let most = start;
      const answer = await send(path, {
        fields,
        files: [{ name: 'huge.bin', content: megabytes(2048) }],
        onSent: () => {
          most = Math.max(most, process.memoryUsage().rss);
        },
      });
      equal(answer?.status, 422);
      assert.match(answer?.text ?? '', /huge\.bin[\s\S]*(104857600|104,857,600)/);
      assert.ok((answer?.sent ?? Infinity) < 160 * MIB, `${String(answer?.sent)} bytes were taken`);
      assert.ok(most - start < 128 * MIB, `memory grew by ${String((most - start) / MIB)} MiB`);
      equal([await stored(), unfinished()], [before_, []]);
      equal((await (await fetch(`http://127.0.0.1:${server.port}/healthz`)).text()).length > 0, true);
    });

    test('an empty file is named and not kept, and the others of the form are', async () => {
      const { id, path, fields } = await draft();
      const answer = await send(path, {
        fields,
        files: [
          { name: 'empty.txt', content: [] },
          { name: 'full.txt', content: [Buffer.from('full')] },
        ],
      });
      equal(answer?.status, 422);
      assert.match(answer?.text ?? '', /empty\.txt[^<]*（0バイト）/);
      const names = (await shown(id)).files.map(({ name }) => name);
      equal([names.includes('empty.txt'), names.includes('full.txt')], [false, true]);
    });

    test('names beyond the basic plane and with marks that turn the writing round arrive as they are, and are shown apart', async () => {
      const { id, path, fields } = await draft();
      const names = ['𠮷野家😀.txt', 'abc\u202egnp.exe'];
      const sent = names.map((name) => ({ name, content: [Buffer.from(name)] }));
      equal((await send(path, { fields, files: sent }))?.status, 303);
      const kept = (await shown(id)).files.map(({ name }) => name);
      assert.ok(
        kept.some((name) => name.includes('𠮷野家😀')),
        kept.join(),
      );
      const page = await (await editor.get(path)).text();
      assert.ok(page.includes('𠮷野家😀'));
      assert.doesNotMatch(page.replaceAll(/<bdi>[^<]*<\/bdi>|="[^"]*"/g, ''), /\u202e/);
    });

    test('a session that ends while a file is on its way keeps what was typed and attaches nothing', async () => {
      const { id, path, fields, reason } = await draft();
      const other = await site.signIn('editor');
      const page = await (await other.get(path)).text();
      const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const answer = await send(
        path,
        {
          fields: { ...fields, csrf, [reason]: 'typed before the session ended' },
          files: [{ name: 'midway.bin', content: megabytes(4) }],
          onSent: async (bytes) => {
            if (bytes !== 2 * MIB) return;
            await until('the file is on its way', () => unfinished().length === 1);
            await other.post('/workspace/sign-out');
          },
        },
        other.token,
      );
      equal(answer?.status, 401);
      assert.match(answer?.text ?? '', /value="typed before the session ended"/);
      equal(
        (await shown(id)).files.some(({ name }) => name === 'midway.bin'),
        false,
      );
    });

    test('an upload without a session keeps nothing of the file, and what was typed waits', async () => {
      const { id, path, fields, reason } = await draft();
      const other = await site.signIn('editor');
      await other.post('/workspace/sign-out');
      const typed = { ...fields, [reason]: 'typed after the session ended' };
      const late = await send(
        path,
        { fields: typed, files: [{ name: 'late.bin', content: megabytes(1) }] },
        other.token,
      );
      equal(late?.status, 401);
      assert.match(late?.text ?? '', /value="typed after the session ended"/);
      assert.match(late?.text ?? '', /ファイルは保存されていません/);
      equal([(await shown(id)).files.some(({ name }) => name === 'late.bin'), unfinished()], [false, []]);
    });

    test('a form of another session is given up before a byte of its file is kept', async () => {
      const { path, fields } = await draft();
      const before_ = await stored();
      const post = {
        fields: { ...fields, csrf: 'of another session' },
        files: [{ name: 'a.bin', content: megabytes(200) }],
      };
      const answer = await send(path, post);
      equal(answer?.status, 403);
      assert.ok((answer?.sent ?? Infinity) < 160 * MIB, `${String(answer?.sent)} bytes were taken`);
      equal([await stored(), unfinished()], [before_, []]);
    });

    test('what was typed beside a file waits when the session is another, and is sent again without losing a word', async () => {
      const { id, path, fields, reason } = await draft();
      const typed = { ...fields, csrf: 'of another session', [reason]: '残るべき「説明」<b>' };
      const answer = await send(path, { fields: typed, files: [{ name: 'a.bin', content: megabytes(1) }] });
      equal(answer?.status, 403);
      const again = formFieldsOf(answer?.text ?? '');
      equal(again[reason], '残るべき「説明」<b>');
      equal((await editor.post(path, again)).status, 303);
      assert.ok(JSON.stringify((await shown(id)).application.determinations).includes('残るべき「説明」<b>'));
    });

    test('the same upload sent twice is one file, whole', async () => {
      const { id, path, fields } = await draft();
      const post = () => send(path, { fields, files: [{ name: 'twice.bin', content: megabytes(3) }] });
      const both = await Promise.all([post(), post()]);
      equal(
        both.map((answer) => answer?.status),
        [303, 303],
      );
      const twice = (await shown(id)).files.filter(({ name }) => name === 'twice.bin');
      equal(
        twice.map(({ size }) => size),
        [3 * MIB],
      );
      for (const { sha256 } of twice) equal(await hashStoredFile(files, sha256), sha256);
    });

    test('of 51 files fifty are kept and the rest is said to be missing', async () => {
      const { id, path, fields } = await draft();
      const count = (await shown(id)).files.length;
      const many = Array.from({ length: 51 }, (_, at) => ({
        name: `many-${at}.txt`,
        content: [Buffer.from(`many ${at}`)],
      }));
      const answer = await send(path, { fields, files: many });
      equal(answer?.status, 422);
      assert.match(answer?.text ?? '', /一度に送れるのは50個までです/);
      equal((await shown(id)).files.length, count + 50);
    });
  });
});
