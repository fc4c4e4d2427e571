import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, aReturnedCase, storedText, versionOf } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import {
  aWorkspaceSite,
  cookieOf,
  SITE_ORIGIN,
  type Visitor,
  type WorkspaceSite,
} from '../../../testing/workspace-site.ts';
import { editCase } from '../../app/case/edit-case.ts';
import { exchangeFile } from '../../app/case/exchange-file.ts';
import { findCase } from '../../app/case/find-case.ts';
import { readReceipt } from '../../app/case/read-receipt.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { tellingAt } from '../workspace/outcome.ts';

type At = { readonly id: CaseId; readonly applicationNumber: string };

describe('single files of a case', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();
    const shown = async ({ id }: At) => okOf(await findCase(site.world.deps, site.world.people.editor, id));
    const place = ({ applicationNumber }: At, below = ''): string => `/workspace/cases/${applicationNumber}${below}`;
    const evidenceOf = async (at: At, criterion: string) =>
      (await shown(at)).application.determinations.find((row) => row.criterion === criterion)?.evidence ?? [];

    async function fileOf(at: At, criterion: string) {
      const [name = ''] = await evidenceOf(at, criterion);
      const file = (await shown(at)).files.find((one) => one.name === name) ?? assert.fail(name);
      return { name, sha256: file.sha256 };
    }

    async function replace(at: At, fields: Readonly<Record<string, string>>, file: File, visitor = editor) {
      const body = new FormData();
      const all = { csrf: await visitor.csrf(), idempotency_key: site.world.deps.ids.uuid(), ...fields };
      for (const [name, value] of Object.entries(all)) body.append(name, value);
      body.append('files', file);
      const headers = { ...cookieOf(visitor.token), origin: SITE_ORIGIN };
      return site.ask(place(at, '/file/replace'), { method: 'POST', body, headers });
    }

    test('a file is removed once from its page, and the history names it and who did it', async () => {
      const at = await aDraft(site.world);
      const { name, sha256 } = await fileOf(at, 'S1.1-01');
      const item = 'determination:S1.1-01';
      const criterion = await textOf(editor.get(place(at, '/criteria/S1.1-01')));
      const [, link = ''] = /href="([^"]+\/file\?name=[^"]+)"/.exec(criterion) ?? [];
      const page = await textOf(editor.get(link.replaceAll('&amp;', '&')));
      assert.ok(page.includes(name) && page.includes('このファイルを取り除く'));
      const fields = { name, sha256, item, idempotency_key: site.world.deps.ids.uuid() };
      const [first, second] = [
        await editor.post(place(at, '/file/remove'), fields),
        await editor.post(place(at, '/file/remove'), fields),
      ];
      const back = tellingAt(place(at, '/criteria/S1.1-01'), 'removed', name);
      equal(
        [first, second].map(({ status, headers }) => [status, headers.get('location')]),
        [
          [303, back],
          [303, back],
        ],
      );
      equal(await evidenceOf(at, 'S1.1-01'), []);
      equal(
        (await shown(at)).files.some((file) => file.name === name),
        false,
      );
      equal(await site.world.deps.files.has(sha256), true);
      const history = await textOf(editor.get(place(at)));
      assert.ok(history.includes(`ファイル「${name}」を取り除きました。`));
      assert.ok((await textOf(editor.get(`/en${place(at)}`))).includes(`Removed the file “${name}”.`));
      equal((await editor.get(link.replaceAll('&amp;', '&'))).status, 404);
    });

    test('a file is replaced where it was evidence, under the new one’s name, never over another file', async () => {
      const at = await aDraft(site.world);
      const { name, sha256 } = await fileOf(at, 'S1.1-01');
      const sent = await replace(at, { name, sha256 }, new File(['%PDF-1.7 new'], '新しい記録.pdf'));
      equal(
        [sent.status, sent.headers.get('location')],
        [303, tellingAt(place(at), 'replaced', name, '新しい記録.pdf')],
      );
      assert.ok((await evidenceOf(at, 'S1.1-01')).includes('新しい記録.pdf'));
      equal(
        (await shown(at)).application.determinations.some(({ evidence }) => evidence?.includes(name)),
        false,
      );
      const page = await textOf(editor.get(place(at)));
      assert.ok(page.includes(`ファイル「${name}」を「新しい記録.pdf」に差し替えました。`));

      const other = await storedText(site.world, 'other.txt');
      const { application } = await shown(at);
      const version = await versionOf(site.world, at.id);
      okOf(
        await editCase(site.world.deps, site.world.people.editor, { id: at.id, version, application, attach: [other] }),
      );
      const now = await fileOf(at, 'S1.1-01');
      const taken = await replace(at, now, new File(['different'], 'other.txt'));
      equal(taken.status, 422);
      assert.match(await taken.text(), /もうあります/);
      const late = await replace(at, { name: now.name, sha256 }, new File(['x'], 'late.txt'));
      equal(late.status, 422);
      equal((await replace(at, now, new File([], 'empty.txt'))).status, 422);
      equal((await evidenceOf(at, 'S1.1-01')).includes(now.name), true);
      equal((await shown(at)).files.find((file) => file.name === 'other.txt')?.sha256, other.sha256);
    });

    test('a criterion’s page names the file it waits for, and saving the page keeps the name', async () => {
      const at = await aDraft(site.world);
      const { application } = await shown(at);
      const determinations = application.determinations.map((row) =>
        row.criterion === 'S1.1-01' ? { ...row, evidence: ['まだない.pdf'] } : row,
      );
      const version = await versionOf(site.world, at.id);
      const edit = { id: at.id, version, application: { ...application, determinations } };
      okOf(await editCase(site.world.deps, site.world.people.editor, edit));
      const page = await textOf(editor.get(place(at, '/criteria/S1.1-01')));
      assert.match(page, /checked[^>]*>[\s]*<label[^>]*><bdi>まだない\.pdf<\/bdi> （まだ加えられていません）/u);
    });

    test('of a returned case a file changes only where it is open; receipts keep the old one', async () => {
      const at = await aReturnedCase(site.world, [{ item: 'determination:S1.1-01', remark: '記録が読めません。' }]);
      const { deps, people } = site.world;
      const closed = await fileOf(at, 'S1.1-02');
      const shared = (await evidenceOf(at, 'S1.1-01')).includes(closed.name);
      const refused = await exchangeFile(deps, people.editor, { id: at.id, ...closed });
      equal([refused.ok, shared], [false, false]);
      const page = await textOf(
        editor.get(place(at, `/file?${new URLSearchParams({ name: closed.name }).toString()}`)),
      );
      assert.equal(page.includes('このファイルを取り除く'), false);
      const mine = await fileOf(at, 'S1.1-01');
      equal((await editor.post(place(at, '/file/remove'), mine)).status, 303);
      equal((await evidenceOf(at, 'S1.1-01')).includes(mine.name), false);
      const receipt = okOf(await readReceipt(deps, people.editor, at.id));
      equal(receipt.files.find(({ name }) => name === mine.name)?.sha256, mine.sha256);
    });

    test('nobody else touches a file', async () => {
      const at = await aDraft(site.world);
      const file = await fileOf(at, 'S1.1-01');
      const stranger = await site.signIn('stranger');
      equal((await stranger.get(place(at, `/file?name=${encodeURIComponent(file.name)}`))).status, 404);
      equal((await stranger.post(place(at, '/file/remove'), file)).status, 404);
      equal((await replace(at, file, new File(['x'], 'x.txt'), stranger)).status, 404);
      equal((await replace(at, { ...file, csrf: 'forged' }, new File(['x'], 'x.txt'))).status, 403);
      equal((await evidenceOf(at, 'S1.1-01')).includes(file.name), true);
    });
  });
});
