import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { repeatedModels } from './repeated-models.ts';

test('a model number repeats one of the present list or an earlier line, in whatever width and with or without hyphens', () => {
  equal(repeatedModels(['A-1', '', 'b2', 'Ｂ－２', 'C-3', ''], ['a1', undefined, 'D-4']), [
    { place: 0, number: 'A-1', before: { list: 'present', place: 0 } },
    { place: 3, number: 'Ｂ－２', before: { list: 'own', place: 2 } },
  ]);
});

test('a list without repetitions repeats nothing, and empty lines are no models', () => {
  equal(repeatedModels(['A-1', '', 'A-2', ''], ['']), []);
});
