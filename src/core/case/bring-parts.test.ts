import { describe, test } from 'node:test';
import { completeApplication } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { sha256Of } from '../../../testing/sha256.ts';
import { partName, withPart, type Part, type PartValue } from './application-parts.ts';
import type { Application } from './application.ts';
import { broughtParts, withBroughtParts, type BringingFacts, type BroughtPart } from './bring-parts.ts';
import { draftMarks, markOf } from './part-marks.ts';

const BASE = completeApplication(japaneseScheme, Temporal.PlainDate.from('2026-04-01'));
const MARKING = { draft: 'A-1', version: 3, sha256: sha256Of };
const MARKS = draftMarks(BASE, MARKING);
const NAME: Part = { kind: 'answers', id: 'product.name' };
const MODELS: Part = { kind: 'table', table: 'models' };
const NOTE: Part = { kind: 'determination', criterion: 'S1.1-01', interface: undefined, column: 'explanation' };

const FACTS: BringingFacts = {
  isAsCopied: (application, part) => markOf(application, part, MARKING) === MARKS.marks.get(partName(part)),
  unread: new Set(),
  isOpen: () => true,
};

const edited = (...edits: readonly (readonly [Part, PartValue])[]): Application =>
  edits.reduce((application, [part, value]) => withPart(application, part, value), BASE);

function fates(draft: Application, copy: Application, facts: Partial<BringingFacts> = {}) {
  return broughtParts({ draft, copy }, { ...FACTS, ...facts }).map(({ name, fate }) => [name, fate]);
}

describe('a copy that comes back into its draft', () => {
  test('changes nothing where neither side was changed', () => {
    equal(fates(BASE, structuredCopy(BASE)), []);
  });

  test('brings what it alone changed, and leaves what the draft alone changed', () => {
    const copy = edited([NAME, 'ファイルの名前'], [NOTE, '試験した']);
    const draft = edited([MODELS, [{ number: 'B-9' }]]);
    equal(fates(draft, copy), [
      ['product.name', 'taken'],
      ['models', 'kept'],
      ['determinations.S1.1-01.explanation', 'taken'],
    ]);
  });

  test('is asked about where both were changed differently, not where both were changed alike', () => {
    const draft = edited([NAME, '画面の名前'], [MODELS, [{ number: 'B-9' }]]);
    equal(fates(draft, edited([NAME, 'ファイルの名前'], [MODELS, [{ number: 'B-9' }]])), [['product.name', 'asked']]);
  });

  test('is asked about where somebody typed into the draft what cannot be read', () => {
    const facts = { unread: new Set(['product.name']) };
    equal(fates(BASE, edited([NAME, 'ファイルの名前']), facts), [['product.name', 'asked']]);
  });

  test('is asked only about what both say differently where nobody knows what it was made from', () => {
    const facts = { isAsCopied: () => undefined };
    const draft = edited([MODELS, [{ number: 'B-9' }]], [NOTE, undefined]);
    equal(fates(draft, edited([NAME, undefined]), facts), [
      ['product.name', 'kept'],
      ['models', 'asked'],
      ['determinations.S1.1-01.explanation', 'taken'],
    ]);
    const unread = new Set(['determinations.S1.1-01.explanation', 'product.name']);
    equal(
      new Set(fates(draft, edited([NAME, undefined]), { ...facts, unread }).map(([, fate]) => fate)),
      new Set(['asked']),
    );
  });

  test('changes nothing that may not be changed', () => {
    const facts = { isOpen: ({ kind }: Part) => kind === 'table' };
    equal(fates(BASE, edited([NAME, 'x'], [MODELS, [{ number: 'B-9' }]]), facts), [
      ['product.name', 'closed'],
      ['models', 'taken'],
    ]);
  });

  test('takes the row of a criterion with it when it says nothing about it any more', () => {
    const emptied = { ...BASE, determinations: BASE.determinations.filter(({ criterion }) => criterion !== 'S1.1-01') };
    const parts: readonly BroughtPart[] = broughtParts({ draft: BASE, copy: emptied }, FACTS);
    equal(new Set(parts.map(({ fate }) => fate)), new Set(['taken']));
    equal(withBroughtParts(BASE, parts), emptied);
  });

  test('keeps marks that do not tell what was answered, and differ from draft to draft', () => {
    const other = draftMarks(BASE, { ...MARKING, draft: 'A-2' }).marks;
    const mark = MARKS.marks.get('product.name') ?? '';
    equal([/^[0-9a-f]{16}$/.test(mark), mark === other.get('product.name')], [true, false]);
  });
});

function structuredCopy(application: Application): Application {
  return { ...application, determinations: application.determinations.map((row) => ({ ...row })) };
}
