import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { importApplication, type ImportOutcome } from '../app/case/import-application.ts';
import { listGaps } from '../app/case/list-gaps.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import { ok, type Result } from '../core/kernel/result.ts';
import type { CaseRefusal } from '../app/case/case-refusal.ts';
import type { FormFault } from '../formats/application-form/form-fault.ts';
import { placedGaps } from '../formats/checklist-workbook/placed-gaps.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { findingLines, findingObjects, noteLines, type ApplicationFinding } from './application-faults-text.ts';
import { EXIT, type ActCommand, type CommandInput, type PersonContext } from './command.ts';
import { evidenceFolder, namedEvidence, storeNamedEvidence, type EvidenceFolder } from './evidence-folder.ts';
import { readApplicationFile, type ReadApplication } from './read-application-file.ts';
import { badValue, textOption } from './read-option.ts';
import { receiptLines } from './receipt-lines.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** What an import is asked to do, besides the file. */
type Asked = { readonly vendor: OrganisationId; readonly folder: EvidenceFolder };

/** Whose application it is: the organisation named, or the person's own, or an agent's only mandator. */
function vendorOption(context: PersonContext, input: CommandInput): OrganisationId {
  const { actor } = context;
  const text = textOption(input, 'for');
  if (text === undefined) {
    const [mandator, ...others] = actor.mandators;
    return mandator !== undefined && others.length === 0 ? mandator : actor.organisation;
  }
  const id = parseId<OrganisationId>(text);
  return id.ok ? id.value : badValue(context, { option: '--for', value: text }, 'cli.wanted.id');
}

async function folderOf(context: PersonContext, input: CommandInput, file: string): Promise<EvidenceFolder> {
  const typed = textOption(input, 'evidence');
  if (typed !== undefined) return evidenceFolder(context, resolve(context.directory, typed));
  const beside = join(dirname(file), 'evidence');
  return existsSync(beside) ? evidenceFolder(context, beside) : () => undefined;
}

function printFindings(
  context: PersonContext,
  found: { readonly findings: readonly ApplicationFinding[]; readonly form: ReadApplication['form'] },
): number {
  const words = { language: context.language, form: found.form };
  if (context.json) {
    context.print(JSON.stringify({ imported: false, findings: findingObjects(found.findings, words) }, null, 2));
  } else {
    findingLines(found.findings, words).forEach((line) => context.printError(line));
    context.printError(say(context, 'refusal.application_incomplete', { count: found.findings.length }));
    context.printError(say(context, 'cli.apply.nothing-imported'));
  }
  return EXIT.refused;
}

function printImported(
  context: PersonContext,
  read: ReadApplication,
  done: { readonly outcome: ImportOutcome; readonly open: readonly ApplicationFinding[] },
): number {
  const words = { language: context.language, form: read.form };
  const { outcome, open } = done;
  const number = outcome.applicationNumber;
  const json = { imported: true, ...outcome, notes: read.notes, findings: findingObjects(open, words) };
  const receipt = outcome.receipt === undefined ? [] : receiptLines(context, outcome.receipt);
  printResult(context, json, [
    ...noteLines(read.notes, context.language),
    say(context, outcome.receipt === undefined ? 'cli.apply.drafted' : 'cli.apply.submitted', { number }),
    ...receipt,
    ...(open.length === 0 ? [] : [say(context, 'cli.apply.open-gaps', { count: open.length })]),
    ...findingLines(open, words),
  ]);
  return EXIT.done;
}

/** Everything to mend: what could not be read, and the gaps of the rest, in the order of the file. */
async function listFindings(
  context: PersonContext,
  { application, level, sheets, placeOf }: ReadApplication,
  asked: Asked & { readonly faults: readonly FormFault[] },
): Promise<Result<readonly ApplicationFinding[], CaseRefusal>> {
  const attached = new Set([...namedEvidence(application)].filter((name) => asked.folder(name) !== undefined));
  const gaps = await listGaps(context.deps, context.actor, { vendor: asked.vendor, level, application, attached });
  return gaps.ok ? ok(placedGaps(gaps.value, asked.faults, { sheets, placeOf })) : gaps;
}

async function importRead(
  context: PersonContext,
  read: ReadApplication,
  asked: Asked & { readonly submit: boolean },
): Promise<number> {
  const { application, level, form } = read;
  const open = await listFindings(context, read, { ...asked, faults: [] });
  if (!open.ok) return printRefusal(context, open.error);
  if (asked.submit && open.value.length > 0) return printFindings(context, { findings: open.value, form });
  const evidence = await storeNamedEvidence(context, namedEvidence(application), asked.folder);
  if (!evidence.ok) return printRefusal(context, evidence.error);
  const { vendor, submit } = asked;
  const imported = { vendor, level, application, evidence: evidence.value, submit };
  const outcome = await importApplication(context.deps, context.actor, imported);
  return outcome.ok
    ? printImported(context, read, { outcome: outcome.value, open: open.value })
    : printRefusal(context, outcome.error);
}

/** `shirushi apply FILE`: imports an application, all of it or nothing, and lists everything left to mend. */
export const apply: ActCommand = {
  needs: 'acts',
  name: 'apply',
  help: 'cli.help.apply',
  positionals: ['FILE'],
  options: {
    ...AS_OPTION,
    evidence: { type: 'string', help: 'cli.option.evidence' },
    submit: { type: 'boolean', help: 'cli.option.submit' },
    level: { type: 'string', help: 'cli.option.level' },
    for: { type: 'string', help: 'cli.option.for' },
  },
  run: async (context, input) => {
    const person = await actingPerson(context, input);
    const file = resolve(context.directory, input.positionals[0] ?? '');
    const read = await readApplicationFile(person, input, file);
    const asked = { vendor: vendorOption(person, input), folder: await folderOf(person, input, file) };
    if (read.ok) return importRead(person, read.value, { ...asked, submit: input.values['submit'] === true });
    const { form, refusal, faults, partly } = read.error;
    if (refusal !== undefined) return printFindings(person, { findings: [refusal], form });
    const found =
      partly === undefined
        ? { ok: true as const, value: faults }
        : await listFindings(person, partly, { ...asked, faults });
    return found.ok ? printFindings(person, { findings: found.value, form }) : printRefusal(context, found.error);
  },
};
