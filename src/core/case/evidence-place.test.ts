import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { equal } from '../../../testing/equal.ts';
import { completeApplication } from '../../../testing/builders/application.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { evidencePlace, withEvidence } from './evidence-place.ts';

const BASE = completeApplication(japaneseScheme, Temporal.PlainDate.from('2026-04-01'));
const SET = japaneseScheme.criteriaSets.find(({ level }) => level === 's1') ?? assert.fail();
const COMPOSED = '記録が.pdf'.normalize('NFC');
const DECOMPOSED = COMPOSED.normalize('NFD');

const answered = {
  ...BASE,
  determinations: BASE.determinations.map((row) => ({
    ...row,
    evidence: row.criterion === 'S1.1-03' ? [DECOMPOSED, 'S1.1-05 規則.pdf'] : [],
  })),
};
const criteriaOf = (name: string) => evidencePlace(name, { application: answered, set: SET }).criteria;

describe('a file that came without being added to a criterion', () => {
  test('belongs where the answers name it, however its name was composed, and goes by the name they use', () => {
    equal(evidencePlace(COMPOSED, { application: answered, set: SET }), { name: DECOMPOSED, criteria: ['S1.1-03'] });
    equal(criteriaOf('S1.1-05 規則.pdf'), ['S1.1-03']);
  });

  test('belongs else to the criterion whose id its name begins with, in any width and case', () => {
    for (const name of ['S1.1-02.pdf', 's1.1-02_規則.pdf', 'Ｓ１．１－０２ 規則.pdf', 'S1.1-02（写真）.png'])
      equal(criteriaOf(name), ['S1.1-02'], name);
  });

  test('belongs nowhere where its name only looks like an id', () => {
    for (const name of ['S1.1-021.pdf', 'S1.1-02a.pdf', 'S1.1-0.pdf', '規則 S1.1-02.pdf', 'S9.9-99.pdf', ''])
      equal(criteriaOf(name), [], name);
  });

  test('is evidence on every interface its criterion is judged on, once, beside what was there', () => {
    const criterion = SET.criteria.find(({ perInterface }) => perInterface) ?? assert.fail();
    const interfaces = [{ name: 'LAN1' }, { name: 'Wi-Fi' }];
    const empty = {
      ...BASE,
      interfaces,
      determinations: [{ criterion: criterion.id, interface: 'LAN1', evidence: ['a.pdf'] }],
    };
    const add = (now: typeof BASE) => withEvidence(now, { name: 'b.pdf', criterion });
    equal(add(add(empty)).determinations, [
      { criterion: criterion.id, interface: 'LAN1', evidence: ['a.pdf', 'b.pdf'] },
      { criterion: criterion.id, interface: 'Wi-Fi', evidence: ['b.pdf'] },
    ]);
  });
});
