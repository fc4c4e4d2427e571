import { test } from 'node:test';
import { equal } from '../equal.ts';
import { japaneseScheme } from '../schemes.ts';
import { OPERATOR } from './organisations.ts';
import { worldScheme } from './world-scheme.ts';

test('the demonstration is run by its invented operator; all else is the scheme as it is', () => {
  const { operator, ...rest } = worldScheme(japaneseScheme);
  const { operator: real, ...same } = japaneseScheme;
  equal(rest, same);
  equal(operator.name, { ja: OPERATOR.name, en: OPERATOR.nameEn });
  const told = [operator.name.ja, operator.name.en, operator.url];
  equal(
    told.filter((words) => [real.name.ja, real.name.en, real.url].includes(words)),
    [],
  );
});
