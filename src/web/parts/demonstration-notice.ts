import { LANGUAGES } from '../../core/kernel/text.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';

/** Says in every language that what the page shows is invented: somebody may meet the page in the other one. */
export function demonstrationNotice({ site, say }: View): Html | string {
  if (!site.isDemonstration) return '';
  const words = LANGUAGES.map(
    (language) => html`<span lang="${language}">${say(`site.demonstration.${language}`)}</span>`,
  );
  return html`<div class="demonstration-notice">
    <div class="page__inner">
      <p class="demonstration-notice__words">${words}</p>
      <p class="demonstration-notice__meaning">${say('site.demonstration.meaning')}</p>
    </div>
  </div>`;
}
