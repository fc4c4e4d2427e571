import type { ReadApplication, UnreadApplication } from '../../app/case/read-application.ts';
import type { GapCode } from '../../core/case/application-gaps.ts';
import { placelessGaps } from '../../core/case/placeless-gaps.ts';
import type { Gap } from '../../core/kernel/gap.ts';
import type { Form } from '../../formats/application-form/form-choices.ts';
import {
  describedFindings,
  findingSubject,
  notePlace,
  refusalFinding,
  type ApplicationFinding,
} from '../../formats/checklist-workbook/described-findings.ts';
import { placedGaps } from '../../formats/checklist-workbook/placed-gaps.ts';
import { message } from '../../i18n/message.ts';
import { dataTable } from '../parts/data-table.ts';
import type { Html } from '../parts/html.ts';
import type { View } from '../view.ts';

/** What is wrong in a file, with the form whose words name it. */
export type FileFindings = { readonly form: Form; readonly findings: readonly ApplicationFinding[] };

/** Everything for which a file cannot be read, in the order of its sheets and cells. */
export function unreadFindings({ form, refusal, faults, partly }: UnreadApplication): FileFindings {
  if (refusal !== undefined) return { form, findings: [refusalFinding(refusal)] };
  return { form, findings: partly === undefined ? faults : placedGaps([], faults, partly) };
}

/** The gaps of a file with their places: those for which it cannot be taken at all, and those left to mend afterwards. */
export function gapFindings(
  read: ReadApplication,
  gaps: readonly Gap<GapCode>[],
): { readonly hindering: FileFindings; readonly open: FileFindings } {
  const { form } = read;
  const findingsOf = (some: readonly Gap<GapCode>[]): FileFindings => ({ form, findings: placedGaps(some, [], read) });
  return {
    hindering: findingsOf(placelessGaps(gaps)),
    open: findingsOf(gaps),
  };
}

/** Most findings shown at a time: a broken file can have as many as it has bytes. */
const MOST_SHOWN = 500;

/** Findings as a table: where it stands, what is wrong, how to mend it. */
export function findingsTable({ language, say }: View, { form, findings }: FileFindings): Html {
  const [shown, count] = [findings.slice(0, MOST_SHOWN), findings.length];
  const rows = describedFindings(shown, { form, language, message }).map((finding) => {
    const subject = findingSubject(finding);
    return [subject === '' ? say('desk.continue.whole-file') : subject, finding.wrong, finding.mend];
  });
  return dataTable({
    caption:
      count > MOST_SHOWN
        ? say('desk.continue.findings.first', { shown: MOST_SHOWN, count })
        : say('desk.continue.findings'),
    columns: [say('desk.continue.place'), say('desk.continue.wrong'), say('desk.continue.mend')],
    rows,
  });
}

/** A sentence for each thing to know of how a file was read. */
export function noteSentences({ say }: View, { notes }: ReadApplication): readonly string[] {
  return notes.map((note) => {
    const place = notePlace(note);
    const words = say(`note.${note.code}`, note.params);
    return place === '' ? words : say('desk.labelled', { label: place, words });
  });
}
