import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  aDraft,
  aGrantedCase,
  aReturnedCase,
  aSubmittedCase,
  storedText,
  submitted,
  versionOf,
} from '../../../testing/builders/cases.ts';
import { completeApplication } from '../../../testing/builders/application.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { compareCase, type ComparedWith } from './compare-case.ts';
import { editCase } from './edit-case.ts';
import { findOfficeCase } from './find-office-case.ts';
import { openCase } from './open-case.ts';
import { readWarnings } from './read-warnings.ts';

describe('what a case has in common with others', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const see = async (id: CaseId) => okOf(await findOfficeCase(world.deps, world.people.officerA, id));
    const warned = async (id: CaseId) =>
      okOf(await readWarnings(world.deps, world.people.officerA, await see(id))).map((warning) =>
        'number' in warning ? `${warning.code} ${warning.what} ${warning.number}` : warning.code,
      );
    const compared = async (id: CaseId, wanted?: ComparedWith) =>
      okOf(await compareCase(world.deps, world.people.officerA, { found: await see(id), wanted }));

    test('is nothing for the only one; then its models, when labelled or in another open case, and all its answers', async () => {
      const alone = await aSubmittedCase(world);
      equal(await warned(alone.id), []);
      equal(await compared(alone.id), { with: undefined, before: undefined, changed: [], offered: [] });
      const granted = await aGrantedCase(world);
      const models = alone.application.models.map(({ number }) => number ?? '');
      const labelled = models.map((model) => `model_labelled ${model} ${granted.label.number}`);
      equal(
        (await warned(alone.id)).map((line) => line.replace(/^model_in.*/, '')).sort(),
        [...labelled, `filed_twice  ${granted.applicationNumber}`].sort(),
      );
      const draft = await aDraft(world);
      equal(
        (await warned(alone.id)).some((line) => line.includes(draft.applicationNumber)),
        false,
      );
      await submitted(world, draft.id);
      const again = await warned(alone.id);
      equal(again.filter((line) => line.startsWith('model_in_open_case')).length, models.length);
      assert.ok(again.includes(`filed_twice  ${draft.applicationNumber}`));
    });

    test('is evidence that another organisation has filed, too; its own is no matter', async () => {
      const { deps, people, organisations } = world;
      const mine = await aSubmittedCase(world);
      equal(
        (await warned(mine.id)).some((line) => line.startsWith('evidence')),
        false,
      );
      const [name = ''] = mine.application.determinations.flatMap(({ evidence }) => evidence ?? []);
      const [level] = world.scheme.levels;
      const opened = okOf(
        await openCase(deps, people.stranger, { vendor: organisations.otherVendor, level: level?.id ?? '' }),
      );
      const application = completeApplication(world.scheme, world.today());
      const attach = [await storedText(world, 'other.txt', `evidence ${name}`)];
      okOf(await editCase(deps, people.stranger, { id: opened.id, version: 1, application, attach }));
      equal(
        (await warned(mine.id)).some((line) => line.startsWith('evidence')),
        false,
      );
      await deps.db.pool.query(`update cases set state = 'discontinued' where id = $1`, [opened.id]);
      assert.ok((await warned(mine.id)).includes(`evidence_elsewhere ${name} ${opened.applicationNumber}`));
    });

    test('is shown item by item against the submission before, or another case of the same vendor and no other', async () => {
      const { deps, people } = world;
      const { id, application } = await aReturnedCase(world);
      const answers = { ...application.answers, 'product.firmware': '9.9.9' };
      const version = await versionOf(world, id);
      okOf(await editCase(deps, people.editor, { id, version, application: { ...application, answers } }));
      await submitted(world, id);
      const own = await compared(id);
      equal([own.with, own.changed], [{ kind: 'submission', sequence: 1 }, ['product']]);
      const [other] = own.offered;
      const beside = await compared(id, { kind: 'case', number: other?.application_number ?? '' });
      equal(beside.changed, ['product']);
      const foreign = await deps.db.kysely
        .selectFrom('cases')
        .select('application_number')
        .where('vendor', '=', world.organisations.otherVendor)
        .executeTakeFirstOrThrow();
      equal((await compared(id, { kind: 'case', number: foreign.application_number })).before, undefined);
      equal((await compared(id, { kind: 'submission', sequence: 2 })).before, undefined);
      for (const name of ['editor', 'stranger', 'administrator'] as const) {
        equal((await compareCase(deps, people[name], { found: await see(id) })).ok, false, name);
        equal((await readWarnings(deps, people[name], await see(id))).ok, false, name);
      }
    });
  });
});
