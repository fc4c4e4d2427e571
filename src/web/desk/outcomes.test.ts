import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
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

describe('what the desk tells of what was just done', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const told = (page: string): string | undefined =>
      /data-kind="success"[^]*?notification-banner__heading">([^<]*)</.exec(page)?.[1];

    async function draft() {
      const at = await aDraft(site.world);
      const place = `/workspace/cases/${at.applicationNumber}`;
      const criterion = `${place}/criteria/S1.1-01`;
      const fields = formFieldsOf(await (await editor.get(criterion)).text());
      const send = (
        path: string,
        more: Readonly<Record<string, string>>,
        file?: File,
        { accept = 'text/html', kept = '' } = {},
      ) => {
        const body = new FormData();
        for (const [name, value] of Object.entries({ ...fields, ...more })) body.append(name, value);
        if (file !== undefined) body.append('files', file);
        const cookie = `${cookieOf(editor.token).cookie}; ${kept}`;
        const headers = { cookie, origin: SITE_ORIGIN, accept };
        return site.ask(path, { method: 'POST', body, headers });
      };
      return { ...at, place, criterion, fields, send };
    }

    test('is told on the page somebody stays on, and no longer when that page is loaded again', async () => {
      const { criterion, send } = await draft();
      const { path, page, again } = await pageAfter(editor, await send(criterion, { then: 'stay' }));
      equal([path, told(page), told(again)], [criterion, '保存しました', undefined]);
    });

    test('names how many files were added, and which was replaced or removed', async () => {
      const { id, place, criterion, send } = await draft();
      const added = await send(criterion, { then: 'stay' }, new File(['%PDF-1.7 a'], '追加.pdf'));
      const stayed = await pageAfter(editor, added);
      equal([told(stayed.page), told(stayed.again)], ['保存し、ファイルを1個加えました', undefined]);
      const file = async (name: string) =>
        okOf(await findCase(site.world.deps, site.world.people.editor, id)).files.find((one) => one.name === name);
      const at = async (name: string) => ({
        name,
        sha256: (await file(name))?.sha256 ?? '',
        item: 'determination:S1.1-01',
        idempotency_key: site.world.deps.ids.uuid(),
      });
      const by = new File(['%PDF-1.7 b'], '<新>.pdf');
      const replaced = await pageAfter(editor, await send(`${place}/file/replace`, await at('追加.pdf'), by));
      equal(
        [replaced.path, told(replaced.page), told(replaced.again)],
        [criterion, '「追加.pdf」を「_新_.pdf」に差し替えました', undefined],
      );
      const removed = await pageAfter(editor, await send(`${place}/file/remove`, await at('_新_.pdf')));
      equal([told(removed.page), told(removed.again)], ['「_新_.pdf」を取り除きました', undefined]);
    });

    test('counts the files a script sent one by one, on the page it then shows again', async () => {
      const { criterion, send } = await draft();
      let kept = '';
      let more = {};
      for (const name of ['一.pdf', '二.pdf']) {
        const sent = await send(criterion, more, new File(['%PDF-1.7'], name), { accept: 'application/json', kept });
        equal(sent.status, 200);
        more = ((await sent.json()) as { readonly fields: Readonly<Record<string, string>> }).fields;
        more = { ...more, 'determinations.S1.1-01.evidence': name };
        kept = sent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      }
      const shown = (path: string) =>
        editor.get(path, { headers: { cookie: `${cookieOf(editor.token).cookie}; ${kept}` } });
      equal(told(await (await shown('/workspace/cases')).text()), undefined);
      equal(told(await (await shown(criterion)).text()), 'ファイルを2個加えました');
    });

    test('says nothing it does not know of, whatever an address or a cookie holds', async () => {
      const { place } = await draft();
      for (const done of ['constructor', 'saved<b>', 'added&about=x&about=y']) {
        const { page } = await pageAfter(editor, await editor.get(`${place}?done=${done}`));
        assert.ok(!page.includes('saved<b>'));
        equal(told(page), undefined, done);
      }
    });

    test('says nothing because somebody else’s page links to it', async () => {
      const { place } = await draft();
      const follow = async (from: string) => {
        const headers = { 'sec-fetch-site': from };
        return told((await pageAfter(editor, await editor.get(`${place}?done=saved`, { headers }))).page);
      };
      equal([await follow('cross-site'), await follow('same-origin')], [undefined, '保存しました']);
    });
  });
});
