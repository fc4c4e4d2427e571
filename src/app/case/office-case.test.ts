import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  aDraft,
  aProposedCase,
  aReturnedCase,
  aSubmittedCase,
  submitted,
  versionOf,
} from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type PersonName, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { acceptCase } from './accept-case.ts';
import { addNote } from './add-note.ts';
import { editCase } from './edit-case.ts';
import { findOfficeCase } from './find-office-case.ts';
import { formItems } from '../../core/case/form-items.ts';
import { keepCheck } from './keep-check.ts';
import { readCaseHistory } from './read-case-history.ts';

const item = (name: string, isTicked: boolean, remark = '') => ({ item: name, isTicked, remark });

describe('a case at the office', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const see = async (id: Parameters<typeof findOfficeCase>[2], by: PersonName = 'officerA') =>
      okOf(await findOfficeCase(world.deps, world.people[by], id));

    test('is seen by the operator’s staff alone; an applicant’s own case, another’s, a draft and none are refused', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      for (const name of ['officerA', 'reviewer', 'schemeOfficer'] as const) {
        equal((await see(id, name)).shown.row.id, id);
      }
      const codes = ['editor', 'signatory', 'agent', 'stranger', 'administrator'] as const;
      for (const name of codes) equal((await findOfficeCase(deps, people[name], id)).ok, false, name);
      const draft = await aDraft(world);
      equal(
        await findOfficeCase(deps, people.officerA, draft.id),
        await findOfficeCase(deps, people.officerA, undefined),
      );
    });

    test('shows what was submitted, never what the applicant is still changing', async () => {
      const { deps, people } = world;
      const { id, application } = await aReturnedCase(world);
      const answers = { ...application.answers, 'product.name': '書きかけ' };
      const version = await versionOf(world, id);
      okOf(await editCase(deps, people.editor, { id, version, application: { ...application, answers } }));
      const seen = await see(id);
      equal(seen.filed.application.answers['product.name'], application.answers['product.name']);
      equal(seen.remarks, [{ item: 'product', remark: '型番を確かめてください。' }]);
      okOf(await editCase(deps, people.editor, { id, version: version + 1, application }));
      await submitted(world, id);
      const again = await see(id);
      equal([again.filed.sequence, again.submissions.map(({ sequence }) => sequence)], [2, [1, 2]]);
    });

    test('offers the acts that can be done now, and says of others why not', async () => {
      const { id } = await aProposedCase(world);
      const offs = async (by: PersonName) =>
        Object.fromEntries((await see(id, by)).acts.map(({ action, off }) => [action, off?.code ?? 'on']));
      const [on, unmet, barred] = ['on', 'rules_unmet', 'not_permitted'];
      const acts = (propose: unknown, withdraw: unknown, confirm: unknown) => ({
        'case.propose-decision': propose,
        'case.withdraw-proposal': withdraw,
        'case.confirm-decision': confirm,
      });
      equal(await offs('officerB'), acts(unmet, on, unmet));
      equal(await offs('officerC'), acts(unmet, on, on));
      equal(await offs('reviewer'), acts(barred, barred, barred));
    });

    test('keeps what an officer has ticked and written, and tells the applicant nothing of it', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      const keep = (before: ReturnType<typeof item>, after: ReturnType<typeof item>, by: PersonName = 'officerA') =>
        keepCheck(deps, people[by], { id, sequence: 1, items: [{ before, after }] });
      equal(okOf(await keep(item('product', false), item('product', true))), { kept: 1 });
      equal(okOf(await keep(item('product', false), item('product', true))), { kept: 0 });
      okOf(await keep(item('vendor', false), item('vendor', false, '住所を確かめてください。'), 'officerB'));
      equal((await see(id)).checked, [
        { item: 'product', is_ticked: true, remark: '' },
        { item: 'vendor', is_ticked: false, remark: '住所を確かめてください。' },
      ]);
      const told = okOf(await readCaseHistory(deps, people.signatory, id)).map(({ act }) => act);
      equal(told.at(-1), 'case.submit');
      const lost = () => keep(item('none', false), item('none', true));
      await refusedWithoutTrace(deps.db, lost, { code: 'unknown_item', item: 'none' });
      const stale = () => keepCheck(deps, people.officerA, { id, sequence: 2, items: [] });
      await refusedWithoutTrace(deps.db, stale, { code: 'submitted_again' });
      for (const name of ['editor', 'stranger', 'reviewer', 'administrator'] as const) {
        assert.ok(!(await keep(item('data', false), item('data', true), name)).ok, name);
      }
      const known = (knownUnlooked: number) => () => acceptCase(deps, people.officerA, { id, knownUnlooked });
      const of = formItems((await see(id)).filed.set).length;
      await refusedWithoutTrace(deps.db, known(of), { code: 'items_unlooked', count: of - 1, of });
      okOf(await known(of - 1)());
      const late = await keep(item('data', false), item('data', true));
      equal(late.ok ? '' : late.error.code, 'wrong_state');
    });

    test('carries notes of staff that no applicant reads and nobody alters; one form writes one', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      const sentAs = deps.ids.uuid();
      const write = (by: PersonName, note: string, key = sentAs) =>
        addNote(deps, people[by], { id, note, sentAs: key });
      equal(okOf(await write('officerA', ' 電話で確認済み。\r\n二行目 ')), { isNew: true });
      equal(okOf(await write('officerA', ' 電話で確認済み。\r\n二行目 ')), { isNew: false });
      okOf(await write('reviewer', '了解', deps.ids.uuid()));
      const { notes } = await see(id);
      equal(
        notes.map(({ author, note }) => [author, note]),
        [
          ['officerA', '電話で確認済み。\n二行目'],
          ['reviewer', '了解'],
        ],
      );
      await refusedWithoutTrace(deps.db, () => write('officerA', ' \n ', deps.ids.uuid()), { code: 'nothing_written' });
      const long = () => write('officerA', 'あ'.repeat(4001), deps.ids.uuid());
      await refusedWithoutTrace(deps.db, long, { code: 'text_over_limit', most: 4000 });
      for (const name of ['editor', 'signatory', 'agent', 'stranger', 'administrator'] as const) {
        assert.ok(!(await write(name, 'x', deps.ids.uuid())).ok, name);
      }
      await assert.rejects(deps.db.pool.query(`update case_notes set note = 'x'`), /append-only/);
      const acts = async (by: PersonName) => okOf(await readCaseHistory(deps, people[by], id)).map(({ act }) => act);
      equal((await acts('officerB')).filter((act) => act === 'case.add-note').length, 2);
      equal((await acts('editor')).includes('case.add-note'), false);
    });
  });
});
