import {
  LARGEST_APPLICATION,
  readApplication,
  type ApplicationFile,
  type ReadApplication,
  type UnreadApplication,
} from '../app/case/read-application.ts';
import type { Result } from '../core/kernel/result.ts';
import { findCriteriaSet, levelOf } from '../core/scheme/in-force.ts';
import type { CriteriaSet, Scheme } from '../core/scheme/scheme.ts';
import { closeWorkbookReader } from '../formats/workbook/read-workbook.ts';
import type { ActContext, CommandInput } from './command.ts';
import { readNamedFile } from './named-file.ts';
import { textOption, UsageError } from './read-option.ts';
import { say } from './say.ts';
import { levelOption } from './template.ts';
import { formWords } from './words.ts';

/** What a file is read against: the scheme, the day whose criteria apply, and the level where the case has one already. */
export type ReadingBasis = {
  readonly scheme: Scheme;
  readonly day: Temporal.PlainDate;
  readonly level: string | undefined;
};

type Reading = { readonly context: ActContext; readonly input: CommandInput; readonly basis: ReadingBasis };

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

function formFor(reading: Reading, named: string | undefined): ReturnType<ApplicationFile['formFor']> {
  const { context, basis } = reading;
  const { scheme, day } = basis;
  const level = levelFor(reading, named);
  const set: CriteriaSet | undefined = findCriteriaSet(scheme, { level, productType: undefined, day });
  if (set === undefined) throw new UsageError(say(context, 'refusal.no_criteria_set', { level }));
  return { form: { scheme, set, words: formWords }, level };
}

/** Reads an application from a file somebody named: a checklist workbook, or JSON. */
export async function readApplicationFile(
  reading: Reading,
  file: string,
): Promise<Result<ReadApplication, UnreadApplication>> {
  const bytes = await readNamedFile(reading.context, file, LARGEST_APPLICATION);
  try {
    return await readApplication({ name: file, bytes, formFor: (level) => formFor(reading, level) });
  } finally {
    await closeWorkbookReader();
  }
}
