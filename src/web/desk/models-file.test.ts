import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, aReturnedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { pageAfter } from '../../../testing/page-after.ts';
import {
  aWorkspaceSite,
  cookieOf,
  SITE_ORIGIN,
  type Visitor,
  type WorkspaceSite,
} from '../../../testing/workspace-site.ts';
import { findCase } from '../../app/case/find-case.ts';
import type { CaseId } from '../../core/kernel/ids.ts';

type At = { readonly id: CaseId; readonly applicationNumber: string };

describe('the list of models from a file', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const place = ({ applicationNumber }: At, below = '/file'): string =>
      `/workspace/cases/${applicationNumber}/product${below}`;
    const numbersOf = async ({ id }: At) =>
      okOf(await findCase(site.world.deps, site.world.people.editor, id)).application.models.map(
        ({ number }) => number,
      );
    const openForm = async (at: At) => formFieldsOf(await (await editor.get(place(at))).text());

    async function send(
      at: At,
      content: string | undefined,
      fields: Readonly<Record<string, string>>,
      visitor: Visitor = editor,
    ): Promise<Response> {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      if (content !== undefined) body.append('models', new File([content], 'models.csv'));
      const headers = { origin: SITE_ORIGIN, ...cookieOf(visitor.token) };
      return site.ask(place(at), { method: 'POST', body, headers });
    }

    test('is added to the list once however often it is sent, and columns with other headings are left out', async () => {
      const at = await aDraft(site.world);
      const before = await numbersOf(at);
      const csv = '型番,色,JANコード（GTIN）\nQX-901,白,4901234567894\nQX-902,黒,\n';
      const fields = { ...(await openForm(at)), how: 'add' };
      const [first, second] = [await send(at, csv, fields), await send(at, csv, fields)];
      equal([first.status, second.headers.get('location')], [303, first.headers.get('location')]);
      equal(await numbersOf(at), [...before, 'QX-901', 'QX-902']);
      const { page, again } = await pageAfter(editor, first);
      assert.match(page, /型番を2行読み込みました/);
      assert.match(page, /見出しの違う1列（色）は読み込んでいません/);
      assert.doesNotMatch(again, /読み込みました/);
    });

    test('is not taken before somebody has seen, line by line, which model numbers it repeats', async () => {
      const at = await aDraft(site.world);
      await send(at, 'QX-1', { ...(await openForm(at)), how: 'replace' });
      const csv = '型番,色\nＱＸ－１,白\nQX-2,黒\nqx2,黒\n';
      const asked = await send(at, csv, { ...(await openForm(at)), how: 'add' });
      equal([asked.status, await numbersOf(at)], [200, ['QX-1']]);
      const page = await asked.text();
      for (const words of [
        '3行のうち2行の型番が、ほかの行と重なっています',
        '2行目：「ＱＸ－１」は、今ある一覧の1行目にあります。',
        '4行目：「qx2」は、このファイルの3行目にもあります。',
        '見出しの違う1列（色）は読み込んでいません',
      ])
        assert.ok(page.includes(words), words);
      const waiting = formFieldsOf(page);
      const [skipped, twice] = [
        await editor.post(place(at), { ...waiting, repeated: 'skip' }),
        await editor.post(place(at), { ...waiting, repeated: 'skip' }),
      ];
      equal([skipped.status, twice.headers.get('location')], [303, skipped.headers.get('location')]);
      equal(await numbersOf(at), ['QX-1', 'QX-2']);
      const told = await pageAfter(editor, skipped);
      assert.ok(told.page.includes('型番を1行読み込みました') && told.page.includes('（色）'));
      const keep = {
        ...waiting,
        idempotency_key: site.world.deps.ids.uuid(),
        repeated: 'keep',
        columns: '{"names":5}',
      };
      equal((await editor.post(place(at), keep)).status, 303);
      equal((await numbersOf(at)).length, 5);
    });

    test('does not wait in a form that is larger than a browser can send back', async () => {
      const at = await aDraft(site.world);
      const numbers = Array.from({ length: 95_000 }, (_, n) => `M${String(n % 94_999).padStart(5, '0')}`);
      const sent = await send(at, numbers.join('\n'), { ...(await openForm(at)), how: 'replace' });
      equal([sent.status, sent.headers.get('location')], [303, place(at, '')]);
    });

    test('is recorded as added with the list itself, so that no crash can come between and add it twice', async () => {
      const at = await aDraft(site.world);
      const { pool } = site.world.deps.db;
      for (const csv of ['QX-911\nQX-912', 'QX-913,a,4901234567890,\nQX-914']) {
        const form = await openForm(at);
        const fields = { ...form, how: 'add' };
        const first = await send(at, csv, fields);
        const { rows } = await pool.query(
          `select (select xmin::text from sent_forms where key = $1) = (select xmin::text from cases where id = $2)
             as "isOne"`,
          [form['idempotency_key'], at.id],
        );
        equal([first.status, rows], [303, [{ isOne: true }]]);
        const second = await send(at, csv, fields);
        equal([second.status, second.headers.get('location')], [303, first.headers.get('location')]);
      }
      const page = await (await editor.get(place(at, ''))).text();
      const [, typed = ''] = /id="models"[^>]*>([^<]*)<\/textarea>/.exec(page) ?? [];
      equal(typed.match(/QX-91\d/g), ['QX-911', 'QX-912', 'QX-913', 'QX-914']);
    });

    test('takes the place of the list when asked to, five hundred at once', async () => {
      const at = await aDraft(site.world);
      const numbers = Array.from({ length: 500 }, (_, n) => `QX-${String(n).padStart(4, '0')}`);
      const sent = await send(at, numbers.join('\r\n'), { ...(await openForm(at)), how: 'replace' });
      equal(sent.status, 303);
      equal(await numbersOf(at), numbers);
    });

    test('waits on the page of the product, line by line, where something cannot be read; the list stays', async () => {
      const at = await aDraft(site.world);
      const before = await numbersOf(at);
      const sent = await send(at, 'QX-1,a,4901234567890,\nQX-2', { ...(await openForm(at)), how: 'replace' });
      equal(sent.headers.get('location'), place(at, ''));
      equal(await numbersOf(at), before);
      const page = await (await editor.get(place(at, ''))).text();
      assert.match(page, /1行目：[^<]*4901234567890/);
      assert.match(page, /QX-2<\/textarea>/);
    });

    test('does not grow without end by what cannot be read and is added again and again', async () => {
      const at = await aDraft(site.world);
      const half = `${'a,'.repeat(300_000)}\n`;
      const form = async () => ({ ...(await openForm(at)), how: 'add' });
      equal((await send(at, half, await form())).status, 303);
      const again = await send(at, half, await form());
      equal(again.status, 422);
      assert.match(await again.text(), /ファイルが大きすぎます/);
    });

    test('says of a file it cannot take why and how to mend it, in both languages, and changes nothing', async () => {
      const at = await aDraft(site.world);
      const before = await numbersOf(at);
      for (const [content, words] of [
        [undefined, /ファイルを選んでください/],
        ['型番,名称\n', /見出しのほかに行がありません/],
        ['QX-1,"white\n', /1行目の引用符/],
        ['PK\u0003\u0004\0\0', /CSV UTF-8/],
        ['x'.repeat(1_000_001), /大きすぎます。1 MBまで/],
      ] as const) {
        const sent = await send(at, content, await openForm(at));
        equal(sent.status, 422);
        assert.match(await sent.text(), words);
      }
      const english = await editor.get(`/en${place(at)}`);
      assert.match(await english.text(), /Takes a CSV file saved by a spreadsheet/);
      equal(await numbersOf(at), before);
    });

    test('is nobody else’s to send, and nothing is read for a product that is closed', async () => {
      const at = await aDraft(site.world);
      const stranger = await site.signIn('stranger');
      equal((await stranger.get(place(at))).status, 404);
      equal((await send(at, 'QX-1', { csrf: await stranger.csrf() }, stranger)).status, 404);
      equal((await send(at, 'QX-1', { csrf: 'forged' })).status, 403);
      const closed = await aReturnedCase(site.world, [{ item: 'support', remark: '期限を確かめてください。' }]);
      const before = await numbersOf(closed);
      const sent = await send(closed, 'QX-1', { csrf: await editor.csrf() });
      equal(sent.status, 422);
      equal(await numbersOf(closed), before);
    });
  });
});
