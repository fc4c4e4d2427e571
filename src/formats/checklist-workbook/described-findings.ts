import type { GapCode } from '../../core/case/application-gaps.ts';
import type { ItemId } from '../../core/case/application-items.ts';
import { isAlwaysRequired } from '../../core/case/item-requirements.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { Form } from '../application-form/form-choices.ts';
import type { FormFaultCode, FormNoteCode } from '../application-form/form-fault.ts';
import { columnFields, itemFields } from '../application-form/form-fields.ts';
import { localizedParams } from '../application-form/localized-params.ts';
import { TABLE_IDS } from '../application-form/readable-form.ts';
import type { WorkbookRefusal, WorkbookRefusalCode } from '../workbook/workbook-refusal.ts';
import type { Placed } from './placed-gaps.ts';

type FindingCode = GapCode | FormFaultCode | WorkbookRefusalCode;

/** Anything by which an application or the file that holds it can be found wanting. */
export type ApplicationFinding = Placed<FindingCode>;

/** A finding in words; codes and paths are stable, the words follow the language asked for. */
export type DescribedFinding = {
  readonly code: ApplicationFinding['code'];
  readonly path: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly criterion: string | null;
  readonly question: string | null;
  readonly wrong: string;
  readonly mend: string;
  readonly params: ApplicationFinding['params'];
};

type Params = ApplicationFinding['params'];

/** What the words of findings are made with: the language, its messages, and the form whose questions they name. */
type FindingWords = {
  readonly language: Language;
  readonly form: Form;
  readonly message: (
    language: Language,
    key: `gap.${FindingCode}` | `gap.${FindingCode}.mend` | `note.${FormNoteCode}`,
    params: Params,
  ) => string;
};

/** A workbook that was refused before it was read, as a finding without a place. */
export function refusalFinding({ code, ...params }: WorkbookRefusal): ApplicationFinding {
  return { code, path: '', params };
}

function questionLabels({ form, language }: FindingWords): ReadonlyMap<string, string> {
  const items = itemFields(form, (item) => isAlwaysRequired(item as ItemId));
  const fields = [...items, ...TABLE_IDS.flatMap((table) => columnFields(table, form))];
  return new Map(fields.map(({ id, label }) => [id, label[language]]));
}

/** The path of a question without the row it stands in. */
function questionOf(path: string): string {
  return path.replace(/\.\d+\./, '.');
}

/** The findings with the words for what is wrong and how to mend it. */
export function describedFindings(
  findings: readonly ApplicationFinding[],
  words: FindingWords,
): readonly DescribedFinding[] {
  const labels = questionLabels(words);
  const { language, message } = words;
  return findings.map(({ code, path, sheet, cell, criterion, params }) => ({
    code,
    path,
    sheet: sheet ?? null,
    cell: cell ?? null,
    criterion: criterion ?? null,
    question: labels.get(questionOf(path)) ?? null,
    wrong: message(language, `gap.${code}`, localizedParams(params, language)),
    mend: message(language, `gap.${code}.mend`, localizedParams(params, language)),
    params,
  }));
}

function placeText({ sheet, cell }: Pick<DescribedFinding, 'sheet' | 'cell'>): string {
  return sheet === null ? '' : cell === null ? sheet : `${sheet}!${cell}`;
}

/** A question put as a heading: without the full stop before the colon. */
function asHeading(question: string): string {
  return question.replace(/[。.]$/, '');
}

/** Where a finding stands: sheet and cell, criterion, question; the path where the form has no words for it. */
export function findingSubject(finding: DescribedFinding): string {
  const path = finding.sheet === null && finding.question === null ? finding.path : '';
  const subject = [placeText(finding), finding.criterion ?? '', asHeading(finding.question ?? ''), path];
  return subject.filter((part) => part !== '').join(' ');
}

/** Where a note on how a workbook was read stands. */
export function notePlace({ sheet, cell }: { readonly sheet?: string; readonly cell?: string | undefined }): string {
  return placeText({ sheet: sheet ?? null, cell: cell ?? null });
}
