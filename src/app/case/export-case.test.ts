import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { aDraft, aGrantedCase, aSubmittedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { scratchDirectory } from '../../../testing/scratch.ts';
import { unzip } from '../../../testing/unzip.ts';
import { ok } from '../../core/kernel/result.ts';
import { saveFileScans } from '../../db/file-scans.ts';
import { transact } from '../../db/transact.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { sha256Of } from '../sha256.ts';
import { addNote } from './add-note.ts';
import { exportCase, type CaseExport } from './export-case.ts';
import { openCaseFile } from './open-case-file.ts';

async function bytesOf({ bytes }: CaseExport): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Unpacks an archive into a folder of its own, as anybody would. */
async function unpack(zip: Buffer): Promise<string> {
  const folder = scratchDirectory();
  for (const { name, bytes } of await unzip(zip)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const checkSums = (folder: string) => spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder });

describe('the record of a case', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('is one archive whose hashes a script can check, with every answer, file and event in it', async () => {
      const { deps, people } = world;
      const { id, applicationNumber, label } = await aGrantedCase(world);
      okOf(await addNote(deps, people.officerA, { id, note: '電話で確認済み', sentAs: deps.ids.uuid() }));
      const exported = okOf(await exportCase(deps, people.officerA, id));
      equal(exported.name, `${applicationNumber}.zip`);
      const folder = await unpack(await bytesOf(exported));
      const checked = checkSums(folder);
      equal([checked.status, checked.stderr.toString()], [0, '']);
      const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
      const submission = await findLastSubmission(deps.db.kysely, id);
      equal(sha256Of(text('submissions/1/answers.json')), submission?.answers_sha256);
      const events = JSON.parse(text('events.json')) as readonly { readonly act: string }[];
      equal([events[0]?.act, events.at(-1)?.act], ['case.open', 'case.export']);
      const facts = JSON.parse(text('case.json')) as { readonly label: { readonly number: string } };
      equal(facts.label.number, label.number);
      assert.match(text('notes.json'), /電話で確認済み/);
      const files = JSON.parse(text('files.json')) as readonly {
        readonly sha256: string;
        readonly in_archive: string;
      }[];
      assert.ok(files.length > 0);
      for (const { sha256, in_archive: name } of files) equal(hash('sha256', readFileSync(join(folder, name))), sha256);
      equal(readdirSync(join(folder, 'files')).length, new Set(files.map(({ sha256 }) => sha256)).size);
      writeFileSync(join(folder, 'events.json'), '[]');
      assert.notEqual(checkSums(folder).status, 0);
    });

    test('is given to label officers alone, of cases that were filed', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      for (const name of ['editor', 'signatory', 'agent', 'stranger', 'reviewer', 'administrator'] as const) {
        equal((await exportCase(deps, people[name], id)).ok, false, name);
      }
      const draft = await aDraft(world);
      equal(await exportCase(deps, people.officerA, draft.id), { ok: false, error: { code: 'no_such_subject' } });
    });

    test('and its download leave out malware, which is handed out to nobody', async () => {
      const { deps, people } = world;
      const { id, receipt } = await aSubmittedCase(world);
      const [file] = receipt.files;
      assert.ok(file !== undefined);
      const asked = { id, sha256: file.sha256 };
      equal(okOf(await openCaseFile(deps, people.officerA, asked)).name, file.name);
      const found = { outcome: 'infected', finding: 'Test.Malware', engine: 'ClamAV', signatures: '1' } as const;
      const scan = { sha256: file.sha256, scanned_at: deps.clock.now(), ...found };
      await transact(deps.db, async (tx) => {
        await saveFileScans(tx, [scan]);
        return ok(true);
      });
      equal(await openCaseFile(deps, people.officerA, asked), { ok: false, error: { code: 'no_such_subject' } });
      const folder = await unpack(await bytesOf(okOf(await exportCase(deps, people.officerA, id))));
      equal(checkSums(folder).status, 0);
      const files = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as readonly {
        readonly sha256: string;
        readonly in_archive: string | null;
      }[];
      equal(files.find(({ sha256 }) => sha256 === file.sha256)?.in_archive, null);
    });
  });
});
