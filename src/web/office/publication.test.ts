import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';

describe('a granted label that is not public yet', () => {
  eachDatabase((_kind, open) => {
    test('is told to become public by itself on the wished day, and can be published from then on', async () => {
      const { world, signIn } = await aWorkspaceSite(await open());
      const publishOn = world.today().add({ days: 10 });
      const { applicationNumber: number } = await aGrantedCase(world, {
        answers: { 'publication.wishedOn': publishOn },
      });
      const place = `/workspace/office/cases/${number}`;
      const link = `href="${place}/acts/publish"`;
      const early = await (await (await signIn('officerA')).get(place)).text();
      assert.ok(!early.includes(link));
      assert.match(wordsOf(early), /希望した公開日（2026年4月11日）になると、自動で公開されます/);
      const asked = await (await signIn('officerA')).post(`${place}/acts/publish`, { sequence: '1' });
      equal(asked.status, 422);
      assert.match(wordsOf(await asked.text()), /その日になると自動で公開されます/);
      world.clock.advance({ hours: 240 });
      assert.ok((await (await (await signIn('officerA')).get(place)).text()).includes(link));
    });
  });
});
