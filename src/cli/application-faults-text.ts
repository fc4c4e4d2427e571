import type { GapCode } from '../core/case/application-gaps.ts';
import type { ItemId } from '../core/case/application-items.ts';
import { isAlwaysRequired } from '../core/case/item-requirements.ts';
import type { FormFaultCode, FormNote } from '../formats/application-form/form-fault.ts';
import type { Form } from '../formats/application-form/form-choices.ts';
import { columnFields, itemFields } from '../formats/application-form/form-fields.ts';
import { localizedParams } from '../formats/application-form/localized-params.ts';
import { TABLE_IDS } from '../formats/application-form/readable-form.ts';
import type { Placed } from '../formats/checklist-workbook/placed-gaps.ts';
import type { WorkbookRefusal, WorkbookRefusalCode } from '../formats/workbook/workbook-refusal.ts';
import { message, type MessageLanguage } from '../i18n/message.ts';

/** Anything by which an application or the file that holds it can be found wanting. */
export type ApplicationFinding = Placed<GapCode | FormFaultCode | WorkbookRefusalCode>;

/** A finding as `--json` prints it; codes and paths are stable, the words follow the language asked for. */
type FindingObject = {
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

/** What the words of findings are made with: the language, and the form whose questions they name. */
type FindingWords = { readonly language: MessageLanguage; readonly form: Form };

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

/** The findings as objects for programs. */
export function findingObjects(findings: readonly ApplicationFinding[], words: FindingWords): readonly FindingObject[] {
  const labels = questionLabels(words);
  return findings.map(({ code, path, sheet, cell, criterion, params }) => ({
    code,
    path,
    sheet: sheet ?? null,
    cell: cell ?? null,
    criterion: criterion ?? null,
    question: labels.get(questionOf(path)) ?? null,
    wrong: message(words.language, `gap.${code}`, localizedParams(params, words.language)),
    mend: message(words.language, `gap.${code}.mend`, localizedParams(params, words.language)),
    params,
  }));
}

function placeText({ sheet, cell }: { readonly sheet: string | null; readonly cell: string | null }): string {
  return sheet === null ? '' : cell === null ? sheet : `${sheet}!${cell}`;
}

/** A question put as a heading: without the full stop before the colon. */
function asHeading(question: string): string {
  return question.replace(/[。.]$/, '');
}

/** A printed line for each finding: sheet and cell, criterion, question, what is wrong, how to mend it. */
export function findingLines(findings: readonly ApplicationFinding[], words: FindingWords): readonly string[] {
  return findingObjects(findings, words).map((finding) => {
    const path = finding.sheet === null && finding.question === null ? finding.path : '';
    const subject = [placeText(finding), finding.criterion ?? '', asHeading(finding.question ?? ''), path];
    const head = subject.filter((part) => part !== '').join(' ');
    return `${head === '' ? '' : `${head}: `}${finding.wrong} → ${finding.mend}`;
  });
}

/** A printed line for each note on how a workbook was read. */
export function noteLines(notes: readonly FormNote[], language: MessageLanguage): readonly string[] {
  return notes.map(({ code, params, sheet, cell }) => {
    const place = placeText({ sheet: sheet ?? null, cell: cell ?? null });
    return `${place === '' ? '' : `${place}: `}${message(language, `note.${code}`, params)}`;
  });
}
