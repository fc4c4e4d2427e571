import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { aSubmittedCase } from '../../../testing/builders/cases.ts';
import { aWorld, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import type { ReceiptLine } from '../../core/case/receipt.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { listEvents } from '../../db/event-history.ts';
import { verifyReceipt, type ReceiptVerification } from './verify-receipt.ts';

describe('verifying a receipt', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const submit = async () => {
      const { id, receipt } = await aSubmittedCase(world);
      const events = await listEvents(world.deps.db.kysely, { kind: 'case', id });
      const event = events.find(({ act }) => act === 'case.submit')?.id ?? 0;
      return { id, event, lines: receipt.files };
    };
    const recorded = async (id: CaseId): Promise<unknown[]> => {
      const events = await listEvents(world.deps.db.kysely, { kind: 'case', id });
      return events.filter(({ act }) => act === 'case.verify-receipt').map(({ role, detail }) => ({ role, detail }));
    };
    const verified = async (event: number): Promise<ReceiptVerification> => {
      const result = await verifyReceipt(world.deps, SYSTEM, event);
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    };

    test('records in the history of the case that every file is as it was received', async () => {
      const { id, event, lines } = await submit();
      assert.ok(lines.length > 2);
      const found = await verified(event);
      equal(found, { caseId: id, sequence: 1, files: lines.length, damaged: [], isNew: true });
      const detail = { sequence: 1, files: lines.length, damaged: [] };
      equal(await recorded(id), [{ role: 'system:test', detail }]);
    });

    test('names each file that is lost or altered, and records once however often and wherever it runs', async () => {
      const { id, event, lines } = await submit();
      const [lost, altered] = lines as [ReceiptLine, ReceiptLine];
      world.deps.files.lose(lost.sha256);
      world.deps.files.alter(altered.sha256);
      const damaged = [
        { name: lost.name, sha256: lost.sha256, fault: 'lost' },
        { name: altered.name, sha256: altered.sha256, fault: 'altered' },
      ];
      const found = await Promise.all([verified(event), verified(event), verified(event)]);
      equal(
        found.map((one) => one.damaged),
        [damaged, damaged, damaged],
      );
      equal(found.filter((one) => one.isNew).length, 1);
      await aSubmittedCase(world); // the same evidence stored again mends the files
      equal((await verified(event)).damaged, damaged);
      equal(await recorded(id), [{ role: 'system:test', detail: { sequence: 1, files: lines.length, damaged } }]);
    });

    test('records once when it runs several times at once', async () => {
      await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.05)`.execute(world.deps.db.kysely)));
      for (let round = 0; round < 5; round += 1) {
        const { id, event } = await submit();
        const found = await Promise.all([1, 2, 3, 4].map(() => verified(event)));
        equal(found.filter((one) => one.isNew).length, 1);
        equal((await recorded(id)).length, 1);
      }
    });

    test('is refused to people and for an event that submitted nothing, and records nothing', async () => {
      const { id, event } = await submit();
      const byPerson = await verifyReceipt(world.deps, world.people.signatory, event);
      equal(byPerson, { ok: false, error: { code: 'not_permitted', act: 'case.verify-receipt', roles: ['system'] } });
      for (const other of [event - 1, event + 1000]) {
        equal(await verifyReceipt(world.deps, SYSTEM, other), { ok: false, error: { code: 'no_such_subject' } });
      }
      equal(await recorded(id), []);
    });
  });
});
