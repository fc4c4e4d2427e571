import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  aGrantedCase,
  anAcceptedCase,
  aPaidCase,
  aProposedCase,
  aSubmittedCase,
} from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { unzip } from '../../../testing/unzip.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { proposeDecision } from '../../app/case/propose-decision.ts';
import { withdrawProposal } from '../../app/case/withdraw-proposal.ts';
import { findCase } from '../../app/case/find-case.ts';

const OFFICE = '/workspace/office';
const KEY = /name="idempotency_key"\s+value="([^"]+)"/;

const at = (number: string, place = ''): string => `${OFFICE}/cases/${number}${place}`;

/** The unseen fields of the form a page holds, by name. */
function hiddenOf(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const key = KEY.exec(page)?.[1] ?? '';
  return { ...Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])), idempotency_key: key };
}

describe('the officers’ desk', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let [a, b, c]: Visitor[] = [];
    before(async () => {
      site = await aWorkspaceSite(await open());
      [a, b, c] = [await site.signIn('officerA'), await site.signIn('officerB'), await site.signIn('officerC')];
    });
    const by = (who: Visitor | undefined): Visitor => who ?? assert.fail('nobody signed in');
    const textAt = async (who: Visitor | undefined, path: string): Promise<string> => (await by(who).get(path)).text();
    const act = async (who: Visitor | undefined, path: string, fields: Record<string, string> = {}) =>
      by(who).post(path, { ...hiddenOf(await textAt(who, path)), ...fields });
    const wentTo = (answer: Response): readonly [number, string | null] => [
      answer.status,
      answer.headers.get('location'),
    ];

    test('opens to the operator’s staff alone: whoever else asks finds nothing, be the case theirs, another’s or none', async () => {
      const { applicationNumber: number, id } = await aSubmittedCase(site.world);
      const reviewer = await site.signIn('reviewer');
      for (const path of [OFFICE, at(number), at(number, '/form'), at(number, '/history'), `/en${at(number)}`]) {
        equal([(await by(a).get(path)).status, (await reviewer.get(path)).status], [200, 200], path);
      }
      const [sha] = await site.world.deps.db.kysely
        .selectFrom('case_files')
        .select('sha256')
        .where('case_id', '=', id)
        .execute();
      const paths = ['', '/form', '/history', '/acts/accept', `/files/${sha?.sha256 ?? ''}`];
      for (const name of ['editor', 'signatory', 'agent', 'stranger', 'administrator'] as const) {
        const visitor = await site.signIn(name);
        equal((await visitor.get(OFFICE)).status, 404, name);
        for (const place of paths) equal((await visitor.get(at(number, place))).status, 404, `${name} ${place}`);
        for (const place of ['/check', '/notes', '/assign', '/acts/accept']) {
          equal(
            (await visitor.post(at(number, place), { csrf: await visitor.csrf() })).status,
            404,
            `${name} ${place}`,
          );
        }
        equal((await visitor.post(`${OFFICE}/next`, { csrf: await visitor.csrf() })).status, 404, name);
        const missing = await visitor.get(at('A-26-99999-9'));
        equal(wordsOf(await missing.text()), wordsOf(await textAt(visitor, at(number))), name);
      }
      equal((await by(a).get(at(number, '/acts/nothing'))).status, 404);
      equal((await by(a).get(at(number, `/files/${'0'.repeat(64)}`))).status, 404);
      equal(
        (await reviewer.post(at(number, '/acts/accept'), { csrf: await reviewer.csrf(), sequence: '1' })).status,
        422,
      );
    });

    test('lists what is to be done and gives an officer the next case', async () => {
      const page = wordsOf(await textAt(c, OFFICE));
      assert.match(page, /ホームゲートウェイ みなと HGW-700シリーズ/);
      assert.match(page, /あと\d+営業日/);
      assert.match(wordsOf(await textAt(c, `${OFFICE}?type=none`)), /該当する案件はありません/);
      const taken = await act(c, `${OFFICE}/next`.replace('/next', ''), {}).catch(() => undefined);
      equal(taken?.status, 405);
      const fields = hiddenOf(await textAt(c, OFFICE));
      const went = await by(c).post(`${OFFICE}/next`, fields);
      equal(went.status, 303);
      assert.match(went.headers.get('location') ?? '', /^\/workspace\/office\/cases\/A-26-\d{5}-/);
      equal(wentTo(await by(c).post(`${OFFICE}/next`, fields)), wentTo(went));
      assert.match(wordsOf(await textAt(c, `${OFFICE}?assigned=me`)), /officerC/);
      const found = await by(c).get(`${OFFICE}/find?number=ａ-26-00001-h`);
      equal(wentTo(found), [303, at('A-26-00001-H')]);
      equal(wentTo(await by(c).get(`${OFFICE}/find?number=x`)), [303, `${OFFICE}?notice=no-such-case`]);
    });

    test('goes through the form item by item, keeps ticks and remarks, and returns what has a remark', async () => {
      const { applicationNumber: number } = await aSubmittedCase(site.world);
      const form = at(number, '/form');
      const opened = hiddenOf(await textAt(a, form));
      const typed = { ...opened, 'tick.vendor': 'yes', 'remark.product': '型番を\r\n確かめてください。' };
      const saved = await by(a).post(at(number, '/check'), { ...typed, then: 'save' });
      equal(wentTo(saved), [303, `${form}?done=case.keep-check`]);
      const again = await textAt(b, form);
      assert.match(again, /id="tick.vendor"\s+name="tick.vendor"\s+value="yes"\s+checked/);
      assert.ok(again.includes('型番を\n確かめてください。</textarea>'));
      const told = await by(a).post(at(number, '/check'), typed, { headers: { accept: 'application/json' } });
      equal([told.status, Object.keys((await told.json()) as object)], [200, ['at', 'fields']]);
      const onward = await by(a).post(at(number, '/check'), { ...typed, then: 'return' });
      equal(wentTo(onward), [303, at(number, '/acts/return')]);
      const asked = at(number, '/acts/return');
      assert.match(wordsOf(await textAt(a, asked)), /型番を 確かめてください。/);
      equal(wentTo(await act(a, asked)), [303, `${at(number)}?done=case.return`]);
      const late = await by(a).post(at(number, '/check'), { ...typed, 'remark.vendor': '失われない' });
      equal(late.status, 422);
      assert.match(wordsOf(await textAt(a, form)), /差戻し中です。/);
    });

    test('accepts a case once, however often the form is sent, and then records the fee', async () => {
      const { applicationNumber: number } = await aSubmittedCase(site.world);
      const accept = at(number, '/acts/accept');
      const fields = { ...hiddenOf(await textAt(a, accept)), unlooked: '31' };
      const answers = await Promise.all([by(a).post(accept, fields), by(a).post(accept, fields)]);
      equal(answers.map(wentTo), [
        [303, `${at(number)}?done=case.accept`],
        [303, `${at(number)}?done=case.accept`],
      ]);
      equal(wentTo(await by(a).post(accept, fields)), [303, `${at(number)}?done=case.accept`]);
      const second = await act(a, accept);
      equal(second.status, 422);
      const pay = at(number, '/acts/record-payment');
      const unread = await act(a, pay, { paidOn: 'いつか' });
      const page = await unread.text();
      equal(unread.status, 422);
      assert.ok(page.includes('value="いつか"') && page.includes('エラー：'));
      equal((await act(a, pay, { paidOn: '2026-04-02' })).status, 422);
      equal(wentTo(await act(a, pay, { paidOn: '令和８年４月１日' })), [303, `${at(number)}?done=case.record-payment`]);
    });

    test('declines only with a reason, which stays typed', async () => {
      const { applicationNumber: number } = await aSubmittedCase(site.world);
      const decline = at(number, '/acts/decline');
      const refused = await act(a, decline, { reason: ' ' });
      equal(refused.status, 422);
      assert.match(wordsOf(await refused.text()), /理由を示すこと/);
      equal(wentTo(await act(a, decline, { reason: '対象外の製品です。' })), [303, `${at(number)}?done=case.decline`]);
      assert.match(wordsOf(await textAt(b, at(number))), /対象外の製品です。/);
    });

    test('grants by two officers, on exactly the proposal that was seen', async () => {
      const { deps, people } = site.world;
      const { id, applicationNumber: number } = await aPaidCase(site.world);
      const propose = at(number, '/acts/propose');
      equal((await act(b, propose, {})).status, 422);
      equal((await act(b, propose, { outcome: 'grant', validUntil: '2027-03-31' })).status, 422);
      equal(wentTo(await act(b, propose, { outcome: 'grant' })), [303, `${at(number)}?done=case.propose-decision`]);
      const confirm = at(number, '/acts/confirm');
      const off = wordsOf(await textAt(b, at(number)));
      assert.match(off, /起案者とは別の担当官が承認すること/);
      equal((await act(b, confirm)).status, 422);
      const seen = hiddenOf(await textAt(c, confirm));
      okOf(await withdrawProposal(deps, people.officerB, { id }));
      const validUntil = Temporal.PlainDate.from('2027-03-31');
      okOf(await proposeDecision(deps, people.officerB, { id, outcome: 'grant', validUntil, reason: '試験運用' }));
      const stale = await by(c).post(confirm, seen);
      equal(stale.status, 422);
      const shown = wordsOf(await stale.text());
      assert.match(shown, /起案の内容が変わりました/);
      assert.match(shown, /2027年3月31日までに短縮/);
      equal(okOf(await findCase(deps, people.officerC, id)).decision?.confirmed_at, null);
      await deps.db.pool.query(`update sessions set method = 'openid'`);
      const unproved = await act(c, confirm);
      equal([unproved.status, okOf(await findCase(deps, people.officerC, id)).decision?.confirmed_at], [403, null]);
      await deps.db.pool.query(`update sessions set method = 'demonstration'`);
      equal(wentTo(await act(c, confirm)), [303, `${at(number)}?done=case.confirm-decision`]);
      assert.match(wordsOf(await textAt(a, at(number))), /付与済み/);
    });

    test('sends a proposal back with a reason, and ends an overdue case', async () => {
      const { applicationNumber: number } = await aProposedCase(site.world);
      const withdraw = at(number, '/acts/withdraw-proposal');
      equal((await act(c, withdraw)).status, 422);
      const sentBack = await act(c, withdraw, { reason: '根拠が足りません。' });
      equal(wentTo(sentBack), [303, `${at(number)}?done=case.withdraw-proposal`]);
      const unpaid = await anAcceptedCase(site.world);
      const end = at(unpaid.applicationNumber, '/acts/discontinue');
      equal((await act(a, end, { reason: '未納のため' })).status, 422);
    });

    test('keeps notes of staff, once each, and tells who has the case', async () => {
      const { applicationNumber: number } = await aSubmittedCase(site.world);
      const fields = { ...hiddenOf(await textAt(a, at(number))), note: '電話で確認した。' };
      for (const time of ['first', 'second']) {
        const went = wentTo(await by(a).post(at(number, '/notes'), fields));
        equal(went, [303, `${at(number)}?done=case.add-note`], time);
      }
      const page = wordsOf(await textAt(b, at(number)));
      equal(page.split('電話で確認した。').length, 2);
      equal((await by(a).post(at(number, '/notes'), { csrf: await by(a).csrf(), note: '' })).status, 422);
      const to = site.world.people.officerB.person;
      const given = await by(a).post(at(number, '/assign'), { csrf: await by(a).csrf(), to, from: '' });
      equal(wentTo(given), [303, `${at(number)}?done=case.assign`]);
      equal((await by(a).post(at(number, '/assign'), { csrf: await by(a).csrf(), to: '', from: '' })).status, 422);
    });

    test('hands files out to be saved, never shown, under the name they were filed with', async () => {
      const { applicationNumber: number } = await aSubmittedCase(site.world);
      const [, href = ''] =
        /href="(\/workspace\/office\/cases\/[^"]+\/files\/[0-9a-f]{64})"/.exec(await textAt(a, at(number, '/form'))) ??
        [];
      const answer = await by(a).get(href);
      equal(answer.status, 200);
      assert.match(await answer.text(), /^evidence /);
      equal(answer.headers.get('content-type'), 'application/octet-stream');
      equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.match(
        answer.headers.get('content-security-policy') ?? '',
        /^default-src 'none'; .*frame-ancestors 'none'.*; sandbox$/,
      );
      assert.match(
        answer.headers.get('content-disposition') ?? '',
        /^attachment; filename="[^"]+"; filename\*=UTF-8''/,
      );
    });

    test('shows the whole history with people’s names, and marks what only staff see', async () => {
      const { applicationNumber: number } = await aGrantedCase(site.world);
      const page = wordsOf(await textAt(a, at(number, '/history')));
      for (const words of [
        '申請を提出',
        'signatory / 株式会社みなとネットワークス',
        '決定を承認',
        'officerC',
        '職員のみ',
      ]) {
        assert.ok(page.includes(words), words);
      }
      const archive = await by(a).post(at(number, '/export'), { csrf: await by(a).csrf() });
      equal(archive.headers.get('content-disposition')?.split(';')[0], 'attachment');
      const parts = (await unzip(Buffer.from(await archive.arrayBuffer()))).map(({ name }) => name);
      equal(parts.at(-1), 'SHA256SUMS');
      assert.match(wordsOf(await textAt(a, at(number, '/history'))), /案件の記録一式を書き出し/);
    });
  });
});
