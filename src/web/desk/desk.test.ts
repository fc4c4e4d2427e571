import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, aReturnedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import {
  aWorkspaceSite,
  cookieOf,
  SITE_ORIGIN,
  type Visitor,
  type WorkspaceSite,
} from '../../../testing/workspace-site.ts';
import { findCase } from '../../app/case/find-case.ts';
import { listCases } from '../../app/case/list-cases.ts';
import type { CaseId } from '../../core/kernel/ids.ts';

describe('the desk of vendors and agents', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    let signatory: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
      signatory = await site.signIn('signatory');
    });
    const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();
    const shown = async (id: CaseId) => okOf(await findCase(site.world.deps, site.world.people.editor, id));
    const place = (at: { readonly applicationNumber: string }, below = ''): string =>
      `/workspace/cases/${at.applicationNumber}${below}`;
    const openForm = async (visitor: Visitor, path: string) => formFieldsOf(await textOf(visitor.get(path)));

    test('begins an application once, however often its form is sent, and shows what is to be filled in', async () => {
      const { deps, people, organisations } = site.world;
      const count = async () => (await listCases(deps, people.editor, { limit: 1000 })).length;
      const earlier = await count();
      const fields = await openForm(editor, '/workspace/cases/new');
      equal(fields['vendor'], organisations.vendor);
      const send = () => editor.post('/workspace/cases', { ...fields, level: 's1' });
      const [first, second] = [await send(), await send()];
      equal([first.status, second.headers.get('location')], [303, first.headers.get('location')]);
      equal(await count(), earlier + 1);
      const page = await textOf(editor.get(first.headers.get('location') ?? ''));
      for (const words of ['申請者と製品', '対象の確認', 'S1.1-16', '自己適合宣言'])
        assert.ok(page.includes(words), words);
      const wrong = await editor.post('/workspace/cases', fields);
      equal(wrong.status, 422);
      assert.match(await wrong.text(), /レベルを選んでください/);
    });

    test('saves what is typed in any spelling and goes on to the next page', async () => {
      const at = await aDraft(site.world);
      const fields = await openForm(editor, place(at, '/support'));
      const typed = {
        ...fields,
        'support.endsOn': '令和１５年３月３１日',
        'support.note': 'ｱｯﾌﾟﾃﾞｰﾄは無償',
        'support.kinds': 'repair',
        then: 'next',
      };
      const sent = await editor.post(place(at, '/support'), typed);
      equal([sent.status, sent.headers.get('location')], [303, place(at, '/vulnerability')]);
      const { answers } = (await shown(at.id)).application;
      equal([String(answers['support.endsOn']), answers['support.kinds']], ['2033-03-31', ['repair']]);
    });

    test('shows again what cannot be read, says why, and has it still there when the page is opened again', async () => {
      const at = await aDraft(site.world);
      const fields = await openForm(editor, place(at, '/support'));
      const sent = await editor.post(place(at, '/support'), {
        ...fields,
        'support.endsOn': '来年の<春>',
        then: 'next',
      });
      equal(sent.status, 422);
      for (const page of [await sent.text(), await textOf(editor.get(place(at, '/support')))]) {
        assert.ok(page.includes('value="来年の&lt;春&gt;"'), page.slice(0, 3000));
        assert.match(page, /<title>エラー：/);
        assert.match(page, /href="#support\.endsOn"/);
      }
      assert.match(await textOf(editor.get('/en' + place(at, '/answers'))), /cannot be read/);
    });

    test('tells the second of two people who changed the same place, and loses neither text', async () => {
      const at = await aDraft(site.world);
      const [mine, theirs] = [
        await openForm(signatory, place(at, '/product')),
        await openForm(editor, place(at, '/product')),
      ];
      const changed = { 'product.name': '編集者の名前', then: 'stay' };
      equal((await editor.post(place(at, '/product'), { ...theirs, ...changed })).status, 303);
      const late = { ...mine, 'product.name': '署名者の名前', 'product.firmware': '9.9' };
      const sent = await signatory.post(place(at, '/product'), late);
      equal(sent.status, 409);
      const page = await sent.text();
      for (const words of ['署名者の名前', '編集者の名前', 'ほかの人が、同じところを先に変えました'])
        assert.ok(page.includes(words), words);
      const { answers } = (await shown(at.id)).application;
      equal([answers['product.name'], answers['product.firmware']], ['編集者の名前', '9.9']);
    });

    test('takes a list of 500 models as it is pasted, and names the lines that are wrong', async () => {
      const at = await aDraft(site.world);
      const fields = await openForm(editor, place(at, '/product'));
      const lines = Array.from({ length: 500 }, (_, row) => `HGW-${String(row)}\tホームゲートウェイ ${String(row)}`);
      equal((await editor.post(place(at, '/product'), { ...fields, models: lines.join('\r\n') })).status, 303);
      equal((await shown(at.id)).application.models.length, 500);
      const again = await openForm(editor, place(at, '/product'));
      const wrong = await editor.post(place(at, '/product'), {
        ...again,
        models: 'A-1\nA-2\t二\t4901234567890\t違い\t余分',
      });
      equal(wrong.status, 422);
      const page = await wrong.text();
      assert.match(page, /2行目/);
      assert.ok(page.includes('A-2\t二\t4901234567890'), 'what was pasted is shown again');
      equal((await shown(at.id)).application.models.length, 500);
    });

    test('keeps files with the criterion they prove, and refuses by name an empty one and one that is not what it is called', async () => {
      const at = await aDraft(site.world);
      const path = place(at, '/criteria/S1.1-01');
      const fields = await openForm(editor, path);
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      const row = (await shown(at.id)).application.determinations.find(({ criterion }) => criterion === 'S1.1-01');
      body.append('determinations.S1.1-01.verdict', 'conforms');
      for (const name of row?.evidence ?? []) body.append('determinations.S1.1-01.evidence', name);
      body.append('files', new File(['%PDF-1.7 proof'], '../新しい証拠.pdf'));
      body.append('files', new File([], '空.txt'));
      body.append('files', new File(['<script>alert(1)</script>'], '偽の証拠.pdf'));
      const send = (form: FormData) =>
        site.ask(path, { method: 'POST', body: form, headers: { ...cookieOf(editor.token), origin: SITE_ORIGIN } });
      const sent = await send(body);
      equal(sent.status, 422);
      const page = await sent.text();
      assert.match(page, /「空\.txt」は中身がありません/);
      assert.match(page, /偽の証拠\.pdfは、名前の末尾（拡張子）と中身の種類が合いません/);
      const after = await shown(at.id);
      equal(
        after.files.some(({ name }) => name === '新しい証拠.pdf'),
        true,
      );
      const kept = after.application.determinations.find(({ criterion }) => criterion === 'S1.1-01');
      equal(kept?.evidence, [...(row?.evidence ?? []), '新しい証拠.pdf']);
      assert.ok(!after.files.some(({ name }) => name === '偽の証拠.pdf'));
      const stale = new FormData();
      stale.append('csrf', 'forged');
      stale.append('files', new File(['x'], '偽.txt'));
      equal((await send(stale)).status, 403);
      equal(
        (await shown(at.id)).files.some(({ name }) => name === '偽.txt'),
        false,
      );
    });

    test('saves on the way for a script, and gives it what the form now starts from', async () => {
      const at = await aDraft(site.world);
      const fields = await openForm(editor, place(at, '/product'));
      const json = { headers: { accept: 'application/json' } };
      const saved = await editor.post(place(at, '/product'), { ...fields, 'product.name': '途中の名前' }, json);
      equal(saved.status, 200);
      const told = (await saved.json()) as { at: string; fields: Record<string, string> };
      assert.match(told.at, /^\d\d:\d\d$/);
      assert.ok(told.fields['before']?.includes('途中の名前'));
      const next = { ...fields, ...told.fields, 'product.name': '途中の名前2' };
      equal((await editor.post(place(at, '/product'), next, json)).status, 200);
      const stale = await signatory.post(place(at, '/product'), { ...fields, 'product.name': '別' }, json);
      equal(stale.status, 403);
    });

    test('saving on the way takes nothing away that a page does not show, as a file that was sent meanwhile', async () => {
      const at = await aDraft(site.world);
      const path = place(at, '/criteria/S1.1-01');
      const fields = await openForm(editor, path);
      const row = (await shown(at.id)).application.determinations.find(({ criterion }) => criterion === 'S1.1-01');
      const [first = ''] = row?.evidence ?? [];
      const typed = {
        ...fields,
        'determinations.S1.1-01.verdict': 'conforms',
        'determinations.S1.1-01.evidence': first,
      };
      const body = new FormData();
      for (const [name, value] of Object.entries(typed)) body.append(name, value);
      body.append('files', new File(['x'], '途中の証拠.txt'));
      const headers = { ...cookieOf(editor.token), origin: SITE_ORIGIN, accept: 'application/json' };
      equal((await site.ask(path, { method: 'POST', body, headers })).status, 200);
      let now: Record<string, string> = typed;
      for (const explanation of ['一度目', '二度目']) {
        now = { ...now, 'determinations.S1.1-01.explanation': explanation };
        const saved = await editor.post(path, now, { headers: { accept: 'application/json' } });
        equal(saved.status, 200);
        now = { ...now, ...((await saved.json()) as { fields: Record<string, string> }).fields };
      }
      const kept = (await shown(at.id)).application.determinations.find(({ criterion }) => criterion === 'S1.1-01');
      equal([kept?.evidence, kept?.explanation], [[first, '途中の証拠.txt'], '二度目']);
    });

    test('submits once, gives the receipt with every hash, and then keeps the answers closed', async () => {
      const at = await aDraft(site.world);
      equal((await editor.post(place(at, '/submit'), await openForm(editor, place(at, '/answers')))).status, 422);
      const fields = await openForm(signatory, place(at, '/answers'));
      const sent = await signatory.post(place(at, '/submit'), fields);
      equal([sent.status, sent.headers.get('location')], [303, place(at, '/receipt')]);
      equal((await signatory.post(place(at, '/submit'), fields)).headers.get('location'), place(at, '/receipt'));
      const receipt = await textOf(signatory.get(place(at, '/receipt')));
      for (const { sha256 } of (await shown(at.id)).files) assert.ok(receipt.includes(sha256), sha256);
      assert.ok((await textOf(signatory.get(place(at)))).includes(`href="${place(at, '/receipt')}"`));
      const section = await textOf(editor.get(place(at, '/product')));
      assert.match(section, /今は変更できません/);
      const late = await editor.post(place(at, '/product'), { 'product.name': '提出後の名前' });
      equal(late.status, 422);
    });

    test('opens only what was returned, with the officer’s words beside it', async () => {
      const at = await aReturnedCase(site.world);
      const page = await textOf(editor.get(place(at, '/product')));
      assert.match(page, /型番を確かめてください。/);
      const fields = formFieldsOf(page);
      equal((await editor.post(place(at, '/product'), { ...fields, 'product.name': '直した名前' })).status, 303);
      assert.match(await textOf(editor.get(place(at, '/support'))), /今は変更できません/);
      equal((await editor.post(place(at, '/support'), { 'support.note': 'だめ' })).status, 422);
    });
  });
});
