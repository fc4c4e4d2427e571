import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ImportOutcome } from '../app/case/import-application.ts';
import { evidenceNames } from '../core/case/evidence-names.ts';
import { ok, type Result } from '../core/kernel/result.ts';
import type { CaseRefusal } from '../app/case/case-refusal.ts';
import type { ReadApplication } from '../app/case/read-application.ts';
import type { FormFault } from '../formats/application-form/form-fault.ts';
import { placedGaps } from '../formats/checklist-workbook/placed-gaps.ts';
import { applyTarget, applyToTarget, gapsAtTarget, type ApplyTarget } from './apply-target.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { refusalFinding, type ApplicationFinding } from '../formats/checklist-workbook/described-findings.ts';
import { findingLines, findingObjects, noteLines } from './application-faults-text.ts';
import { EXIT, type ActCommand, type CommandInput, type PersonContext } from './command.ts';
import { evidenceFolder, storeNamedEvidence, type EvidenceFolder } from './evidence-folder.ts';
import { readApplicationFile } from './read-application-file.ts';
import { textOption } from './read-option.ts';
import { receiptLines } from './receipt-lines.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** What an import is asked to do, besides the file. */
type Asked = { readonly target: ApplyTarget; readonly folder: EvidenceFolder };

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
  done: { readonly target: ApplyTarget; readonly outcome: ImportOutcome; readonly open: readonly ApplicationFinding[] },
): number {
  const words = { language: context.language, form: read.form };
  const { target, outcome, open } = done;
  const number = outcome.applicationNumber;
  const json = { imported: true, ...outcome, notes: read.notes, findings: findingObjects(open, words) };
  const saved = target.existing === undefined ? 'cli.apply.drafted' : 'cli.apply.saved';
  const receipt = outcome.receipt === undefined ? [] : receiptLines(context, outcome.receipt);
  printResult(context, json, [
    ...noteLines(read.notes, context.language),
    say(context, outcome.receipt === undefined ? saved : 'cli.apply.submitted', { number }),
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
  const attached = [...evidenceNames(application)].filter((name) => asked.folder(name) !== undefined);
  const gaps = await gapsAtTarget(context, asked.target, { level, application, attached });
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
  const evidence = await storeNamedEvidence(context, evidenceNames(application), asked.folder);
  if (!evidence.ok) return printRefusal(context, evidence.error);
  const { target, submit } = asked;
  const content = { level, application, evidence: evidence.value, submit };
  const outcome = await applyToTarget(context, target, content);
  return outcome.ok
    ? printImported(context, read, { target, outcome: outcome.value, open: open.value })
    : printRefusal(context, outcome.error);
}

/** `shirushi apply FILE`: imports an application, all of it or nothing, and lists everything left to mend. */
export const apply: ActCommand = {
  needs: 'acts',
  options: {
    ...AS_OPTION,
    evidence: { type: 'string', help: 'cli.option.evidence' },
    submit: { type: 'boolean', help: 'cli.option.submit' },
    level: { type: 'string', help: 'cli.option.level' },
    for: { type: 'string', help: 'cli.option.for' },
    case: { type: 'string', help: 'cli.option.case' },
  },
  run: async (context, input) => {
    const person = await actingPerson(context, input);
    const file = resolve(context.directory, input.positionals[0] ?? '');
    const target = await applyTarget(person, input);
    if (!target.ok) return printRefusal(context, target.error);
    const read = await readApplicationFile({ context: person, input, basis: target.value.basis }, file);
    const asked = { target: target.value, folder: await folderOf(person, input, file) };
    if (read.ok) return importRead(person, read.value, { ...asked, submit: input.values['submit'] === true });
    const { form, refusal, faults, partly } = read.error;
    if (refusal !== undefined) return printFindings(person, { findings: [refusalFinding(refusal)], form });
    const found =
      partly === undefined
        ? { ok: true as const, value: faults }
        : await listFindings(person, partly, { ...asked, faults });
    return found.ok ? printFindings(person, { findings: found.value, form }) : printRefusal(context, found.error);
  },
};
