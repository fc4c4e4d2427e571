import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft, aReturnedCase, aSubmittedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';

/** Where the most important button of a page leads. */
const primaryIn = (page: string): string | undefined =>
  /<a\s+href="([^"]+)"\s+class="button"\s+data-weight="primary"/.exec(page)?.[1];

describe('the page of a case leads its applicant on', () => {
  eachDatabase((_kind, open) => {
    test('to the first thing left, to what was returned, or to sending when nothing is left', async () => {
      const { world, signIn } = await aWorkspaceSite(await open());
      const editor = await signIn('editor');
      const lacking = await aDraft(world, { answers: { 'support.kinds': [] } });
      const complete = await aDraft(world);
      const returned = await aReturnedCase(world);
      const ledTo = [];
      for (const { applicationNumber: number } of [lacking, complete, returned]) {
        const page = await (await editor.get(`/workspace/cases/${number}`)).text();
        ledTo.push(primaryIn(page)?.replace(`/workspace/cases/${number}/`, ''));
        assert.equal(page.includes('差し戻された項目が1件あります'), number === returned.applicationNumber);
      }
      equal(ledTo, ['support', 'answers', 'product']);
    });

    test('telling whose deadline it is, and the product by its name in the reader’s language', async () => {
      const { world, signIn } = await aWorkspaceSite(await open());
      const editor = await signIn('editor');
      const returned = await aReturnedCase(world);
      const { applicationNumber: number } = await aSubmittedCase(world, {
        answers: { 'product.name': '居間の家電の司令塔', 'product.nameEn': 'Living Room Hub' },
      });
      const japanese = await (await editor.get(`/workspace/cases/${number}`)).text();
      assert.match(japanese, /運営者が確認を終える期限/);
      assert.match(japanese, /<h1><bdi>居間の家電の司令塔/);
      const english = await (await editor.get(`/en/workspace/cases/${number}`)).text();
      assert.match(english, /Operator’s work due/);
      assert.match(english, /<h1><bdi>Living Room Hub/);
      const back = await (await editor.get(`/workspace/cases/${returned.applicationNumber}`)).text();
      assert.doesNotMatch(back, /運営者が確認を終える期限/);
    });

    test('back to their work from an address where nothing is', async () => {
      const { signIn } = await aWorkspaceSite(await open());
      const editor = await signIn('editor');
      const lost = await editor.get('/en/workspace/cases/A-26-99999-9');
      const page = await lost.text();
      equal(lost.status, 404);
      assert.match(page, /a mandate or a role may have changed/);
      assert.match(page, /href="\/en\/workspace"/);
    });

    test('and across to the public register, in their language', async () => {
      const { signIn } = await aWorkspaceSite(await open());
      const page = await (await (await signIn('editor')).get('/en/workspace')).text();
      assert.match(page, /<a href="\/en\/">Register of conformance labels<\/a>/);
    });
  });
});
