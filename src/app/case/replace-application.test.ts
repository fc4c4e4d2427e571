import { before, describe, test } from 'node:test';
import { aDraft, aReturnedCase, storedText, versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import type { Application } from '../../core/case/application.ts';
import { findCase } from './find-case.ts';
import { listGapsInCase } from './list-gaps.ts';
import { replaceApplication } from './replace-application.ts';

const named = (application: Application, name: string): Application => ({
  ...application,
  answers: { ...application.answers, 'product.name': name },
});

describe('a file for a case that is there', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('replaces the answers of a draft, keeps the files they name, takes off the others, and submits if wished', async () => {
      const { deps, people } = world;
      const draft = await aDraft(world);
      const extra = await storedText(world, '余分.txt');
      const application = named(draft.application, '別の名前');
      const saved = okOf(
        await replaceApplication(deps, people.editor, {
          id: draft.id,
          version: await versionOf(world, draft.id),
          application,
          evidence: [extra],
          submit: false,
        }),
      );
      const before = okOf(await findCase(deps, people.editor, draft.id));
      equal([before.row.state, before.row.version, before.application], ['draft', saved.version, application]);
      const sent = okOf(
        await replaceApplication(deps, people.signatory, {
          id: draft.id,
          version: saved.version,
          application,
          evidence: [],
          submit: true,
        }),
      );
      const after = okOf(await findCase(deps, people.editor, draft.id));
      equal([after.row.state, after.files.some(({ name }) => name === extra.name)], ['submitted', false]);
      equal(sent.receipt?.files, after.files);
    });

    test('may change only what was returned', async () => {
      const { deps, people } = world;
      const { id, application } = await aReturnedCase(world);
      const version = await versionOf(world, id);
      const send = (changed: Application) =>
        replaceApplication(deps, people.signatory, { id, version, application: changed, evidence: [], submit: true });
      const elsewhere = { ...application, answers: { ...application.answers, 'support.note': '別の注' } };
      await refusedWithoutTrace(deps.db, () => send(elsewhere), { code: 'closed_items_changed', items: ['support'] });
      equal(okOf(await send(named(application, '直した名前'))).receipt?.sequence, 2);
    });

    test('with a gap leaves the case as it was, and is refused to others as a missing case is', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const version = await versionOf(world, id);
      const gapped = { ...application, models: [] };
      const gaps = okOf(await listGapsInCase(deps, people.editor, { id, application: gapped, attached: new Set() }));
      equal(
        gaps.some(({ code }) => code === 'no_models'),
        true,
      );
      const input = { id, version, application: gapped, evidence: [], submit: true };
      const refused = await replaceApplication(deps, people.signatory, input);
      equal(refused.ok ? '' : refused.error.code, 'application_incomplete');
      equal(await versionOf(world, id), version);
      for (const actor of [people.stranger, PUBLIC]) {
        await refusedWithoutTrace(deps.db, () => replaceApplication(deps, actor, { ...input, submit: false }), {
          code: 'no_such_subject',
        });
        equal(await listGapsInCase(deps, actor, { id, application, attached: new Set() }), {
          ok: false,
          error: { code: 'no_such_subject' },
        });
      }
    });
  });
});
