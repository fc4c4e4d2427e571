import { describe, test } from 'node:test';
import { labelStateOn } from '../../src/core/attestation/label-lifecycle.ts';
import { eachDatabase } from '../database.ts';
import { equal } from '../equal.ts';
import { japaneseScheme, secondScheme } from '../schemes.ts';
import { findLabel } from '../../src/app/label/find-label.ts';
import { aGrantedCase } from './cases.ts';
import { aWorld, okOf } from './world.ts';

describe('the world of tests', () => {
  eachDatabase((_kind, open) => {
    for (const scheme of [japaneseScheme, secondScheme]) {
      test(`carries an application of ${scheme.id} from draft to a published label`, async () => {
        const world = await aWorld(await open(), { scheme });
        const { label } = await aGrantedCase(world);
        const shown = okOf(await findLabel(world.deps, label.number));
        equal(shown.state, 'valid');
        equal(labelStateOn({ validity: shown.record.validity, isPublished: true }, world.today()), 'valid');
      });
    }
  });
});
