import { MOST_CSV_BYTES } from '../../formats/csv/read-csv.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileField } from '../parts/file-field.ts';
import { fileSize } from '../parts/file-size.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { mayChange, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';

/** The fields of the page. */
export const MODELS_FILE = {
  file: 'models',
  how: 'how',
  list: 'list',
  columns: 'columns',
  repeated: 'repeated',
} as const;

/** What the page shows besides its form. */
type ModelsFileState = {
  readonly faults: readonly Fault[];
  readonly key: string;
};

function form(view: WorkspaceView, desk: DeskCase, { faults, key }: ModelsFileState): Html {
  const { language, say, signedIn } = view;
  const { row, application } = desk.shown;
  const count = application.models.length;
  const back = casePath(language, row.application_number, 'product');
  const columns = [...desk.readable.tables.models.values()].map(({ field }) => field.label[language]);
  const how = choiceList(view, {
    name: MODELS_FILE.how,
    label: say('desk.models.file.how', { count }),
    takes: 'one',
    choices: (['add', 'replace'] as const).map((value) => ({ value, words: say(`desk.models.file.${value}`) })),
    chosen: ['add'],
  });
  return html`<p>${say('desk.models.file.text', { columns })}</p>
    ${postForm(
      view,
      {
        action: casePath(language, row.application_number, 'product', 'file'),
        hidden: { csrf: signedIn.csrf, idempotencyKey: key },
        files: 'with-form',
      },
      html`${count === 0 ? '' : how}
      ${fileField(view, {
        name: MODELS_FILE.file,
        label: say('desk.models.file.field'),
        need: 'required',
        takes: 'one',
        accept: '.csv,.tsv,.txt,text/csv',
        support: say('desk.models.file.field.support', { most: fileSize(language, MOST_CSV_BYTES) }),
        error: faults.find(({ field }) => field === MODELS_FILE.file)?.words,
      })}
      ${buttonRow(
        button({ words: say('desk.models.file.read') }),
        buttonLink({ words: say('desk.models.file.look'), href: back, weight: 'secondary' }),
      )}`,
    )}`;
}

/** The page on which the list of models is read from a file a spreadsheet saved. */
export function modelsFilePage(view: WorkspaceView, desk: DeskCase, state: ModelsFileState): Html {
  const { say } = view;
  const name = say('desk.models.file');
  const { number, parts } = caseHeading(view, desk, name);
  return deskPage(
    view,
    titleWithFaults(view, `${name} ${number}`, state.faults),
    html`${parts} ${errorSummary(view, state.faults)}
      <h1>${name}</h1>
      ${mayChange(desk, 'product') ? form(view, desk, state) : html`<p>${say('desk.closed')}</p>`}`,
  );
}
