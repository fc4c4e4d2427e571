import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, SITE_ORIGIN } from '../../../testing/workspace-site.ts';
import { openCase } from '../../app/case/open-case.ts';
import { revokeMandate } from '../../app/parties/revoke-mandate.ts';

describe('an agent whose mandate has ended', () => {
  eachDatabase((_kind, open) => {
    test('is told so on what it could work on before, also when it sends a form with files, and of nothing else', async () => {
      const site = await aWorkspaceSite(await open());
      const { world } = site;
      const known = await aDraft(world);
      const agent = await site.signIn('agent');
      const place = `/workspace/cases/${known.applicationNumber}/criteria/S1.1-01`;
      equal((await agent.get(place)).status, 200);
      okOf(await revokeMandate(world.deps, world.people.signatory, { id: world.mandate }));
      const form = new FormData();
      form.set('csrf', await agent.csrf());
      form.set('files', new File(['x'], 'x.txt'));
      const sent = await agent.get(place, { method: 'POST', body: form, headers: { origin: SITE_ORIGIN } });
      equal(sent.status, 404);
      const page = await sent.text();
      assert.match(wordsOf(page), /委任が終わっています この申請を扱うための委任は2026年4月1日で終わりました/);
      assert.ok(page.includes('href="/workspace/cases"') && page.includes('href="/workspace/mandates"'));
      assert.match(wordsOf(await (await agent.get(`/en${place}`)).text()), /The mandate has ended/);

      world.clock.advance('PT1M');
      const sameDay = await aDraft(world);
      world.clock.advance('PT48H');
      const later = await aDraft(world);
      const opening = { vendor: world.organisations.otherVendor, level: 's1' };
      const foreign = okOf(await openCase(world.deps, world.people.stranger, opening));
      const again = await site.signIn('agent');
      const missing = wordsOf(await (await again.get('/workspace/cases/A-26-99999-9')).text());
      for (const { applicationNumber } of [sameDay, later, foreign]) {
        const answer = await again.get(`/workspace/cases/${applicationNumber}`);
        equal([answer.status, wordsOf(await answer.text())], [404, missing]);
      }
      const stranger = await site.signIn('stranger');
      equal(wordsOf(await (await stranger.get(`/workspace/cases/${known.applicationNumber}`)).text()), missing);
    });
  });
});
