import type { Application } from '../../core/case/application.ts';
import type { DraftMarks } from '../../core/case/part-marks.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { fromApplicationJson } from '../../formats/application-form/application-json.ts';
import type { Form } from '../../formats/application-form/form-choices.ts';
import type { FormFault, FormNote } from '../../formats/application-form/form-fault.ts';
import { readableForm } from '../../formats/application-form/readable-form.ts';
import { checklistLexicon } from '../../formats/checklist-workbook/checklist-lexicon.ts';
import type { PlaceOf } from '../../formats/checklist-workbook/checklist-places.ts';
import { readChecklist } from '../../formats/checklist-workbook/read-checklist.ts';
import { readMeta } from '../../formats/checklist-workbook/read-meta.ts';
import { readWorkbook } from '../../formats/workbook/read-workbook.ts';
import { WORKBOOK_LIMITS } from '../../formats/workbook/workbook-limits.ts';
import type { WorkbookRefusal } from '../../formats/workbook/workbook-refusal.ts';

/** The form a file is read against. */
type AppliedForm = { readonly form: Form; readonly level: string };

/** An application read from a file: its content, the form it was read against, and where its answers stand. */
export type ReadApplication = AppliedForm & {
  readonly application: Application;
  readonly notes: readonly FormNote[];
  /** Names of the sheets in their order; none for JSON. */
  readonly sheets: readonly string[];
  readonly placeOf: PlaceOf;
  /** The draft a workbook was made from, as it remembers it. */
  readonly marks: DraftMarks | undefined;
};

/** Why a file was not read, with the form whose words name what is wrong and whatever of it could be read. */
export type UnreadApplication = {
  readonly form: Form;
  /** A file refused before anything in it was looked at. */
  readonly refusal: WorkbookRefusal | undefined;
  readonly faults: readonly FormFault[];
  readonly partly: ReadApplication | undefined;
};

/** A file that should hold an application: its bytes, or how many there were of one that is too large. */
export type ApplicationFile = {
  readonly name: string;
  readonly bytes: Uint8Array | { readonly tooLarge: number };
  /** The form to read it against, by the level the file says it is for. */
  readonly formFor: (level: string | undefined) => AppliedForm;
};

/** The largest application file taken, in bytes. */
export const LARGEST_APPLICATION = WORKBOOK_LIMITS.fileBytes;

/**
 * The largest JSON taken, in bytes. A full application has a few hundred thousand; unlike workbooks it is read in the thread
 * that answers everybody, which twenty megabytes of brackets hold up for ten seconds.
 */
const LARGEST_JSON = 2 * 1024 * 1024;

const nowhere: PlaceOf = () => undefined;

function levelInJson(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('level' in value)) return undefined;
  return typeof value.level === 'string' ? value.level : undefined;
}

function tooLarge(
  { limit, found }: { readonly limit: number; readonly found: number },
  formFor: ApplicationFile['formFor'],
): Result<never, UnreadApplication> {
  const refusal = { code: 'file_too_large', limit, found } as const;
  return refused({ form: formFor(undefined).form, refusal, faults: [], partly: undefined });
}

function readJson(bytes: Uint8Array, formFor: ApplicationFile['formFor']): Result<ReadApplication, UnreadApplication> {
  if (bytes.byteLength > LARGEST_JSON) return tooLarge({ limit: LARGEST_JSON, found: bytes.byteLength }, formFor);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    value = undefined;
  }
  const { form, level } = formFor(levelInJson(value));
  const read = fromApplicationJson(value, readableForm(form));
  if (!read.ok) return refused({ form, refusal: undefined, faults: read.error, partly: undefined });
  return ok({ application: read.value, form, level, notes: [], sheets: [], placeOf: nowhere, marks: undefined });
}

async function readExcel(
  bytes: Uint8Array,
  formFor: ApplicationFile['formFor'],
): Promise<Result<ReadApplication, UnreadApplication>> {
  const tables = await readWorkbook(bytes);
  const { form, level } = formFor(tables.ok ? readMeta(tables.value)?.level : undefined);
  if (!tables.ok) return refused({ form, refusal: tables.error, faults: [], partly: undefined });
  const read = readChecklist(tables.value, checklistLexicon(form));
  if (read.ok) return ok({ ...read.value, form, level });
  const partly = { ...read.error.reading, form, level };
  return refused({ form, refusal: undefined, faults: read.error.faults, partly });
}

/**
 * Reads an application from a checklist workbook or from JSON; which of the two is told by the content. Workbooks are read
 * in a thread of their own, within its limits of time and memory. Either the whole application or everything that cannot
 * be read.
 */
export async function readApplication({
  name,
  bytes,
  formFor,
}: ApplicationFile): Promise<Result<ReadApplication, UnreadApplication>> {
  if ('tooLarge' in bytes) return tooLarge({ limit: LARGEST_APPLICATION, found: bytes.tooLarge }, formFor);
  const text = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return text.startsWith('{') || name.toLowerCase().endsWith('.json')
    ? readJson(bytes, formFor)
    : readExcel(bytes, formFor);
}
