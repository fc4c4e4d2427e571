import { breadcrumb } from '../parts/breadcrumb.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { errorSummary, titleWithFaults } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { pathIn } from '../language.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { levelField, vendorField, type BeginChoices } from './begin-page.ts';
import { applicationField, refusedFile, type SentFileState } from './continue-page.ts';
import { CASES, FROM_FILE } from './desk-places.ts';
import { deskPage } from '../parts/desk-page.ts';

/** The page on which a new application is begun with a checklist that was filled in elsewhere. */
export function fromFilePage(view: WorkspaceView, choices: BeginChoices, state: Omit<SentFileState, 'key'>): Html {
  const { say, language, signedIn } = view;
  const { faults, findings } = state;
  const title = say('desk.from-file');
  const errorOf = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.words;
  return deskPage(
    view,
    titleWithFaults(view, title, faults),
    html`${breadcrumb(view, [{ words: say('desk.cases'), href: pathIn(language, CASES) }], title)}
      ${errorSummary(view, faults)}
      <h1>${title}</h1>
      <p>${say('desk.from-file.text')}</p>
      ${refusedFile(view, findings, 'desk.from-file.nothing')}
      ${postForm(
        view,
        {
          action: pathIn(language, FROM_FILE),
          hidden: { csrf: signedIn.csrf, idempotencyKey: choices.key },
          files: 'with-form',
        },
        html`${vendorField(view, choices, errorOf('vendor'))} ${levelField(view, choices, errorOf('level'))}
        ${applicationField(view, faults)}
        ${buttonRow(
          button({ words: say('desk.begin.go') }),
          buttonLink({ href: pathIn(language, CASES), words: say('desk.cancel'), weight: 'tertiary' }),
        )}`,
      )}`,
  );
}
