import fc from 'fast-check';
import { describe, test } from 'node:test';
import { completeApplication } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { partName, partOf, withPart, type Part } from './application-parts.ts';
import { isSameContent, mergeParts } from './merge-parts.ts';

const BASE = completeApplication(japaneseScheme, Temporal.PlainDate.from('2026-04-01'));
const NAME: Part = { kind: 'answers', id: 'product.name' };
const NOTE: Part = { kind: 'answers', id: 'support.note' };
const MODELS: Part = { kind: 'table', table: 'models' };

describe('changes two people make at the same time', () => {
  test('to different parts are both kept', () => {
    const theirs = withPart(BASE, NOTE, '別の人の注');
    const merged = mergeParts(theirs, [{ part: NAME, before: partOf(BASE, NAME), after: '新しい名前' }]);
    equal([partOf(merged.application, NAME), partOf(merged.application, NOTE)], ['新しい名前', '別の人の注']);
    equal(merged.conflicts, []);
  });

  test('to the same part differently are a conflict in which theirs stays', () => {
    const theirs = withPart(BASE, NAME, '別の人の名前');
    const merged = mergeParts(theirs, [{ part: NAME, before: partOf(BASE, NAME), after: '私の名前' }]);
    equal(merged, { application: theirs, conflicts: [{ part: NAME, mine: '私の名前', theirs: '別の人の名前' }] });
  });

  test('to the same part alike are none', () => {
    const theirs = withPart(BASE, MODELS, [{ number: 'A-1' }]);
    const merged = mergeParts(theirs, [{ part: MODELS, before: BASE.models, after: [{ number: 'A-1' }] }]);
    equal(merged, { application: theirs, conflicts: [] });
  });

  test('a part left as it was found takes what another person put there', () => {
    const theirs = withPart(BASE, NAME, '別の人の名前');
    equal(
      mergeParts(theirs, [{ part: NAME, before: partOf(BASE, NAME), after: partOf(BASE, NAME) }]).application,
      theirs,
    );
  });

  test('nothing typed, an empty text and an empty list say the same', () => {
    equal(
      [
        isSameContent(undefined, ''),
        isSameContent([], undefined),
        isSameContent('', 'x'),
        isSameContent(false, undefined),
      ],
      [true, true, false, false],
    );
  });

  test('whatever each does to however many parts: each part ends as mine or as theirs, and a conflict loses neither', () => {
    const parts: readonly Part[] = [NAME, NOTE, MODELS, { kind: 'scope', id: 'has-hardware' }];
    const values = [undefined, 'あ', 'い'];
    const choice = fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values), fc.constantFrom(...values));
    fc.assert(
      fc.property(fc.array(choice, { minLength: parts.length, maxLength: parts.length }), (choices) => {
        const put = (side: 0 | 1 | 2) =>
          parts.reduce(
            (application, part, index) => withPart(application, part, asValue(part, choices[index]?.[side])),
            BASE,
          );
        const [base, mine, theirs] = [put(0), put(1), put(2)];
        const changes = parts.map((part) => ({ part, before: partOf(base, part), after: partOf(mine, part) }));
        const { application, conflicts } = mergeParts(theirs, changes);
        for (const part of parts) {
          const [was, my, their, end] = [base, mine, theirs, application].map((side) => partOf(side, part));
          const isInConflict = conflicts.some((conflict) => partName(conflict.part) === partName(part));
          const bothChanged = !isSameContent(was, my) && !isSameContent(was, their) && !isSameContent(my, their);
          equal(isInConflict, bothChanged);
          const expected = isSameContent(was, my) || isInConflict ? their : my;
          equal(isSameContent(end, expected), true);
        }
      }),
    );
  });
});

function asValue(part: Part, value: string | undefined) {
  return part.kind === 'table' ? (value === undefined ? [] : [{ number: value }]) : value;
}
