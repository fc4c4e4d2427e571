import type { ShownLabel } from '../../app/label/find-label.ts';
import { disclosure } from '../parts/disclosure.ts';
import { html, type Html } from '../parts/html.ts';
import { section } from '../parts/section.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';

/** Models shown without being asked for. */
const AT_ONCE = 12;

/** Every model the label covers: all are in the page, many are folded away. */
export function modelsSection(view: View, { record }: ShownLabel): Html {
  const { say } = view;
  const { models, answers } = record;
  const count = models.length;
  const lines = models.map(
    ({ number, name }) =>
      html`<li>
        <bdi>${number ?? ''}</bdi
        >${name === undefined ? '' : html`<br /><span class="page__note">${written(view, name)}</span>`}
      </li>`,
  );
  const list = html`<ul class="models">
    ${lines}
  </ul>`;
  const body = html`<p>${say('label.models.help')}</p>
    ${
      count > AT_ONCE
        ? disclosure(say('label.models.show', { count }), list)
        : html`<p>${say('label.models.count', { count })}</p>
            ${list}`
    }
    ${answers['product.sameDesign'] === true ? html`<p>${say('label.models.same-design')}</p>` : ''}`;
  return section('models', say('label.models'), body);
}
