import fc from 'fast-check';
import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { statementsAbout, verdictsOf } from './statement.ts';
import { combineVerdicts, VERDICTS, type Verdict } from './verdict.ts';

const PARTS = fc.array(fc.constantFrom(...VERDICTS), { maxLength: 8 });
const holds = (law: (parts: readonly Verdict[]) => boolean): void => fc.assert(fc.property(PARTS, law));

describe('the verdict of a criterion from its sub-checks (DOMAIN §5.3)', () => {
  test('fails when any part fails', () => {
    holds((parts) => combineVerdicts([...parts, 'does_not_conform']) === 'does_not_conform');
  });

  test('is undetermined when a part is and none fails, and never conforms then', () => {
    holds((parts) => {
      const combined = combineVerdicts([...parts, 'not_determined']);
      return combined === (parts.includes('does_not_conform') ? 'does_not_conform' : 'not_determined');
    });
  });

  test('conforms only when some part does and every other conforms, is recognised or does not apply', () => {
    holds((parts) => {
      const open = parts.some((part) => part === 'does_not_conform' || part === 'not_determined');
      return (combineVerdicts(parts) === 'conforms') === (parts.includes('conforms') && !open);
    });
  });

  test('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(
        PARTS.chain((parts) =>
          fc.tuple(
            fc.constant(parts),
            fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length }),
          ),
        ),
        ([parts, shuffled]) => combineVerdicts(parts) === combineVerdicts(shuffled),
      ),
    );
  });

  test('does not change when parts are combined step by step', () => {
    fc.assert(
      fc.property(PARTS, PARTS, (first, second) => {
        if (first.length === 0 || second.length === 0) return true;
        return (
          combineVerdicts([...first, ...second]) === combineVerdicts([combineVerdicts(first), combineVerdicts(second)])
        );
      }),
    );
  });

  test('is that of its only part, and undetermined without any', () => {
    for (const verdict of VERDICTS) equal(combineVerdicts([verdict]), verdict);
    equal(combineVerdicts([]), 'not_determined');
  });

  test('of parts that are recognised or do not apply is recognised if one is', () => {
    equal(combineVerdicts(['not_applicable', 'satisfied_by_recognition']), 'satisfied_by_recognition');
    equal(combineVerdicts(['not_applicable', 'not_applicable']), 'not_applicable');
  });
});

test('a statement without a verdict, or with none the scheme knows, counts as undetermined, which never conforms', () => {
  for (const verdict of [undefined, '', 'Conforms', 'certainly']) {
    const about = statementsAbout('C', [
      { criterion: 'C', verdict },
      { criterion: 'D', verdict: 'does_not_conform' },
    ]);
    equal(verdictsOf(about), ['not_determined'], String(verdict));
    equal(combineVerdicts([...verdictsOf(about), 'conforms']), 'not_determined');
  }
});

test('statements about a criterion keep their places in the form', () => {
  const rows = [{ criterion: 'B' }, { criterion: 'A' }, {}, { criterion: 'A', interface: 'LAN' }];
  equal(
    statementsAbout('A', rows).map(({ place }) => place),
    [1, 3],
  );
});
