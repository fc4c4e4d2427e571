import { isJsonObject } from '../../core/kernel/json-object.ts';
import type { BroughtApplication } from '../../app/case/continue-case.ts';
import type { DraftMarks } from '../../core/case/part-marks.ts';
import { fromApplicationJson, toApplicationJson } from '../../formats/application-form/application-json.ts';
import type { DeskCase } from './desk-form.ts';
import { evidenceName } from '../uploads/evidence-name.ts';

/** The unseen fields in which a form carries what was read from a file, until its sender has looked at it. */
const CARRIED = { application: 'content', marks: 'marks', version: 'version', file: 'file' } as const;

/** The field in which somebody chooses for one part, or for all that they have not chosen for. */
export const CHOICE = { part: (name: string): string => `take.${name}`, rest: 'rest' } as const;

/** What somebody chooses: what the file says, or what the browser has. */
type Side = 'file' | 'browser';

/** What was read from a file, on its way to be taken over. */
export type CarriedFile = {
  readonly brought: BroughtApplication;
  readonly version: number;
  /** The file's name. */
  readonly file: string;
};

/** Bytes of a form that may be carried so; a form is refused at a megabyte, and this is the largest part of one. */
const MOST_CARRIED = 900_000;

/** The unseen fields; undefined where there is more than a form can carry. */
export function carriedFields(
  { form: { scheme, set } }: DeskCase,
  { brought, version, file }: CarriedFile,
): Readonly<Record<string, string>> | undefined {
  const { application, marks } = brought;
  const kept = marks === undefined ? null : { ...marks, marks: Object.fromEntries(marks.marks) };
  const fields = {
    [CARRIED.application]: JSON.stringify(toApplicationJson(application, { scheme, set })),
    [CARRIED.marks]: JSON.stringify(kept),
    [CARRIED.version]: String(version),
    [CARRIED.file]: file,
  };
  return new URLSearchParams(fields).toString().length > MOST_CARRIED ? undefined : fields;
}

function parsedJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function marksFrom(value: unknown): DraftMarks | undefined {
  if (!isJsonObject(value) || !isJsonObject(value['marks'])) return undefined;
  const { draft, version } = value;
  if (typeof draft !== 'string' || typeof version !== 'number') return undefined;
  const marks = Object.entries(value['marks']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { draft, version, marks: new Map(marks) };
}

/** What a form carried; undefined for a form that is not ours. */
export function readCarried({ readable }: DeskCase, form: URLSearchParams): CarriedFile | undefined {
  const version = Number(form.get(CARRIED.version) ?? 'none');
  const read = fromApplicationJson(parsedJson(form.get(CARRIED.application)), readable);
  if (!read.ok || !Number.isSafeInteger(version)) return undefined;
  const marks = marksFrom(parsedJson(form.get(CARRIED.marks)));
  return { brought: { application: read.value, marks }, version, file: evidenceName(form.get(CARRIED.file) ?? '') };
}

/** What somebody chose for a part; undefined where they chose nothing. */
export function chosenSide(form: URLSearchParams, name: string): Side | undefined {
  const chosen = form.get(CHOICE.part(name)) ?? form.get(CHOICE.rest);
  return chosen === 'file' || chosen === 'browser' ? chosen : undefined;
}
