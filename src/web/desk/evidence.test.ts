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

const text = (content: string, name: string): File => new File([`%PDF-1.7 ${content}`], name);

describe('many evidence files at once', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const shown = async (id: CaseId) => okOf(await findCase(site.world.deps, site.world.people.editor, id));
    const evidenceOf = async (id: CaseId, criterion: string) => {
      const rows = (await shown(id)).application.determinations.filter((row) => row.criterion === criterion);
      return rows.map(({ evidence }) => evidence ?? []);
    };
    async function send(path: string, files: readonly File[], { accept = 'text/html', visitor = editor } = {}) {
      const body = new FormData();
      body.append('csrf', await visitor.csrf());
      for (const file of files) body.append('files', file);
      const headers = { ...cookieOf(visitor.token), origin: SITE_ORIGIN, accept };
      return site.ask(path, { method: 'POST', body, headers });
    }

    test('go where their names tell, and the others wait for a choice, made once', async () => {
      const { id, applicationNumber: number } = await aDraft(site.world);
      const place = `/workspace/cases/${number}/evidence`;
      const [[named = ''] = []] = await evidenceOf(id, 'S1.1-01');
      const added = await send(place, [text('a', 'S1.1-02_規則.pdf'), text('b', named), text('c', '<表>&.pdf')]);
      const { path, page } = await pageAfter(editor, added);
      equal(path, place);
      assert.ok(
        page.includes('ファイルを3個加えました') && page.includes('どの基準の証拠か決まっていないファイル（1個）'),
      );
      assert.ok((await evidenceOf(id, 'S1.1-02')).every((names) => names.includes('S1.1-02_規則.pdf')));
      const waiting = '_表_&.pdf';
      const fields = { ...formFieldsOf(page), 'criterion.0': 'S1.1-03' };
      equal((fields as Record<string, string>)['file.0'], waiting);
      const [first, second] = [
        await editor.post(`${place}/place`, fields),
        await editor.post(`${place}/place`, fields),
      ];
      equal([first.status, second.headers.get('location')], [303, first.headers.get('location')]);
      const after = await pageAfter(editor, first);
      assert.ok(after.page.includes('選んだファイル1個を、基準の証拠にしました'));
      assert.ok(!after.page.includes('決まっていないファイル') && !after.again.includes('証拠にしました'));
      assert.ok(
        (await evidenceOf(id, 'S1.1-03')).every((names) => names.filter((name) => name === waiting).length === 1),
      );
    });

    test('of one name are told when they differ, and the first is kept; the same one twice is one', async () => {
      const { id, applicationNumber: number } = await aDraft(site.world);
      const place = `/workspace/cases/${number}/evidence`;
      const kept = async () =>
        (await shown(id)).files.filter(({ name }) => name === '同じ.pdf').map(({ sha256 }) => sha256);
      const same = await send(place, [text('a', '同じ.pdf'), text('a', '同じ.pdf')]);
      assert.ok((await pageAfter(editor, same)).page.includes('ファイルを1個加えました'));
      const [first] = await kept();
      const differing = await send(place, [text('a', '同じ.pdf'), text('b', '同じ.pdf'), text('c', 'ほか.pdf')]);
      equal(differing.status, 422);
      assert.match(await differing.text(), /「同じ\.pdf」という名前の、中身の違うファイルが二つあります/);
      equal(await kept(), [first]);
      equal((await shown(id)).files.filter(({ name }) => name === 'ほか.pdf').length, 1);
    });

    test('tell a script what became of each of them', async () => {
      const { applicationNumber: number } = await aDraft(site.world);
      const place = `/en/workspace/cases/${number}/evidence`;
      const told = async (...files: readonly File[]) => {
        const answer = await send(place, files, { accept: 'application/json' });
        return [answer.status, ((await answer.json()) as { readonly words: string }).words] as const;
      };
      equal(await told(text('a', 's1.1-04.pdf')), [200, 'Now evidence of S1.1-04']);
      equal(await told(text('a', 'notes.pdf')), [200, 'Added. Please choose the criterion it is evidence for']);
      equal(await told(), [422, 'Choose the files to add.']);
      const [status, words] = await told(new File(['MZ'], 'S1.1-05.pdf'));
      equal([status, words.includes('S1.1-05.pdf')], [422, true]);
    });

    test('keep out of what is closed, and are all kept or refused by name', async () => {
      const { id, applicationNumber: number } = await aReturnedCase(site.world);
      const place = `/workspace/cases/${number}/evidence`;
      const isReturned = (await shown(id)).returned.map(({ item }) => item);
      const closed = isReturned.includes('determination:S1.1-02') ? 'S1.1-03' : 'S1.1-02';
      const before = await evidenceOf(id, closed);
      const sent = await send(place, [text('a', `${closed}_x.pdf`), text('b', 'ほか.pdf')]);
      equal(sent.status, 422);
      const page = await sent.text();
      assert.ok(
        page.includes(`「${closed}_x.pdf」は、今は変更できない基準（${closed}）の証拠のため、加えていません。`),
      );
      assert.ok(page.includes('ほか.pdf') && !page.includes(`value="${closed}"`));
      equal(await evidenceOf(id, closed), before);
      const forged = { ...formFieldsOf(page), 'file.0': 'ほか.pdf', 'criterion.0': closed };
      equal((await editor.post(`${place}/place`, forged)).status, 422);
      equal((await editor.post(`${place}/place`, { ...forged, 'criterion.0': 'S9.9-99' })).status, 422);
      equal((await editor.post(`${place}/place`, formFieldsOf(page))).status, 422);
      equal(await evidenceOf(id, closed), before);
    });

    test('are nothing for another organisation, nor for a form of another session', async () => {
      const { id, applicationNumber: number } = await aDraft(site.world);
      const place = `/workspace/cases/${number}/evidence`;
      const stranger = await site.signIn('stranger');
      equal((await stranger.get(place)).status, 404);
      equal((await send(place, [text('a', 'x.pdf')], { visitor: stranger })).status, 404);
      equal((await stranger.post(`${place}/place`, { 'file.0': 'x', 'criterion.0': 'S1.1-01' })).status, 404);
      const body = new FormData();
      body.append('csrf', 'x'.repeat(43));
      body.append('files', text('a', 'S1.1-02.pdf'));
      const headers = { ...cookieOf(editor.token), origin: SITE_ORIGIN };
      equal((await site.ask(place, { method: 'POST', body, headers })).status, 403);
      equal(
        (await shown(id)).files.some(({ name }) => name === 'S1.1-02.pdf'),
        false,
      );
    });
  });
});
