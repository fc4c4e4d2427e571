import { labelStateOn, mayDownloadArtwork } from '../../core/attestation/label-lifecycle.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { LABEL_VARIANTS } from '../../formats/label-artwork/label-artwork.ts';
import { button } from '../parts/button.ts';
import { html, type Html } from '../parts/html.ts';
import { selectField } from '../parts/select-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';

/** The files the label comes as: for the printer, and for screens. */
export const ARTWORK_FORMATS = ['svg', 'pdf', 'png'] as const;

/** The label for its holder to print and show, while new goods may carry it (DOMAIN §6). */
export function artworkSection(view: WorkspaceView, { shown }: DeskCase, today: Temporal.PlainDate): Html | string {
  const { language, say } = view;
  const { label, row } = shown;
  if (label === undefined) return '';
  const validity = { from: label.issued_on, until: label.valid_until ?? undefined, graceDays: label.grace_days };
  const state = labelStateOn({ validity, isPublished: label.published_at !== null }, today);
  if (!mayDownloadArtwork(state)) return '';
  return html`<h2 id="artwork">${say('desk.artwork')}</h2>
    <p>${say('desk.artwork.text')}</p>
    <form class="filter-bar" action="${casePath(language, row.application_number, 'artwork')}">
      <div class="filter-bar__fields">
        ${selectField(view, {
          name: 'variant',
          label: say('desk.artwork.variant'),
          choices: LABEL_VARIANTS.map((value) => ({ value, words: say(`desk.artwork.${value}`) })),
        })}
        ${selectField(view, {
          name: 'language',
          label: say('desk.artwork.language'),
          choices: LANGUAGES.map((value) => ({ value, words: say(`desk.artwork.${value}`) })),
          chosen: language,
        })}
        ${selectField(view, {
          name: 'format',
          label: say('desk.artwork.format'),
          choices: ARTWORK_FORMATS.map((value) => ({ value, words: value.toUpperCase() })),
        })}
        ${button({ words: say('desk.artwork.get'), weight: 'secondary', isSmall: true })}
      </div>
    </form>`;
}
