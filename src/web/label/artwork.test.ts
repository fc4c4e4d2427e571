import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { findLabel } from '../../app/label/find-label.ts';
import { Artwork } from './artwork.ts';

eachDatabase((_kind, open) => {
  test('a label that could not be drawn once is drawn the next time, and then kept', async () => {
    const world = await aWorld(await open());
    const { number } = (await aGrantedCase(world)).label;
    const label = okOf(await findLabel(world.deps, number));
    let asked = 0;
    const artwork = new Artwork({
      get baseUrl() {
        asked += 1;
        if (asked === 1) throw new Error('the typeface cannot be read');
        return world.deps.baseUrl;
      },
    });
    await assert.rejects(artwork.of(label, 'ja'), /cannot be read/);
    const drawn = await artwork.of(label, 'ja');
    assert.match(drawn?.svg ?? '', /^<svg/);
    assert.equal(await artwork.of(label, 'ja'), drawn);
  });
});
