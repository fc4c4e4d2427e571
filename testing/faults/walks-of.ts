import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../database.ts';
import { aPublicSite } from '../public-site.ts';
import type { RegisterWrite } from './register-write.ts';
import { walkFaults } from './walk-faults.ts';

/** Defines a test for each row of the table on each database: every write in it fails in every way. */
export function walksOf(rows: Readonly<Record<string, RegisterWrite>>): void {
  eachDatabase((_kind, open) => {
    describe('whatever write fails, before or after it took effect, told or killed, and started again', () => {
      for (const [name, row] of Object.entries(rows)) {
        test(`${name}: the log holds, nothing is lost, nothing is there twice`, async () => {
          const site = await aPublicSite(await open());
          const { walked, kinds } = await walkFaults(site, row, () => open());
          for (const kind of row.writes) assert.ok(kinds.includes(kind), `${kind} is not among ${kinds.join(', ')}`);
          assert.ok(walked.length >= row.writes.length * 4, walked.join('\n'));
        });
      }
    });
  });
}
