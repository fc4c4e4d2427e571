import { before, describe, test } from 'node:test';
import {
  aDraft,
  aReturnedCase,
  aSubmittedCase,
  storedText,
  submitted,
  versionOf,
} from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { EMPTY_APPLICATION } from '../../core/case/application.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import { findCase as findRow, listCaseFiles } from '../../db/cases.ts';
import { listSubmissionFiles } from '../../db/submissions.ts';
import { sha256Of } from '../sha256.ts';
import { editCase } from './edit-case.ts';
import { findCase } from './find-case.ts';
import { openCase } from './open-case.ts';
import { submitCase } from './submit-case.ts';

describe('submitting a case (DOMAIN §5.6)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('gives a receipt of exactly what arrived: every file with its size and hash, and the hash of the answers', async () => {
      const { deps, people } = world;
      const { id, applicationNumber } = await aDraft(world);
      const version = await versionOf(world, id);
      const receipt = okOf(await submitCase(deps, people.signatory, { id, version }));
      const row = await findRow(deps.db.kysely, id);
      equal(receipt.applicationNumber, applicationNumber);
      equal(receipt.sequence, 1);
      equal(receipt.receivedAt, world.clock.now());
      equal(receipt.answers, sha256Of(row?.application ?? ''));
      equal(receipt.files, await listCaseFiles(deps.db.kysely, id));
      equal(receipt.files, await listSubmissionFiles(deps.db.kysely, id, 1));
      for (const file of receipt.files) equal(file.sha256, sha256Of(`evidence ${file.name}`));
      equal(
        [row?.state, String(row?.first_submitted_on), row?.scheme_version],
        ['submitted', '2026-04-01', deps.scheme.sha256],
      );
    });

    test('starts the clock of the format check in business days of Japan', async () => {
      const { id } = await aSubmittedCase(world);
      equal(String((await findRow(world.deps.db.kysely, id))?.due_on), '2026-04-15');
    });

    test('counts as stored only what was looked for, also when a file is attached while the store is asked', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const version = await versionOf(world, id);
      const late = await storedText(world, 'late.txt', 'stored and lost again');
      deps.files.lose(late.sha256);
      let isAttached = false;
      const files = {
        ...deps.files,
        has: async (sha256: Sha256) => {
          if (!isAttached) {
            isAttached = true;
            okOf(await editCase(deps, people.editor, { id, version, application, attach: [late] }));
          }
          return deps.files.has(sha256);
        },
      };
      const attempt = await submitCase({ ...deps, files }, people.signatory, { id, version: version + 1 });
      equal(attempt.ok ? attempt.value : attempt.error.code, 'rules_unmet');
    });

    test('lists every gap at once, the same the case shows, and keeps the draft', async () => {
      const { deps, people, organisations } = world;
      const { id } = okOf(await openCase(deps, people.editor, { vendor: organisations.vendor, level: 's1' }));
      okOf(await editCase(deps, people.editor, { id, version: 1, application: EMPTY_APPLICATION }));
      const { gaps } = okOf(await findCase(deps, people.editor, id));
      equal(gaps.length > 50, true);
      await refusedWithoutTrace(deps.db, () => submitCase(deps, people.signatory, { id, version: 2 }), {
        code: 'application_incomplete',
        gaps,
      });
    });

    test('is refused while a file it names is lost from the store (DOMAIN §14: attachments vanished)', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const only = await storedText(world, 'only-here.txt', 'nowhere else');
      okOf(await editCase(deps, people.editor, { id, version: 2, application, attach: [only] }));
      deps.files.lose(only.sha256);
      await refusedWithoutTrace(deps.db, () => submitCase(deps, people.signatory, { id, version: 3 }), {
        code: 'rules_unmet',
        action: 'case.submit',
        unmet: [{ rule: 'every_file_is_stored', clause: 'DOMAIN §5.6 [O]' }],
      });
    });

    test('is refused when the applicant saw another version than stands there now', async () => {
      const { deps, people } = world;
      const { id } = await aDraft(world);
      const attempt = () => submitCase(deps, people.signatory, { id, version: 1 });
      await refusedWithoutTrace(deps.db, attempt, { code: 'changed_meanwhile', version: 2 });
    });

    test('twice at once is one submission', async () => {
      const { deps, people } = world;
      const { id } = await aDraft(world);
      const version = await versionOf(world, id);
      const both = await Promise.all([1, 2].map(() => submitCase(deps, people.signatory, { id, version })));
      equal(both.filter(({ ok }) => ok).length, 1);
      const found = okOf(await findCase(deps, people.editor, id));
      equal([found.submissions, found.row.state], [1, 'submitted']);
    });

    test('is refused at a level that is not open yet, with the opening day where one is fixed (DOMAIN §5.8)', async () => {
      const early = await aWorld(await open(), { at: '2025-03-24T14:59:00Z' });
      const { deps, people, organisations } = early;
      for (const [level, opensOn] of [
        ['s1', Temporal.PlainDate.from('2025-03-25')],
        ['s3', undefined],
      ] as const) {
        const { id } = okOf(await openCase(deps, people.editor, { vendor: organisations.vendor, level }));
        await refusedWithoutTrace(deps.db, () => submitCase(deps, people.signatory, { id, version: 1 }), {
          code: 'not_yet_open',
          level,
          opensOn,
        });
      }
    });

    test('again after a return keeps the day of first receipt and the scheme it was filed under', async () => {
      const fresh = await aWorld(await open());
      const { id } = await aReturnedCase(fresh);
      const before_ = await findRow(fresh.deps.db.kysely, id);
      fresh.clock.advance({ days: 14 });
      equal((await submitted(fresh, id)).sequence, 2);
      const after = await findRow(fresh.deps.db.kysely, id);
      equal([after?.first_submitted_on, after?.scheme_version], [before_?.first_submitted_on, before_?.scheme_version]);
    });
  });
});
