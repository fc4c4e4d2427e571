import { before, describe, test } from 'node:test';
import { aDraft, aReturnedCase, storedText, versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import type { Part } from '../../core/case/application-parts.ts';
import { partOf } from '../../core/case/application-parts.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { findCase } from './find-case.ts';
import { readCaseHistory } from './read-case-history.ts';
import { saveAnswers } from './save-answers.ts';
import { submitCase } from './submit-case.ts';

const NAME: Part = { kind: 'answers', id: 'product.name' };
const NOTE: Part = { kind: 'answers', id: 'support.note' };
const ENDS: Part = { kind: 'answers', id: 'support.endsOn' };

describe('saving a form of a case part by part', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const shown = async (id: CaseId) => okOf(await findCase(world.deps, world.people.editor, id));

    test('keeps what two people change at once in different parts, and tells the second of the same part', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const name = { part: NAME, before: application.answers['product.name'] };
      const note = { part: NOTE, before: application.answers['support.note'] };
      const first = saveAnswers(deps, people.editor, { id, changes: [{ ...name, after: '編集者の名前' }] });
      const second = saveAnswers(deps, people.signatory, { id, changes: [{ ...note, after: '署名者の注' }] });
      equal([okOf(await first).conflicts, okOf(await second).conflicts], [[], []]);
      const third = okOf(await saveAnswers(deps, people.agent, { id, changes: [{ ...name, after: '代理人の名前' }] }));
      equal(third.conflicts, [{ part: NAME, mine: '代理人の名前', theirs: '編集者の名前' }]);
      const now = (await shown(id)).application;
      equal([partOf(now, NAME), partOf(now, NOTE)], ['編集者の名前', '署名者の注']);
    });

    test('with nothing changed writes nothing, not even an event', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const history = okOf(await readCaseHistory(deps, people.editor, id)).length;
      const version = await versionOf(world, id);
      const before = application.answers['product.name'];
      const saved = okOf(
        await saveAnswers(deps, people.editor, { id, changes: [{ part: NAME, before, after: before }] }),
      );
      equal(saved, { version, conflicts: [] });
      equal(okOf(await readCaseHistory(deps, people.editor, id)).length, history);
    });

    test('keeps what cannot be read as it was typed, and does not let it be submitted past', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const before = application.answers['support.endsOn'];
      const typed = { part: ENDS, before, after: before, unread: '来年の春ごろ' };
      okOf(await saveAnswers(deps, people.editor, { id, changes: [typed] }));
      const waiting = await shown(id);
      equal(waiting.row.unread_answers, { 'support.endsOn': '来年の春ごろ' });
      equal(partOf(waiting.application, ENDS), before);
      const gap = { code: 'unread_answer', path: 'support.endsOn', params: { value: '来年の春ごろ' } } as const;
      equal(waiting.gaps, [gap]);
      const version = await versionOf(world, id);
      await refusedWithoutTrace(deps.db, () => submitCase(deps, people.signatory, { id, version }), {
        code: 'application_incomplete',
        gaps: [gap],
      });
      okOf(await saveAnswers(deps, people.editor, { id, changes: [{ part: ENDS, before, after: before }] }));
      equal([(await shown(id)).row.unread_answers, (await shown(id)).gaps], [{}, []]);
    });

    test('attaches and takes off files with the answers that name them', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const [row] = application.determinations;
      const part: Part = {
        kind: 'determination',
        criterion: row?.criterion ?? '',
        interface: row?.interface,
        column: 'evidence',
      };
      const file = await storedText(world, '写真.png');
      const after = [...(row?.evidence ?? []), file.name];
      const changes = [{ part, before: row?.evidence, after }];
      okOf(await saveAnswers(deps, people.editor, { id, changes, attach: [file] }));
      const with_ = await shown(id);
      equal([partOf(with_.application, part), with_.files.some(({ name }) => name === file.name)], [after, true]);
      const back = [{ part, before: after, after: row?.evidence }];
      okOf(await saveAnswers(deps, people.editor, { id, changes: back, detach: [file.name] }));
      equal(
        (await shown(id)).files.some(({ name }) => name === file.name),
        false,
      );
    });

    test('changes only what was returned, and nothing for those who may not', async () => {
      const { deps, people } = world;
      const { id, application } = await aReturnedCase(world);
      const change = (part: Part, after: string) => ({ part, before: partOf(application, part), after });
      await refusedWithoutTrace(
        deps.db,
        () => saveAnswers(deps, people.editor, { id, changes: [change(NOTE, '別の注')] }),
        { code: 'closed_items_changed', items: ['support'] },
      );
      okOf(await saveAnswers(deps, people.editor, { id, changes: [change(NAME, '直した名前')] }));
      for (const actor of [people.stranger, PUBLIC]) {
        await refusedWithoutTrace(deps.db, () => saveAnswers(deps, actor, { id, changes: [change(NAME, 'x')] }), {
          code: 'no_such_subject',
        });
      }
    });
  });
});
