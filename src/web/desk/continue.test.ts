import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { aDraft, aReturnedCase, aSubmittedCase } from '../../../testing/builders/cases.ts';
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
import { listCases } from '../../app/case/list-cases.ts';
import { readCaseHistory } from '../../app/case/read-case-history.ts';
import { saveAnswers } from '../../app/case/save-answers.ts';
import { sha256Of } from '../../app/sha256.ts';
import { partOf, withPart, type Part, type PartValue } from '../../core/case/application-parts.ts';
import { draftMarks } from '../../core/case/part-marks.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { toApplicationJson } from '../../formats/application-form/application-json.ts';
import { writeChecklist } from '../../formats/checklist-workbook/write-checklist.ts';
import { closeWorkbookReader } from '../../formats/workbook/read-workbook.ts';
import { deskCase } from './desk-form.ts';

const NAME: Part = { kind: 'answers', id: 'product.name' };
const FIRMWARE: Part = { kind: 'answers', id: 'product.firmware' };
const NOTE: Part = { kind: 'answers', id: 'support.note' };

type At = { readonly id: CaseId; readonly applicationNumber: string };
type Edits = readonly (readonly [Part, PartValue])[];

after(closeWorkbookReader);

describe('going on from Excel', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const shown = async ({ id }: At) => okOf(await findCase(site.world.deps, site.world.people.editor, id));
    const place = ({ applicationNumber }: At, below = ''): string => `/workspace/cases/${applicationNumber}${below}`;
    const said = async (at: At, ...parts: readonly Part[]) => {
      const { application } = await shown(at);
      return parts.map((part) => partOf(application, part));
    };

    /** The checklist as downloaded now, with some answers written over. */
    async function workbook(at: At, edits: Edits, keepsMarks = true): Promise<Uint8Array> {
      const now = await shown(at);
      const { form } = deskCase(now) ?? assert.fail('no form');
      const { application_number: draft, version } = now.row;
      const marks = keepsMarks ? draftMarks(now.application, { draft, version, sha256: sha256Of }) : undefined;
      const application = edits.reduce((one, [part, value]) => withPart(one, part, value), now.application);
      return writeChecklist({ form, language: 'ja', today: site.world.today(), application, marks });
    }

    async function upload(
      path: string,
      bytes: Uint8Array | string,
      fields: Readonly<Record<string, string>> = {},
      visitor = editor,
    ): Promise<Response> {
      const body = new FormData();
      const all = { csrf: await visitor.csrf(), ...fields };
      for (const [name, value] of Object.entries(all)) body.append(name, value);
      body.append('application', new File([bytes as Uint8Array<ArrayBuffer>], '記入済み.xlsx'));
      return site.ask(path, { method: 'POST', body, headers: { ...cookieOf(visitor.token), origin: SITE_ORIGIN } });
    }

    async function inBrowser({ id }: At, part: Part, text: string): Promise<void> {
      const before = partOf((await shown({ id, applicationNumber: '' })).application, part);
      okOf(
        await saveAnswers(site.world.deps, site.world.people.editor, { id, changes: [{ part, before, after: text }] }),
      );
    }

    test('a downloaded checklist comes back, shows what would change, and loses neither side', async () => {
      const at = await aDraft(site.world);
      const file = await workbook(at, [
        [NAME, 'ファイルの名前'],
        [FIRMWARE, '7.7'],
      ]);
      await inBrowser(at, NAME, '画面の名前');
      await inBrowser(at, NOTE, '画面の注');
      const review = await upload(place(at, '/continue'), file);
      equal(review.status, 200);
      const page = await review.text();
      for (const words of ['7.7', 'ファイルの名前', '画面の名前', '画面の注', 'どちらを残すかを選ぶところ（1件）'])
        assert.ok(page.includes(words), words);
      equal(await said(at, NAME, FIRMWARE), ['画面の名前', partOf(at.application, FIRMWARE)]);

      const fields = formFieldsOf(page);
      const unchosen = await editor.post(place(at, '/continue/take'), fields);
      equal(unchosen.status, 422);
      assert.match(await unchosen.text(), /href="#take\.product\.name"/);
      const choice = { ...fields, 'take.product.name': 'browser' };
      const [first, second] = [
        await editor.post(place(at, '/continue/take'), choice),
        await editor.post(place(at, '/continue/take'), choice),
      ];
      equal([first.status, second.status], [303, 303]);
      assert.match((await pageAfter(editor, first)).page, /取り込みました/);
      equal(await said(at, NAME, FIRMWARE, NOTE), ['画面の名前', '7.7', '画面の注']);
      equal((await shown(at)).files.length > 0, true);
      const history = okOf(await readCaseHistory(site.world.deps, site.world.people.editor, at.id));
      equal(history.filter(({ detail }) => detail['from'] === '記入済み.xlsx').length, 1);
    });

    test('the download itself comes back without a difference', async () => {
      const at = await aDraft(site.world);
      const bytes = new Uint8Array(await (await editor.get(place(at, '/workbook'))).arrayBuffer());
      const page = await (await upload(place(at, '/continue'), bytes)).text();
      assert.match(page, /取り込むところはありません/);
    });

    test('a checklist that remembers no draft is asked about at every difference, one by one or all at once', async () => {
      const at = await aDraft(site.world);
      const edits: Edits = [
        [NAME, 'ファイルの名前'],
        [FIRMWARE, '7.7'],
      ];
      const page = await (await upload(place(at, '/continue'), await workbook(at, edits, false))).text();
      assert.match(page, /どちらを残すかを選ぶところ（2件）/);
      const chosen = { ...formFieldsOf(page), rest: 'file', 'take.product.name': 'browser' };
      equal((await editor.post(place(at, '/continue/take'), chosen)).status, 303);
      equal(await said(at, NAME, FIRMWARE), [partOf(at.application, NAME), '7.7']);
    });

    test('what somebody saves between the look and the answer is shown and asked about again', async () => {
      const at = await aDraft(site.world);
      const page = await (await upload(place(at, '/continue'), await workbook(at, [[FIRMWARE, '7.7']]))).text();
      await inBrowser(at, FIRMWARE, '8.8');
      const late = await editor.post(place(at, '/continue/take'), { ...formFieldsOf(page), rest: 'file' });
      equal(late.status, 409);
      const again = await late.text();
      assert.ok(again.includes('8.8'));
      equal(await said(at, FIRMWARE), ['8.8']);
      const settled = { ...formFieldsOf(again), 'take.product.firmware': 'file' };
      equal((await editor.post(place(at, '/continue/take'), settled)).status, 303);
      equal(await said(at, FIRMWARE), ['7.7']);
    });

    test('cells that cannot be read are named all at once with the way to mend them, and nothing is taken', async () => {
      const at = await aDraft(site.world);
      const { scheme, set } = (deskCase(await shown(at)) ?? assert.fail('no form')).form;
      const json = toApplicationJson(at.application, { scheme, set });
      const broken = {
        ...json,
        answers: { ...(json['answers'] as object), 'support.endsOn': 'いつか', 'product.type': 'x' },
      };
      const answer = await upload(`/en${place(at, '/continue')}`, JSON.stringify(broken));
      equal(answer.status, 422);
      const page = await answer.text();
      for (const words of ['Cannot be taken over; to be mended: 2', 'How to mend it', 'いつか'])
        assert.ok(page.includes(words), words);
      equal((await shown(at)).row.version, 2);
      for (const bytes of ['not a workbook', '']) {
        const refused = await upload(place(at, '/continue'), bytes);
        equal(refused.status, 422);
        assert.match(await refused.text(), /ファイル全体/);
      }
      const twice = { ...json, determinations: [...at.application.determinations, at.application.determinations[0]] };
      const doubled = await upload(
        place(at, '/continue'),
        JSON.stringify(
          toApplicationJson(
            { ...at.application, determinations: twice.determinations.flatMap((row) => row ?? []) },
            { scheme, set },
          ),
        ),
      );
      equal(doubled.status, 422);
    });

    test('of a returned case only what was returned is taken, and what else differs is named', async () => {
      const at = await aReturnedCase(site.world);
      const file = await workbook(at, [
        [NAME, 'ファイルの名前'],
        [NOTE, 'ファイルの注'],
      ]);
      const page = await (await upload(place(at, '/continue'), file)).text();
      assert.match(page, /変更できないため取り込まないところ（1件）/);
      assert.ok(page.includes('ファイルの注'));
      const sent = await editor.post(place(at, '/continue/take'), formFieldsOf(page));
      equal(sent.status, 303);
      equal(await said(at, NAME, NOTE), ['ファイルの名前', partOf(at.application, NOTE)]);
    });

    test('JSON larger than any application is not looked into, and of very many faults the first are shown', async () => {
      const at = await aDraft(site.world);
      const many = (count: number) => Array.from({ length: count }, (_, place) => `"k${place}":1`).join(',');
      const page = async (count: number): Promise<string> =>
        (await upload(place(at, '/continue'), `{"form":"shirushi-application","version":1,${many(count)}}`)).text();
      assert.match(await page(2000), /2,?000件のうち初めの500件/);
      assert.match(await page(250_000), /ファイルが大きすぎます/);
    });

    test('the name of a file that a form carries is cut and cleaned like that of any file', async () => {
      const at = await aDraft(site.world);
      const review = formFieldsOf(
        await (await upload(place(at, '/continue'), await workbook(at, [[NAME, '別名']]))).text(),
      );
      const sent = { ...review, file: `../${'長'.repeat(5000)}\u202e.xlsx` };
      equal((await editor.post(place(at, '/continue/take'), sent)).status, 303);
      const history = okOf(await readCaseHistory(site.world.deps, site.world.people.editor, at.id));
      assert.match(JSON.stringify(history.at(-1)), /"長{145}\.xlsx"/);
    });

    test('nobody else’s case is touched, nor one that is closed', async () => {
      const at = await aDraft(site.world);
      const submitted = await aSubmittedCase(site.world);
      const file = await workbook(at, [[NAME, 'x']]);
      const stranger = await site.signIn('stranger');
      equal((await stranger.get(place(at, '/continue'))).status, 404);
      equal((await upload(place(at, '/continue'), file, {}, stranger)).status, 404);
      equal((await stranger.post(place(at, '/continue/take'))).status, 404);
      equal((await editor.get(place(submitted, '/continue'))).status, 303);
      equal((await upload(place(submitted, '/continue'), file)).status, 422);
      equal((await upload(place(at, '/continue'), file, { csrf: 'forged' })).status, 403);
    });

    test('a new application is begun with a filled checklist once, for an agent’s vendor too', async () => {
      const { deps, people, organisations } = site.world;
      const file = await workbook(await aDraft(site.world), [[NAME, '新しい製品']]);
      const count = async () => (await listCases(deps, people.editor, { limit: 1000 })).length;
      const earlier = await count();
      const agent = await site.signIn('agent');
      const path = '/workspace/cases/new/from-file';
      const { vendor = '', idempotency_key: key = '' } = formFieldsOf(await (await editor.get(path)).text());
      equal(vendor, organisations.vendor);
      const fields = { vendor, level: 's1', idempotency_key: key };
      const [first, second] = [await upload(path, file, fields), await upload(path, file, fields)];
      equal([first.status, second.headers.get('location')], [303, first.headers.get('location')]);
      equal(await count(), earlier + 1);
      assert.match((await pageAfter(editor, first)).page, /新しい製品/);
      const anew = () => ({ ...fields, idempotency_key: deps.ids.uuid() });
      equal((await upload(path, file, anew(), agent)).status, 303);
      equal((await upload(path, file, anew(), await site.signIn('stranger'))).status, 422);
      equal((await upload(path, 'nonsense', anew())).status, 422);
      equal((await editor.get(`/en${path}`)).status, 200);
      equal(await count(), earlier + 2);
    });
  });
});
