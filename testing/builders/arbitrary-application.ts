import fc from 'fast-check';
import type { AnswerKind, Item } from '../../src/core/case/answer-kinds.ts';
import { ITEMS, TABLES, type TableId } from '../../src/core/case/application-items.ts';
import type { Application } from '../../src/core/case/application.ts';

const DAYS = fc.integer({ min: 0, max: 60_000 }).map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }));

/** Any value of a kind, without regard to what the scheme allows. */
function arbitraryAnswer(kind: AnswerKind): fc.Arbitrary<unknown> {
  if (kind === 'day') return DAYS;
  if (kind === 'yes-no') return fc.boolean();
  const text = fc.string({ unit: 'binary' });
  return kind === 'choices' || kind === 'file-names' ? fc.array(text, { maxLength: 3 }) : text;
}

function arbitraryCells(items: readonly Item[]): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(items.map((item) => [item.id, arbitraryAnswer(item.kind)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
}

const FLAGS = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,12}$/), fc.boolean(), { noNullPrototype: true });

/** Any application a draft may hold, sensible or not. */
export const ARBITRARY_APPLICATION: fc.Arbitrary<Application> = fc.record(
  {
    answers: arbitraryCells(ITEMS),
    scope: FLAGS,
    profile: FLAGS,
    ...Object.fromEntries(
      (Object.keys(TABLES) as TableId[]).map((table) => [
        table,
        fc.array(arbitraryCells(TABLES[table]), { maxLength: 3 }),
      ]),
    ),
  },
  { noNullPrototype: true },
) as unknown as fc.Arbitrary<Application>;
