import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileField } from '../parts/file-field.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import type { View } from '../view.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { deskPage } from '../parts/desk-page.ts';
import { findingsTable, type FileFindings } from './file-findings.ts';

/** The field in which a form brings an application as a file. */
export const APPLICATION_FILE = 'application';

/** What became of a file that was sent: what to say at its field, and everything wrong in it. */
export type SentFileState = {
  readonly key: string;
  readonly faults: readonly Fault[];
  readonly findings: FileFindings | undefined;
};

/** The field for the checklist. */
export function applicationField(view: View, faults: readonly Fault[]): Html {
  return fileField(view, {
    name: APPLICATION_FILE,
    label: view.say('desk.continue.file'),
    need: 'required',
    support: view.say('desk.continue.file.support'),
    takes: 'one',
    accept: '.xlsx,.json',
    error: faults.find(({ field }) => field === APPLICATION_FILE)?.words,
  });
}

/** Everything for which a file was not taken, each with its place and the way to mend it. */
export function refusedFile(
  view: View,
  findings: FileFindings | undefined,
  left: 'desk.continue.nothing' | 'desk.from-file.nothing',
): Html | string {
  if (findings === undefined) return '';
  return html`<section>
    <h2>${view.say('desk.continue.refused', { count: findings.findings.length })}</h2>
    <p>${view.say(left)}</p>
    ${findingsTable(view, findings)}
  </section>`;
}

/** The page on which a checklist that was worked on is brought back into its case. */
export function continuePage(view: WorkspaceView, desk: DeskCase, { key, faults, findings }: SentFileState): Html {
  const { say, language, signedIn } = view;
  const title = say('desk.continue');
  const { number, parts } = caseHeading(view, desk, title);
  return deskPage(
    view,
    titleWithFaults(view, `${title} ${number}`, faults),
    html`${parts} ${errorSummary(view, faults)}
      <h1>${title}</h1>
      <p>${say('desk.continue.text')}</p>
      ${refusedFile(view, findings, 'desk.continue.nothing')}
      ${postForm(
        view,
        {
          action: casePath(language, number, 'continue'),
          hidden: { csrf: signedIn.csrf, idempotencyKey: key },
          files: 'with-form',
        },
        html`${applicationField(view, faults)}
        ${buttonRow(
          button({ words: say('desk.continue.go') }),
          buttonLink({ href: casePath(language, number), words: say('desk.cancel'), weight: 'tertiary' }),
        )}`,
      )}`,
  );
}
