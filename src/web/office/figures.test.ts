import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aSubmittedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';

const OFFICE = '/workspace/office';

describe('the figures and the state of jobs', () => {
  eachDatabase((_kind, open) => {
    test('draws the figures with their tables for staff, and shows administrators how jobs stand', async () => {
      const site = await aWorkspaceSite(await open());
      const officer = await site.signIn('officerA');
      await aSubmittedCase(site.world);
      const page = wordsOf(await (await officer.get(`${OFFICE}/figures`)).text());
      for (const words of ['月ごとの初回提出と付与', '提出済み（形式確認待ち）', '数値の表'])
        assert.ok(page.includes(words), words);
      const administrator = await site.signIn('administrator');
      assert.match(wordsOf(await (await administrator.get(`/en${OFFICE}/health`)).text()), /verify-receipt/);
      equal((await administrator.get(`${OFFICE}/figures`)).status, 200);
      equal((await officer.get(`${OFFICE}/health`)).status, 404);
      const signatory = await site.signIn('signatory');
      for (const place of ['/figures', '/health']) equal((await signatory.get(`${OFFICE}${place}`)).status, 404);
    });
  });
});
