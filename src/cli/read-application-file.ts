import { readFile } from 'node:fs/promises';
import type { Application } from '../core/case/application.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { legalDay } from '../core/kernel/legal-day.ts';
import { findCriteriaSet } from '../core/scheme/in-force.ts';
import type { CriteriaSet } from '../core/scheme/scheme.ts';
import { fromApplicationJson } from '../formats/application-form/application-json.ts';
import type { Form } from '../formats/application-form/form-choices.ts';
import type { FormFault, FormNote } from '../formats/application-form/form-fault.ts';
import { readableForm } from '../formats/application-form/readable-form.ts';
import { checklistLexicon } from '../formats/checklist-workbook/checklist-lexicon.ts';
import type { PlaceOf } from '../formats/checklist-workbook/checklist-places.ts';
import { readChecklist } from '../formats/checklist-workbook/read-checklist.ts';
import { readMeta } from '../formats/checklist-workbook/read-meta.ts';
import { closeWorkbookReader, readWorkbook } from '../formats/workbook/read-workbook.ts';
import { refusalFinding, type ApplicationFinding } from './application-faults-text.ts';
import type { ActContext, CommandInput } from './command.ts';
import { fileTrouble } from './file-trouble.ts';
import { textOption, UsageError } from './read-option.ts';
import { say } from './say.ts';
import { levelOption } from './template.ts';
import { formWords } from './words.ts';

/** An application read from a file: its content, the form it was read against, and where its answers stand. */
export type ReadApplication = {
  readonly application: Application;
  readonly form: Form;
  readonly level: string;
  readonly notes: readonly FormNote[];
  /** Names of the sheets in their order; none for JSON. */
  readonly sheets: readonly string[];
  readonly placeOf: PlaceOf;
};

/** Why a file was not read, with the form whose words name what is wrong and whatever of it could be read. */
type UnreadApplication = {
  readonly form: Form;
  /** A file refused before anything in it was looked at. */
  readonly refusal: ApplicationFinding | undefined;
  readonly faults: readonly FormFault[];
  readonly partly: ReadApplication | undefined;
};

const nowhere: PlaceOf = () => undefined;

function formFor(context: ActContext, input: CommandInput, named: string | undefined): { form: Form; level: string } {
  const { scheme } = context.deps.scheme;
  const isKnown = scheme.levels.some((level) => level.id === named);
  const asked = textOption(input, 'level') === undefined && isKnown ? named : undefined;
  const level = asked ?? levelOption(context, input, scheme);
  const day = legalDay(context.deps.clock.now(), scheme.zone);
  const set: CriteriaSet | undefined = findCriteriaSet(scheme, { level, productType: undefined, day });
  if (set === undefined) throw new UsageError(say(context, 'refusal.no_criteria_set', { level }));
  return { form: { scheme, set, words: formWords }, level };
}

function levelInJson(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('level' in value)) return undefined;
  return typeof value.level === 'string' ? value.level : undefined;
}

function readJson(context: ActContext, input: CommandInput, text: string): Result<ReadApplication, UnreadApplication> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { form, level } = formFor(context, input, levelInJson(value));
  const read = fromApplicationJson(value, readableForm(form));
  if (!read.ok) return refused({ form, refusal: undefined, faults: read.error, partly: undefined });
  return ok({ application: read.value, form, level, notes: [], sheets: [], placeOf: nowhere });
}

async function readExcel(
  context: ActContext,
  input: CommandInput,
  bytes: Uint8Array,
): Promise<Result<ReadApplication, UnreadApplication>> {
  const tables = await readWorkbook(bytes);
  await closeWorkbookReader();
  const { form, level } = formFor(context, input, tables.ok ? readMeta(tables.value)?.level : undefined);
  if (!tables.ok) return refused({ form, refusal: refusalFinding(tables.error), faults: [], partly: undefined });
  const read = readChecklist(tables.value, checklistLexicon(form));
  if (!read.ok) {
    const partly = { ...read.error.reading, form, level };
    return refused({ form, refusal: undefined, faults: read.error.faults, partly });
  }
  return ok({ ...read.value, form, level });
}

/** Reads an application from a checklist workbook or from JSON; which of the two is told by the content. */
export async function readApplicationFile(
  context: ActContext,
  input: CommandInput,
  file: string,
): Promise<Result<ReadApplication, UnreadApplication>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = fileTrouble(context, error);
    throw new UsageError(say(context, 'cli.no-such-file', { file, reason }));
  }
  const text = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (text.startsWith('{') || file.toLowerCase().endsWith('.json')) {
    return readJson(context, input, new TextDecoder().decode(bytes));
  }
  return readExcel(context, input, bytes);
}
