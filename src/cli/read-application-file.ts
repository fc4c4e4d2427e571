import type { Application } from '../core/case/application.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { findCriteriaSet, levelOf } from '../core/scheme/in-force.ts';
import type { CriteriaSet, Scheme } from '../core/scheme/scheme.ts';
import { fromApplicationJson } from '../formats/application-form/application-json.ts';
import type { Form } from '../formats/application-form/form-choices.ts';
import type { FormFault, FormNote } from '../formats/application-form/form-fault.ts';
import { readableForm } from '../formats/application-form/readable-form.ts';
import { checklistLexicon } from '../formats/checklist-workbook/checklist-lexicon.ts';
import type { PlaceOf } from '../formats/checklist-workbook/checklist-places.ts';
import { readChecklist } from '../formats/checklist-workbook/read-checklist.ts';
import { readMeta } from '../formats/checklist-workbook/read-meta.ts';
import { closeWorkbookReader, readWorkbook } from '../formats/workbook/read-workbook.ts';
import { WORKBOOK_LIMITS } from '../formats/workbook/workbook-limits.ts';
import { refusalFinding, type ApplicationFinding } from './application-faults-text.ts';
import type { ActContext, CommandInput } from './command.ts';
import { readNamedFile } from './named-file.ts';
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

/** What a file is read against: the scheme, the day whose criteria apply, and the level where the case has one already. */
export type ReadingBasis = {
  readonly scheme: Scheme;
  readonly day: Temporal.PlainDate;
  readonly level: string | undefined;
};

type Reading = { readonly context: ActContext; readonly input: CommandInput; readonly basis: ReadingBasis };

/** The largest application file taken, in bytes, whether workbook or JSON. */
const LARGEST_FILE = WORKBOOK_LIMITS.fileBytes;

const nowhere: PlaceOf = () => undefined;

/** The level a file says it is for, or else the option; a case that is there already has its own. */
function levelFor({ context, input, basis }: Reading, named: string | undefined): string {
  const { scheme } = basis;
  const isKnown = scheme.levels.some((level) => level.id === named);
  const asked = textOption(input, 'level') === undefined && isKnown ? named : undefined;
  if (basis.level === undefined) return asked ?? levelOption(context, input, scheme);
  if (asked === undefined || asked === basis.level) return basis.level;
  const nameOf = (id: string): string => levelOf(scheme, id).name[context.language];
  throw new UsageError(say(context, 'cli.apply.level-differs', { file: nameOf(asked), case: nameOf(basis.level) }));
}

function formFor(reading: Reading, named: string | undefined): { form: Form; level: string } {
  const { context, basis } = reading;
  const { scheme, day } = basis;
  const level = levelFor(reading, named);
  const set: CriteriaSet | undefined = findCriteriaSet(scheme, { level, productType: undefined, day });
  if (set === undefined) throw new UsageError(say(context, 'refusal.no_criteria_set', { level }));
  return { form: { scheme, set, words: formWords }, level };
}

function levelInJson(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('level' in value)) return undefined;
  return typeof value.level === 'string' ? value.level : undefined;
}

function readJson(reading: Reading, text: string): Result<ReadApplication, UnreadApplication> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { form, level } = formFor(reading, levelInJson(value));
  const read = fromApplicationJson(value, readableForm(form));
  if (!read.ok) return refused({ form, refusal: undefined, faults: read.error, partly: undefined });
  return ok({ application: read.value, form, level, notes: [], sheets: [], placeOf: nowhere });
}

async function readExcel(reading: Reading, bytes: Uint8Array): Promise<Result<ReadApplication, UnreadApplication>> {
  const tables = await readWorkbook(bytes);
  await closeWorkbookReader();
  const { form, level } = formFor(reading, tables.ok ? readMeta(tables.value)?.level : undefined);
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
  reading: Reading,
  file: string,
): Promise<Result<ReadApplication, UnreadApplication>> {
  const { context } = reading;
  const bytes = await readNamedFile(context, file, LARGEST_FILE);
  if ('tooLarge' in bytes) {
    const { form } = formFor(reading, undefined);
    const refusal = refusalFinding({ code: 'file_too_large', limit: LARGEST_FILE, found: bytes.tooLarge });
    return refused({ form, refusal, faults: [], partly: undefined });
  }
  const text = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (text.startsWith('{') || file.toLowerCase().endsWith('.json')) {
    return readJson(reading, new TextDecoder().decode(bytes));
  }
  return readExcel(reading, bytes);
}
