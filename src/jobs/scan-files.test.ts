import { before, describe, test } from 'node:test';
import { aDraft, storedText, versionOf } from '../../testing/builders/cases.ts';
import { aWorld, okOf, SYSTEM, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { refusedWithoutTrace } from '../../testing/without-trace.ts';
import { DEMONSTRATION_MALWARE, simulatedScanner } from '../../testing/world/simulated-scanner.ts';
import type { CaseId } from '../core/kernel/ids.ts';
import { refused } from '../core/kernel/result.ts';
import { scanFilesJob } from './scan-files.ts';
import { scanWaitingFilesJob } from './scan-waiting-files.ts';
import { editCase } from '../app/case/edit-case.ts';
import { findCase } from '../app/case/find-case.ts';
import { importApplication } from '../app/case/import-application.ts';
import { submitCase } from '../app/case/submit-case.ts';
import type { Deps, MalwareScanner } from '../app/ports.ts';
import { scanFiles } from '../app/files/scan-files.ts';

const NOT_CLEARED = {
  code: 'rules_unmet',
  action: 'case.submit',
  unmet: [{ rule: 'every_file_is_cleared', clause: 'DOMAIN §5.6 [O]' }],
};

const awayScanner: MalwareScanner = {
  scan: () => Promise.resolve(refused({ code: 'scanner_unavailable', cause: 'nobody there' })),
};

const quiet = (): void => undefined;

describe('scanning files for malware', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let errors: unknown[];
    const withScanner = (scanner: MalwareScanner): Deps => ({ ...world.deps, scanner });
    const contextOf = (deps: Deps) => {
      errors = [];
      const log = { info: quiet, warn: quiet, error: (fields: object) => errors.push(fields) };
      return { deps, log, signal: new AbortController().signal };
    };
    const scanNow = (deps: Deps) => scanWaitingFilesJob.perform(contextOf(deps));
    const withFile = async (content: string): Promise<{ readonly id: CaseId; readonly version: number }> => {
      const { id, application } = await aDraft(world);
      const file = await storedText(world, 'proof.txt', content);
      const attached = { id, version: await versionOf(world, id), application, attach: [file] };
      return { id, version: okOf(await editCase(world.deps, world.people.editor, attached)).version };
    };
    const statesOf = async (deps: Deps, id: CaseId) => {
      const { files, scans, isScanned } = okOf(await findCase(deps, world.people.editor, id));
      return { isScanned, of: files.map(({ sha256 }) => scans.get(sha256)?.outcome ?? 'none') };
    };
    before(async () => {
      world = await aWorld(await open());
    });

    test('is nothing where no scanner is configured: files stay as they are, and a case can be submitted', async () => {
      const { id, version } = await withFile('unscanned');
      equal(await scanNow(world.deps), { clean: 0, infected: 0, unscannable: 0 });
      const states = await statesOf(world.deps, id);
      equal([states.isScanned, new Set(states.of)], [false, new Set(['none'])]);
      okOf(await submitCase(world.deps, world.people.signatory, { id, version }));
    });

    test('reaches files stored before there was a scanner, records who looked when, and looks once', async () => {
      const deps = withScanner(simulatedScanner);
      const { id } = await withFile('an older one');
      equal((await scanNow(deps))['infected'], 0);
      const states = await statesOf(deps, id);
      equal([states.isScanned, new Set(states.of)], [true, new Set(['clean'])]);
      const { sha256 } = await storedText(world, 'proof.txt', 'an older one');
      equal(okOf(await findCase(deps, world.people.editor, id)).scans.get(sha256), {
        sha256,
        outcome: 'clean',
        finding: null,
        scanned_at: world.clock.now(),
        engine: 'Simulated scanner',
        signatures: '1',
      });
      equal(await scanNow(deps), { clean: 0, infected: 0, unscannable: 0 });
    });

    test('follows the edit that brought a file, and says in the log what was found', async () => {
      const deps = withScanner(simulatedScanner);
      const { id } = await withFile(`an edit brings ${DEMONSTRATION_MALWARE}`);
      const [job] = await deps.db.kysely
        .withSchema('pgboss')
        .selectFrom('job' as never)
        .selectAll()
        .where('name' as never, '=', 'scan-files' as never)
        .orderBy('created_on' as never, 'desc')
        .limit(1)
        .execute();
      const { event } = (job as unknown as { readonly data: { readonly event: number } }).data;
      const context = contextOf(deps);
      equal(await scanFilesJob.perform(context, event), { clean: 0, infected: 1, unscannable: 0 });
      equal(
        errors.map((fields) => (fields as { finding: string }).finding),
        ['Shirushi.Demonstration'],
      );
      equal((await statesOf(deps, id)).of.includes('infected'), true);
      equal(await scanFilesJob.perform(context, event), { clean: 0, infected: 0, unscannable: 0 });
    });

    test('keeps a case from being submitted while the scanner is away and a file waits', async () => {
      const deps = withScanner(awayScanner);
      const { id, version } = await withFile('waiting');
      await refusedWithoutTrace(deps.db, () => submitCase(deps, world.people.signatory, { id, version }), NOT_CLEARED);
      okOf(await submitCase(withScanner(simulatedScanner), world.people.signatory, { id, version }));
      equal(new Set((await statesOf(deps, id)).of), new Set(['clean']));
    });

    test('keeps a case with malware from being submitted, with or without a scanner, until a clean file replaces it', async () => {
      const deps = withScanner(simulatedScanner);
      const { people } = world;
      const { id, version } = await withFile(`bad ${DEMONSTRATION_MALWARE}`);
      await refusedWithoutTrace(deps.db, () => submitCase(deps, people.signatory, { id, version }), NOT_CLEARED);
      equal((await scanNow(deps))['infected'], 1);
      await refusedWithoutTrace(deps.db, () => submitCase(world.deps, people.signatory, { id, version }), NOT_CLEARED);
      const { application } = okOf(await findCase(deps, people.editor, id));
      const clean = await storedText(world, 'proof.txt', 'a clean one');
      const edited = okOf(await editCase(deps, people.editor, { id, version, application, attach: [clean] }));
      okOf(await submitCase(deps, people.signatory, { id, version: edited.version }));
    });

    test('lets a file that cannot be looked into pass, for the officers to see', async () => {
      const blind: MalwareScanner = {
        scan: () =>
          Promise.resolve({
            ok: true,
            value: { outcome: 'unscannable', finding: 'Heuristics.Encrypted.Zip', engine: 'Blind', signatures: '' },
          }),
      };
      const { id, version } = await withFile('with a password');
      okOf(await submitCase(withScanner(blind), world.people.signatory, { id, version }));
      equal((await statesOf(world.deps, id)).of.includes('unscannable'), true);
    });

    test('looks into the files of an import that is submitted at once: all of it is there afterwards, or nothing', async () => {
      const deps = withScanner(simulatedScanner);
      const { people, organisations } = world;
      const draft = await aDraft(world);
      const { application, files } = okOf(await findCase(deps, people.editor, draft.id));
      const imported = async (content: string) => {
        const evidence = await Promise.all(files.map(({ name }) => storedText(world, name, `${content} ${name}`)));
        const input = { vendor: organisations.vendor, level: 's1', application, evidence, submit: true };
        return importApplication(deps, people.signatory, input);
      };
      await refusedWithoutTrace(deps.db, () => imported(DEMONSTRATION_MALWARE), NOT_CLEARED);
      const { id } = okOf(await imported('imported'));
      equal(new Set((await statesOf(deps, id)).of), new Set(['clean']));
    });

    test('fails the job while the scanner is away, so that it is tried again, and is the system’s alone', async () => {
      await withFile('nobody looks');
      let failure = '';
      await scanNow(withScanner(awayScanner)).catch((error: unknown) => (failure = (error as Error).message));
      equal(failure, 'the malware scanner is away: nobody there');
      equal((await scanFiles(world.deps, world.people.administrator, [])).ok, false);
      equal((await scanFiles(world.deps, SYSTEM, [])).ok, true);
    });
  });
});
