import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../../../testing/workspace-site.ts';

describe('the label’s artwork on the page of its application', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    before(async () => {
      site = await aWorkspaceSite(await open());
    });
    const place = (at: { readonly applicationNumber: string }, below = ''): string =>
      `/workspace/cases/${at.applicationNumber}${below}`;

    test('is offered to its holder and comes in each shape, language and format, as a file to save', async () => {
      const at = await aGrantedCase(site.world);
      const signatory = await site.signIn('signatory');
      assert.match(await (await signatory.get(place(at))).text(), /<h2 id="artwork">/);
      for (const [format, start] of [
        ['svg', '<svg'],
        ['pdf', '%PDF'],
        ['png', '\u0089PNG'],
      ] as const) {
        const sent = await signatory.get(place(at, `/artwork?format=${format}&variant=compact&language=en`));
        const name = `label-${at.label.number}-compact-en.${format}`;
        equal([sent.status, sent.headers.get('content-disposition')], [200, `attachment; filename="${name}"`]);
        const bytes = Buffer.from(await sent.arrayBuffer());
        assert.ok(bytes.toString('latin1').startsWith(start), format);
      }
      equal((await signatory.get(place(at, '/artwork?format=exe&variant=%00'))).status, 200);
    });

    test('is given to no stranger, not before the grant, and not after the label may no longer be shown', async () => {
      const [at, draft] = [await aGrantedCase(site.world), await aDraft(site.world)];
      const [signatory, stranger] = [await site.signIn('signatory'), await site.signIn('stranger')];
      equal((await stranger.get(place(at, '/artwork'))).status, 404);
      equal((await signatory.get(place(draft, '/artwork'))).status, 404);
      assert.doesNotMatch(await (await signatory.get(place(draft))).text(), /id="artwork"/);
      site.world.clock.set('2028-06-01T00:00:00Z');
      const later = await site.signIn('signatory');
      assert.doesNotMatch(await (await later.get(place(at))).text(), /id="artwork"/);
      equal((await later.get(place(at, '/artwork'))).status, 404);
    });
  });
});
