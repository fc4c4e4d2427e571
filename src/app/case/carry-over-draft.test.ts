import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft, aReturnedCase, submitted, versionOf } from '../../../testing/builders/cases.ts';
import { newerScheme } from '../../../testing/builders/newer-scheme.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { carryOverDraft } from './carry-over-draft.ts';
import { findCase } from './find-case.ts';
import { readCaseHistory } from './read-case-history.ts';
import { submitCase } from './submit-case.ts';

async function withNewerScheme({ deps, scheme }: World) {
  return { ...deps, scheme: okOf(await loadScheme(deps, newerScheme(scheme))) };
}

describe('a draft begun under an older form', () => {
  eachDatabase((_kind, open) => {
    test('tells what is new, changed and gone, and what has no place any more', async () => {
      const world = await aWorld(await open());
      const { people } = world;
      const { id, application } = await aDraft(world);
      equal(okOf(await findCase(world.deps, people.editor, id)).outdated, undefined);
      const [first, second] = application.determinations.map(({ criterion }) => criterion ?? '');
      const deps = await withNewerScheme(world);
      const { outdated } = okOf(await findCase(deps, people.editor, id));
      equal(outdated?.changes.criteria, { added: ['S1.1-99'], changed: [second], gone: [first] });
      equal(outdated?.changes.terms, ['label-use']);
      const unplaced = outdated?.unplaced ?? [];
      const kinds = new Set(unplaced.map((part) => (part.kind === 'determination' ? part.criterion : part.kind)));
      equal(kinds, new Set(['answers', first]));
    });

    test('is carried over once by an act of its own that keeps every answer with a place, and the rest in the history', async () => {
      const world = await aWorld(await open());
      const { people } = world;
      const { id, application } = await aDraft(world);
      const deps = await withNewerScheme(world);
      const version = await versionOf(world, id);
      const stale = { code: 'changed_meanwhile', version };
      await refusedWithoutTrace(
        deps.db,
        () => carryOverDraft(deps, people.editor, { id, version: version - 1 }),
        stale,
      );
      const foreign = () => carryOverDraft(deps, people.stranger, { id, version });
      await refusedWithoutTrace(deps.db, foreign, { code: 'no_such_subject' });
      const carried = okOf(await carryOverDraft(deps, people.editor, { id, version }));
      equal(okOf(await carryOverDraft(deps, people.editor, { id, version: carried.version })), carried);
      const shown = okOf(await findCase(deps, people.editor, id));
      equal(shown.outdated, undefined);
      equal(shown.application.determinations, application.determinations.slice(1));
      const { 'terms.labelUse': agreed, ...answers } = application.answers;
      equal(shown.application.answers, answers);
      const history = okOf(await readCaseHistory(deps, people.editor, id));
      const [event, ...more] = history.filter(({ act }) => act === 'case.carry-over');
      equal(more, []);
      const dropped = (event?.detail['dropped'] ?? {}) as Readonly<Record<string, unknown>>;
      equal(dropped['terms.labelUse'], agreed);
      assert.ok(Object.keys(dropped).some((name) => name.startsWith('determinations.')));
    });

    test('is held against the form in force when it is submitted, carried over or not (DOMAIN §5.2)', async () => {
      const world = await aWorld(await open());
      const { people } = world;
      const { id } = await aDraft(world);
      const deps = await withNewerScheme(world);
      const refused = await submitCase(deps, people.signatory, { id, version: await versionOf(world, id) });
      equal(refused.ok ? '' : refused.error.code, 'application_incomplete');
    });

    test('does not exist among submitted cases: they stay under the version they were filed under', async () => {
      const world = await aWorld(await open());
      const { people } = world;
      const at = await aReturnedCase(world);
      const deps = await withNewerScheme(world);
      const before = okOf(await findCase(deps, people.editor, at.id));
      equal(before.outdated, undefined);
      const { version } = before.row;
      equal(okOf(await carryOverDraft(deps, people.editor, { id: at.id, version })), { version });
      await submitted({ ...world, deps }, at.id);
      const again = () => carryOverDraft(deps, people.editor, { id: at.id, version: version + 1 });
      const wrong = await again();
      equal(wrong.ok ? '' : wrong.error.code, 'wrong_state');
    });
  });
});
