import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { opensFor, pageOf, PLACES, withLetter } from '../../../testing/mandate-letters.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { decideLetter } from '../../app/parties/decide-letter.ts';
import { MANDATE_ACTS } from './mandate-page.ts';

describe('mandates at the office', () => {
  eachDatabase((_kind, open) => {
    test('are found by either party and revoked for a reason, at once; nobody else comes here', async () => {
      const { site, agent, id } = await withLetter(await open());
      okOf(await decideLetter(site.world.deps, site.world.people.officerA, { id, isConfirmed: true }));
      const officer = await site.signIn('officerB');
      for (const [party, found] of [
        ['', true],
        ['よそ', true],
        ['agents ltd', true],
        ['4011001098993', true],
        ['%', false],
      ] as const) {
        equal(
          (await pageOf(officer, `${PLACES.office}?party=${encodeURIComponent(party)}`)).includes(id),
          found,
          party,
        );
      }
      const revoke = (reason: string) => officer.post(`/en${PLACES.office}/${id}/revoke`, { reason });
      equal((await revoke('')).status, 422);
      equal(await opensFor(agent, site), true);
      equal((await revoke('偽造の届出')).status, 303);
      equal(await opensFor(agent, site), false);
      for (const name of ['administrator', 'reviewer', 'signatory', 'agent', 'stranger'] as const) {
        const visitor = await site.signIn(name);
        equal(
          [
            (await visitor.get(PLACES.office)).status,
            (await visitor.get(`${PLACES.office}/${id}`)).status,
            (await visitor.get(`${PLACES.office}/${id}/letter`)).status,
            (await visitor.post(`${PLACES.office}/${id}/confirm`)).status,
            (await visitor.post(`${PLACES.office}/${id}/revoke`, { reason: 'x' })).status,
          ],
          [404, 404, name === 'agent' || name === 'stranger' ? 200 : 404, 404, 404],
          name,
        );
      }
      equal((await (await site.signIn('signatory')).get(`${PLACES.mandates}/${id}/letter`)).status, 404);
    });

    test('offer what can be done about them as they stand; a refused letter leaves nothing to revoke', async () => {
      const { site, id } = await withLetter(await open());
      const officer = await site.signIn('officerB');
      const place = `${PLACES.office}/${id}`;
      const offered = async () => {
        const page = await pageOf(officer, place);
        return MANDATE_ACTS.filter((act) => page.includes(`action="${place}/${act}"`));
      };
      equal(await offered(), ['confirm', 'refuse']);
      const { deps, people } = site.world;
      okOf(await decideLetter(deps, people.officerA, { id, isConfirmed: false, reason: '印がない' }));
      equal(await offered(), []);
      const late = await officer.post(`${place}/revoke`, { reason: '偽造の届出' });
      equal(late.status, 422);
      assert.match(wordsOf(await late.text()), /取り消すものはありません/);
    });
  });
});
