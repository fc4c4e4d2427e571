import { describe, test } from 'node:test';
import { completeApplication } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { ITEMS } from './application-items.ts';
import { partName, partNamed, partOf, withPart, type Part } from './application-parts.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const COMPLETE = completeApplication(japaneseScheme, TODAY);

const PARTS: readonly Part[] = [
  ...ITEMS.map(({ id }): Part => ({ kind: 'answers', id })),
  ...Object.keys(COMPLETE.scope).map((id): Part => ({ kind: 'scope', id })),
  ...Object.keys(COMPLETE.profile).map((id): Part => ({ kind: 'profile', id })),
  ...(['models', 'interfaces', 'personalData', 'services'] as const).map((table): Part => ({ kind: 'table', table })),
  { kind: 'determination', criterion: 'S1.1-01', interface: undefined, column: 'explanation' },
  { kind: 'determination', criterion: 'S1.1-13', interface: 'LAN', column: 'verdict' },
  { kind: 'determination', criterion: 'S1.1-13', interface: '管理 @ ポート.1', column: 'evidence' },
];

describe('the parts of an application', () => {
  test('each has a name of its own, by which it is found again', () => {
    const names = PARTS.map(partName);
    equal(new Set(names).size, names.length);
    equal(names.map(partNamed), PARTS);
  });

  test('names that stand for nothing are told', () => {
    for (const name of [
      '',
      'product',
      'product.nothing',
      'determinations',
      'determinations.S1.1-01',
      'constructor',
      'determinations.S1.1-01.nothing',
    ]) {
      equal(partNamed(name), undefined, name);
    }
  });

  test('are put in, read back and taken out again, and nothing else changes', () => {
    for (const part of PARTS) {
      const value = part.kind === 'table' ? [{ name: '新' }] : '新';
      const changed = withPart(COMPLETE, part, value);
      equal(partOf(changed, part), value, partName(part));
      for (const other of PARTS) {
        if (other !== part)
          equal(partOf(changed, other), partOf(COMPLETE, other), `${partName(part)}, ${partName(other)}`);
      }
      const cleared = partOf(withPart(changed, part, undefined), part);
      equal(cleared, part.kind === 'table' ? [] : undefined);
    }
  });

  test('a verdict on an interface that has none yet makes its row; taking out what is not there makes none', () => {
    const part: Part = { kind: 'determination', criterion: 'S1.1-13', interface: 'PLC', column: 'verdict' };
    equal(withPart(COMPLETE, part, 'conforms').determinations.at(-1), {
      criterion: 'S1.1-13',
      interface: 'PLC',
      verdict: 'conforms',
    });
    equal(withPart(COMPLETE, part, undefined), COMPLETE);
  });
});
