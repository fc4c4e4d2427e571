import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { EMPTY_APPLICATION } from './application.ts';
import { withExchangedEvidence } from './exchange-evidence.ts';

const APPLICATION = {
  ...EMPTY_APPLICATION,
  determinations: [
    { criterion: 'A', evidence: ['log.txt', 'photo.png'] },
    { criterion: 'B', evidence: ['log.txt'] },
    { criterion: 'C' },
  ],
};
const evidenceAfter = (by: string | undefined, isOpen = (): boolean => true) =>
  withExchangedEvidence(APPLICATION, { name: 'log.txt', by, isOpen }).determinations.map(({ evidence }) => evidence);

test('a file that is taken off is evidence for nothing any more', () => {
  equal(evidenceAfter(undefined), [['photo.png'], [], undefined]);
});

test('a file in place of another stands where that one stood, and never twice', () => {
  equal(evidenceAfter('new.txt'), [['new.txt', 'photo.png'], ['new.txt'], undefined]);
  equal(evidenceAfter('photo.png'), [['photo.png'], ['photo.png'], undefined]);
});

test('what may not be changed keeps its evidence', () => {
  const open = (criterion: string): boolean => criterion === 'A';
  const { determinations } = withExchangedEvidence(APPLICATION, { name: 'log.txt', by: undefined, isOpen: open });
  equal(
    determinations.map(({ evidence }) => evidence),
    [['photo.png'], ['log.txt'], undefined],
  );
});
