import { before, describe, test } from 'node:test';
import { aDraft, aSubmittedCase, storedText } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { beginCase } from './begin-case.ts';
import { editCase } from './edit-case.ts';
import { findCase } from './find-case.ts';
import { listCases } from './list-cases.ts';
import { readReceipt } from './read-receipt.ts';

describe('beginning an application in a form', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const newId = () => world.deps.ids.uuid() as CaseId;

    test('that is sent twice, even at once, begins one application', async () => {
      const { deps, people, organisations } = world;
      const before = (await listCases(deps, people.editor, { limit: 1000 })).length;
      const input = { id: newId(), vendor: organisations.vendor, level: 's1' };
      const [first, second] = await Promise.all([
        beginCase(deps, people.editor, input),
        beginCase(deps, people.editor, input),
      ]);
      equal(okOf(first), okOf(second));
      equal(okOf(await beginCase(deps, people.editor, input)), okOf(first));
      equal((await listCases(deps, people.editor, { limit: 1000 })).length, before + 1);
      const { answers } = okOf(await findCase(deps, people.editor, input.id)).application;
      equal(answers['vendor.name'], '株式会社みなとネットワークス');
    });

    test('with an earlier one takes over its answers and files, without what must be said anew', async () => {
      const { deps, people, organisations } = world;
      const earlier = await aSubmittedCase(world);
      const input = { id: newId(), vendor: organisations.vendor, level: 's1', from: earlier.id };
      const begun = okOf(await beginCase(deps, people.editor, input));
      const shown = okOf(await findCase(deps, people.editor, begun.id));
      const { answers, models, determinations } = shown.application;
      equal(
        [shown.row.state, answers['product.name'], models],
        ['draft', earlier.application.answers['product.name'], earlier.application.models],
      );
      equal(
        [answers['declaration.signedOn'], answers['terms.labelUse'], determinations[0]?.determinedOn],
        [undefined, undefined, undefined],
      );
      equal(shown.files, okOf(await readReceipt(deps, people.editor, earlier.id)).files);
    });

    test('for another model series takes over everything but models and product name, and marks carried files', async () => {
      const { deps, people, organisations } = world;
      for (const [person, earlier] of [
        [people.editor, await aSubmittedCase(world)],
        [people.agent, await aDraft(world)],
      ] as const) {
        const input = { id: newId(), vendor: organisations.vendor, level: 's1', from: earlier.id, isOtherSeries: true };
        const begun = okOf(await beginCase(deps, person, input));
        const { application, carried, files } = okOf(await findCase(deps, person, begun.id));
        const { answers, models, determinations } = application;
        equal([answers['product.name'], answers['product.sameDesign'], models], [undefined, undefined, []]);
        equal(answers['product.type'], earlier.application.answers['product.type']);
        equal(determinations[0]?.evidence, earlier.application.determinations[0]?.evidence);
        equal(
          [...carried],
          files.map(({ name }) => [name, earlier.applicationNumber]),
        );
        const [first] = files;
        const changed = await storedText(world, first?.name ?? '', 'of this product');
        const edit = { id: begun.id, version: 2, application, attach: [changed] };
        okOf(await editCase(deps, person, edit));
        equal(okOf(await findCase(deps, person, begun.id)).carried.has(changed.name), false);
      }
    });

    test('takes over nothing of another organisation, and does not show whether it is there', async () => {
      const { deps, people, organisations } = world;
      const { id } = await aDraft(world);
      for (const from of [id, newId()]) {
        const input = { id: newId(), vendor: organisations.otherVendor, level: 's1', from };
        await refusedWithoutTrace(deps.db, () => beginCase(deps, people.stranger, input), { code: 'no_such_subject' });
      }
      const taken = { id, vendor: organisations.otherVendor, level: 's1' };
      await refusedWithoutTrace(deps.db, () => beginCase(deps, people.stranger, taken), { code: 'no_such_subject' });
    });

    test('has no receipt before it is submitted, and none for strangers after', async () => {
      const { deps, people } = world;
      const { id } = await aDraft(world);
      equal(await readReceipt(deps, people.editor, id), { ok: false, error: { code: 'no_such_subject' } });
      const sent = await aSubmittedCase(world);
      equal(okOf(await readReceipt(deps, people.editor, sent.id)), sent.receipt);
      equal(await readReceipt(deps, people.stranger, sent.id), { ok: false, error: { code: 'no_such_subject' } });
    });
  });
});
