import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asvsPage } from '../generate-asvs-page.ts';
import { equal } from '../equal.ts';
import { ASVS_LEVELS, requirementsToLevelTwo } from './asvs-numbers.ts';
import { asvsTable } from './asvs-table.ts';
import { missingProof } from './missing-proof.ts';

/** The chapters that must be covered wholly. */
const WHOLE = ['V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V10', 'V14', 'V16'];

describe('the table of ASVS 5.0.0', () => {
  const rows = asvsTable();

  test('has one row for each requirement of levels 1 and 2, in their order', () => {
    const levels = Object.values(ASVS_LEVELS).join('');
    equal([levels.length, requirementsToLevelTwo().length], [345, 253]);
    equal(
      rows.map(({ id }) => id),
      requirementsToLevelTwo().map(({ id }) => id),
    );
  });

  test('names only tests, headings and files that exist', () => {
    const missing = rows.flatMap(({ id, by = [] }) =>
      by.flatMap((proof) => {
        const fault = missingProof(proof);
        return fault === undefined ? [] : [`${id}: ${fault}`];
      }),
    );
    equal(missing, []);
  });

  test('says of each what covers it, why it does not apply, or what is missing', () => {
    for (const { id, by, not, open } of rows) {
      assert.ok(by !== undefined || not !== undefined || open !== undefined, id);
      assert.ok(not === undefined || (by === undefined && open === undefined), `${id} applies and does not`);
    }
  });

  test('has nothing open in the chapters that are to be covered wholly', () => {
    const open = rows.filter((row) => row.open !== undefined && WHOLE.includes(row.id.split('.')[0] ?? ''));
    equal(
      open.map(({ id }) => id),
      [],
    );
  });

  test('would notice a test, heading or file that is not there', () => {
    const file = 'testing/security/asvs.test.ts';
    equal(missingProof({ test: file, name: 'would notice a test, heading or file that is not there' }), undefined);
    equal(missingProof({ test: file, name: 'is not there' }), `${file} has no "is not there"`);
    equal(missingProof({ document: 'README.md', heading: 'Nothing' }), 'README.md has no "Nothing"');
    equal(missingProof({ code: 'src/nothing.ts' }), 'there is no src/nothing.ts');
  });

  test('stands on its page, every row of it', () => {
    const page = asvsPage();
    for (const { id } of rows) assert.ok(page.includes(`| ${id} |`), id);
  });
});
