import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aReturnedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';
import { saveAnswers } from '../../app/case/save-answers.ts';

describe('the history of a case at the office', () => {
  eachDatabase((_kind, open) => {
    test('folds what one person saved again and again into one line, which opens to each saving', async () => {
      const { world, signIn } = await aWorkspaceSite(await open());
      const { id, applicationNumber: number, application } = await aReturnedCase(world);
      const part = { kind: 'answers', id: 'product.firmware' } as const;
      let before = application.answers['product.firmware'];
      for (const after of ['9.1', '9.2', '9.3']) {
        okOf(await saveAnswers(world.deps, world.people.editor, { id, changes: [{ part, before, after }] }));
        before = after;
      }
      const officer = await signIn('officerA');
      const page = wordsOf(await (await officer.get(`/workspace/office/cases/${number}/history`)).text());
      equal(page.slice(page.indexOf('続けて3回の保存')).split('回答を保存').length - 1, 3);
      assert.match(
        await (await officer.get(`/en/workspace/office/cases/${number}/history`)).text(),
        /3 savings in a row/,
      );
    });
  });
});
