import { errorSummary, titleWithFaults } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import type { SortOrder } from '../parts/record-table.ts';
import { section } from '../parts/section.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { View } from '../view.ts';
import { buttonSamples } from './samples/button-samples.ts';
import { actSamples, caseSamples, comparisonSamples, confirmationSample } from './samples/case-samples.ts';
import { chartSamples } from './samples/chart-samples.ts';
import { faultyFields, plainFields, sampleFaults } from './samples/field-samples.ts';
import { fileSamples } from './samples/file-samples.ts';
import { placeSamples, tableSamples } from './samples/list-samples.ts';
import { answerSamples, noticeSamples, taskSamples } from './samples/work-samples.ts';

/** What a reader of the page asked for. */
type PartsQuery = { readonly order: SortOrder };

const SECTIONS = {
  buttons: buttonSamples,
  notices: noticeSamples,
  forms: (view) =>
    html`<h3>${view.say('sample.forms.plain')}</h3>
      ${plainFields(view)}
      <h3>${view.say('sample.forms.faults')}</h3>
      ${faultyFields(view)}`,
  files: fileSamples,
  tasks: taskSamples,
  answers: answerSamples,
  tables: (view, { order }) => tableSamples(view, order),
  places: placeSamples,
  case: caseSamples,
  compare: comparisonSamples,
  charts: chartSamples,
  progress: actSamples,
  confirm: confirmationSample,
} as const satisfies Readonly<Record<string, (view: View, query: PartsQuery) => Html>>;

type SectionId = keyof typeof SECTIONS;

/** Every part of signed-in pages in all its states, to be looked at. */
export function partsPage(view: View, query: PartsQuery): Html {
  const { say } = view;
  const faults = sampleFaults(view);
  const ids = Object.keys(SECTIONS) as SectionId[];
  const contents = ids.map((id) => html`<li><a href="#${id}">${say(`sample.${id}`)}</a></li>`);
  const sections = ids.map((id) =>
    section(id, say(`sample.${id}`), html`<div class="workspace__stack">${SECTIONS[id](view, query)}</div>`),
  );
  const main = html`${errorSummary(view, faults)}
    <h1>${say('sample.title')}</h1>
    <p class="page__lead">${say('sample.lead')}</p>
    <nav class="contents" aria-label="${say('sample.title')}">
      <ol>
        ${contents}
      </ol>
    </nav>
    ${sections}`;
  return workspacePage(view, { title: titleWithFaults(view, say('sample.title'), faults) }, main);
}
