import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { newerScheme } from '../../../testing/builders/newer-scheme.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { pageAfter } from '../../../testing/page-after.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { findCase } from '../../app/case/find-case.ts';
import { loadScheme } from '../../app/scheme/load-scheme.ts';

describe('the page on which a draft is carried over', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });

    test('tells what changed in both languages, and carries the draft over once', async () => {
      const { deps, people, scheme } = site.world;
      const at = await aDraft(site.world);
      const place = `/workspace/cases/${at.applicationNumber}`;
      const text = async (path: string): Promise<string> => (await editor.get(path)).text();
      equal((await text(place)).includes('様式が変わりました'), false);
      equal((await editor.get(`${place}/carry-over`)).headers.get('location'), place);

      Object.assign(deps, { scheme: okOf(await loadScheme(deps, newerScheme(scheme))) });
      assert.match(await text(place), /様式が変わりました/);
      const page = await text(`${place}/carry-over`);
      for (const words of [
        '新しい基準',
        '新しくなったところ（1件）',
        'なくなったところ（1件）',
        '9.9版',
        '残す場所のない回答',
      ])
        assert.ok(page.includes(words), words);
      assert.match(await text(`/en${place}/carry-over`), /Answers without a place/);

      const stranger = await site.signIn('stranger');
      equal((await stranger.get(`${place}/carry-over`)).status, 404);
      equal((await stranger.post(`${place}/carry-over`)).status, 404);
      const late = await editor.post(`${place}/carry-over`, { ...formFieldsOf(page), version: '1' });
      equal(late.status, 422);
      const fields = formFieldsOf(page);
      const [first, second] = [
        await editor.post(`${place}/carry-over`, fields),
        await editor.post(`${place}/carry-over`, fields),
      ];
      equal([first.status, second.headers.get('location')], [303, first.headers.get('location')]);
      const after = (await pageAfter(editor, first)).page;
      assert.match(after, /新しい様式に移しました/);
      equal(after.includes('様式が変わりました'), false);
      equal(okOf(await findCase(deps, people.editor, at.id)).outdated, undefined);
    });
  });
});
