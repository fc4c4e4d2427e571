import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import {
  LETTER,
  mandateEvents,
  opensFor,
  pageOf,
  PLACES,
  sendLetter,
  withLetter,
} from '../../../testing/mandate-letters.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { SITE_ORIGIN } from '../../../testing/workspace-site.ts';
import { DEMONSTRATION_MALWARE, simulatedScanner } from '../../../testing/world/simulated-scanner.ts';
import { scanWaitingFiles } from '../../app/files/scan-waiting-files.ts';
import { announcementOf } from '../../app/mail/announcement.ts';
import { giveRoles } from '../../app/parties/give-roles.ts';
import { decideLetter } from '../../app/parties/decide-letter.ts';
import { findActor } from '../../app/parties/find-actor.ts';
import type { MandateId } from '../../core/kernel/ids.ts';

describe('a scanned letter of mandate', () => {
  eachDatabase((_kind, open) => {
    test('gives no rights while it waits, all of them once an officer confirmed it, and to its last day only', async () => {
      const { site, agent, filed, id } = await withLetter(await open(), { until: '2026-04-03' });
      equal([filed.status, filed.headers.get('location')], [303, `${PLACES.mandates}?done=letter.filed`]);
      assert.match(wordsOf(await pageOf(agent, PLACES.mandates)), /確認待ち/);
      equal(await opensFor(agent, site), false);
      const officer = await site.signIn('officerA');
      const page = await pageOf(officer, `${PLACES.office}/${id}`);
      const letter = await officer.get(`${PLACES.office}/${id}/letter`);
      equal([letter.status, await letter.text()], [200, LETTER]);
      assert.ok(page.includes('/refuse"') && !page.includes('/revoke"'), 'what gives no rights yet is not revoked');
      const fields = formFieldsOf(page);
      const confirm = () => officer.post(`${PLACES.office}/${id}/confirm`, fields);
      equal([(await confirm()).status, (await confirm()).status], [303, 303]);
      equal(await opensFor(agent, site), true);
      site.world.clock.set('2026-04-03T14:59:59Z');
      equal(await opensFor(await site.signIn('agent'), site), true);
      site.world.clock.set('2026-04-03T15:00:00Z');
      equal(await opensFor(await site.signIn('agent'), site), false);
      equal((await mandateEvents(site)).slice(-2), [
        ['mandate.file-letter', 'agent', '株式会社よそ'],
        ['mandate.confirm-letter', 'label-officer', '-'],
      ]);
    });

    test('is refused for a reason, which both parties are told, and then gives no rights', async () => {
      const { site, agent, id } = await withLetter(await open());
      const officer = await site.signIn('officerA');
      const refuse = (reason: string) => officer.post(`${PLACES.office}/${id}/refuse`, { reason });
      equal((await refuse(' ')).status, 422);
      equal((await refuse('押印がありません')).status, 303);
      equal(await opensFor(agent, site), false);
      assert.match(wordsOf(await pageOf(agent, PLACES.mandates)), /認められず[^]*押印がありません/);
      equal((await officer.post(`${PLACES.office}/${id}/confirm`)).status, 422);
      const { deps } = site.world;
      const { rows } = await deps.db.pool.query<{ id: number }>(
        "select max(id)::int as id from events where act like 'mandate%'",
      );
      const told = await announcementOf(deps, deps.db.kysely, rows[0]?.id ?? 0);
      equal(
        [told?.kind, told?.facts['reason'], told?.recipients],
        ['letter-refused', '押印がありません', ['agent@example.jp', 'stranger@example.jp']],
      );
    });

    test('is seen and stopped by the vendor before anybody confirmed it, and never confirmed afterwards', async () => {
      const { site, agent, id } = await withLetter(await open());
      const vendor = await site.signIn('stranger');
      assert.match(await pageOf(vendor, PLACES.mandates), new RegExp(`${id}/letter`));
      equal(await (await vendor.get(`${PLACES.mandates}/${id}/letter`)).text(), LETTER);
      equal((await vendor.post(`${PLACES.mandates}/${id}/revoke`)).status, 303);
      const officer = await site.signIn('officerA');
      equal((await officer.post(`${PLACES.office}/${id}/confirm`)).status, 422);
      equal(await opensFor(agent, site), false);
    });

    test('may be limited to applications of its vendor by number, and to none of another', async () => {
      const { site, draft, agent } = await withLetter(await open());
      const { officerA } = site.world.people;
      const limits = { scope: 'some' };
      const { rows } = await site.world.deps.db.pool.query<{ corporate_number: string }>(
        `select corporate_number from organisations where id = '${site.world.organisations.vendor}'`,
      );
      const number = rows[0]?.corporate_number ?? '';
      const wrong = await sendLetter(agent, { ...limits, vendor: '株式会社よそ', numbers: draft.applicationNumber });
      equal(wrong.status, 422);
      const fields = { ...limits, vendor: number, numbers: `${draft.applicationNumber.toLowerCase()}\n` };
      equal((await sendLetter(agent, fields)).status, 303);
      const other = await aDraft(site.world);
      const { rows: filed } = await site.world.deps.db.pool.query<{ id: MandateId }>(
        'select id from mandates where is_limited',
      );
      const id = filed[0]?.id ?? ('none' as MandateId);
      const place = (application: string) => `/workspace/cases/${application}`;
      equal((await agent.get(place(draft.applicationNumber))).status, 404);
      okOf(await decideLetter(site.world.deps, officerA, { id, isConfirmed: true }));
      equal((await agent.get(place(draft.applicationNumber))).status, 200);
      equal((await agent.get(place(other.applicationNumber))).status, 404);
    });

    test('does not tell an agent which of the numbers it names are the vendor’s', async () => {
      const { site, draft, agent } = await withLetter(await open());
      const { rows } = await site.world.deps.db.pool.query<{ corporate_number: string }>(
        `select corporate_number from organisations where id = '${site.world.organisations.vendor}'`,
      );
      const numbers = `${draft.applicationNumber} A-26-99999-9`;
      const answer = await sendLetter(agent, { scope: 'some', vendor: rows[0]?.corporate_number ?? '', numbers });
      equal(answer.status, 422);
      assert.match(
        wordsOf(await answer.text()),
        new RegExp(`申請番号があります：${draft.applicationNumber}、 ?A-26-99999-9`),
      );
    });

    test('is not decided about by who filed it, were they an officer too (ISO/IEC 17065:2012, 4.2)', async () => {
      const { site, id } = await withLetter(await open());
      const { deps, people, organisations } = site.world;
      const roles = ['label-officer'] as const;
      const added = { mail: 'agent@example.jp', organisation: organisations.operator, roles };
      okOf(await giveRoles(deps, people.administrator, added));
      const asOfficer = await findActor(deps, 'agent@example.jp', organisations.operator);
      assert.ok(asOfficer !== undefined);
      const reason = '自分で届け出た';
      for (const isConfirmed of [true, false]) {
        const attempt = () => decideLetter(deps, asOfficer, { id, isConfirmed, reason });
        await refusedWithoutTrace(deps.db, attempt, { code: 'letter_filed_by_decider' });
      }
      okOf(await decideLetter(deps, people.officerA, { id, isConfirmed: true }));
    });

    test('says what is to be mended: an unknown vendor, no file, a file that is no scan', async () => {
      const { site, agent } = await withLetter(await open());
      const cases: readonly (readonly [Readonly<Record<string, string>>, string, string, string?])[] = [
        [{ vendor: '株式会社どこにもない' }, LETTER, '登録されていません'],
        [{ vendor: '' }, LETTER, '登録されていません'],
        [{ vendor: '株式会社よそ' }, 'not a scan', 'PDFでもPNGでもJPEGでもありません', '委任状.txt'],
        [{ vendor: '株式会社よそ' }, 'MZ not a scan', '中身の種類が合いません'],
        [{ vendor: '株式会社よそ' }, '', '中身がありません'],
        [{ vendor: '株式会社よそ', csrf: 'forged' }, LETTER, ''],
      ];
      for (const [fields, letter, words, name] of cases) {
        const answer = await sendLetter(agent, fields, letter, name);
        equal(answer.status, 'csrf' in fields ? 403 : 422, words);
        assert.ok((await answer.text()).includes(words), words);
      }
      equal((await mandateEvents(site)).filter(([act]) => act === 'mandate.file-letter').length, 1);
    });

    test('is not filed when the session of its sender ends while it is on its way', async () => {
      const { site, agent } = await withLetter(await open());
      const { csrf = '', idempotency_key = '' } = formFieldsOf(await pageOf(agent, `${PLACES.mandates}/letter`));
      const form = new FormData();
      const typed = { csrf, idempotency_key, scope: 'all', from: '2026-04-01', vendor: '株式会社よそ' };
      for (const [name, value] of Object.entries(typed)) form.append(name, value);
      form.append('files', new Blob([LETTER]), '委任状.pdf');
      const whole = new Response(form);
      const bytes = await whole.bytes();
      const body = async function* () {
        yield bytes.subarray(0, -20);
        equal((await agent.post('/workspace/sign-out', { csrf })).status, 303);
        yield bytes.subarray(-20);
      };
      const headers = { origin: SITE_ORIGIN, 'content-type': whole.headers.get('content-type') ?? '' };
      const sent = { method: 'POST', body: ReadableStream.from(body()), headers, duplex: 'half' } as const;
      const answer = await agent.get(`${PLACES.mandates}/letter`, sent);
      equal(answer.status, 401);
      assert.match(await answer.text(), /value="株式会社よそ"/);
      equal((await mandateEvents(site)).filter(([act]) => act === 'mandate.file-letter').length, 1);
    });

    test('is not confirmed while malware is found in it or its scan is awaited', async () => {
      const { site, id } = await withLetter(await open());
      const { deps, people } = site.world;
      const scanning = { ...deps, scanner: simulatedScanner };
      const confirm = (which: MandateId) => decideLetter(scanning, people.officerA, { id: which, isConfirmed: true });
      equal(await confirm(id), { ok: false, error: { code: 'letter_not_cleared' } });
      okOf(await scanWaitingFiles(scanning, SYSTEM, new AbortController().signal));
      okOf(await confirm(id));
      const agent = await site.signIn('agent');
      await sendLetter(agent, { vendor: '株式会社よそ' }, `%PDF-1.7 ${DEMONSTRATION_MALWARE}`);
      okOf(await scanWaitingFiles(scanning, SYSTEM, new AbortController().signal));
      const { rows } = await deps.db.pool.query<{ id: MandateId }>(
        'select id from mandates where letter is not null and decided_at is null',
      );
      const infected = rows[0]?.id ?? ('none' as MandateId);
      equal(await confirm(infected), { ok: false, error: { code: 'letter_not_cleared' } });
      equal((await agent.get(`${PLACES.mandates}/${infected}/letter`)).status, 404);
    });
  });
});
