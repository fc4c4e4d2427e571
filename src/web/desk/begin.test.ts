import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';
import { openCase } from '../../app/case/open-case.ts';

describe('the page on which an application begins', () => {
  eachDatabase((_kind, open) => {
    test('offers the one it is asked to start from, however old, to those who may read it', async () => {
      const site = await aWorkspaceSite(await open());
      const { deps, clock, people, organisations } = site.world;
      const old = await aDraft(site.world);
      clock.set(deps.clock.now().add({ hours: 1 }).toString());
      for (let count = 0; count < 21; count += 1) {
        okOf(await openCase(deps, people.editor, { vendor: organisations.vendor, level: 's1' }));
      }
      const shown = async (name: 'editor' | 'stranger', address: string): Promise<boolean> => {
        const answer = await (await site.signIn(name)).get(address);
        equal(answer.status, 200);
        return (await answer.text()).includes(`value="${old.applicationNumber}"`);
      };
      const asking = `/workspace/cases/new?from=${old.applicationNumber}`;
      assert.equal(await shown('editor', asking), true);
      assert.equal(await shown('editor', '/workspace/cases/new'), false);
      assert.equal(await shown('stranger', asking), false);
    });
  });
});
