import type { FormNote } from '../formats/application-form/form-fault.ts';
import type { Form } from '../formats/application-form/form-choices.ts';
import {
  describedFindings,
  findingSubject,
  notePlace,
  type ApplicationFinding,
  type DescribedFinding,
} from '../formats/checklist-workbook/described-findings.ts';
import { message, type MessageLanguage } from '../i18n/message.ts';

/** What the words of findings are made with: the language, and the form whose questions they name. */
type FindingWords = { readonly language: MessageLanguage; readonly form: Form };

/** The findings as objects for programs. */
export function findingObjects(
  findings: readonly ApplicationFinding[],
  words: FindingWords,
): readonly DescribedFinding[] {
  return describedFindings(findings, { ...words, message });
}

/** A printed line for each finding: sheet and cell, criterion, question, what is wrong, how to mend it. */
export function findingLines(findings: readonly ApplicationFinding[], words: FindingWords): readonly string[] {
  return findingObjects(findings, words).map((finding) => {
    const head = findingSubject(finding);
    return `${head === '' ? '' : `${head}: `}${finding.wrong} → ${finding.mend}`;
  });
}

/** A printed line for each note on how a workbook was read. */
export function noteLines(notes: readonly FormNote[], language: MessageLanguage): readonly string[] {
  return notes.map((note) => {
    const place = notePlace(note);
    return `${place === '' ? '' : `${place}: `}${message(language, `note.${note.code}`, note.params)}`;
  });
}
