import { evaluatorOf } from '../../app/label/evaluator-of.ts';
import type { ListedLabel } from '../../app/label/listed-label.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';
import { stars } from './stars.ts';
import { statusMark } from './status-banner.ts';
import { written } from './written.ts';

/** A box to tick for who wants to compare it with others. */
function choice({ say }: View, number: string): Html {
  return html`<p>
    <label class="label-card__choice"
      ><input type="checkbox" name="number" value="${number}" /><span>${say('compare.choose', { number })}</span></label
    >
  </p>`;
}

/** How labels are shown in a list. */
type CardOptions = {
  /** Whether each has a box to tick. */
  readonly areChosen?: boolean;
  /** By its number: the model that was looked for, of a label that covers several. */
  readonly models?: ReadonlyMap<string, string> | undefined;
};

function labelCard(view: View, label: ListedLabel, { areChosen = false, models }: CardOptions): Html {
  const { say, language } = view;
  const { number, answers } = label.record;
  const model = models?.get(number);
  return html`<li class="label-card">
    <p class="label-card__top">
      ${statusMark(view, label)} ${stars(view, label.level, label.scheme)}
      <span>${number}</span>
    </p>
    <h3 class="label-card__name">
      <a
        href="${pathIn(language, label.isPast ? `/labels/${number}?asof=${label.today.toString()}` : `/labels/${number}`)}"
        >${written(view, answers['product.name'] ?? number, answers['product.nameEn'])}</a
      >
    </h3>
    <dl class="label-card__facts">
      <dt>${say('label.maker')}</dt>
      <dd>${written(view, answers['vendor.name'] ?? '', answers['vendor.nameEn'])}</dd>
      ${
        model === undefined
          ? ''
          : html`<dt>${say('search.model')}</dt>
              <dd>${model}</dd>`
      }
      <dt>${say('label.evaluator')}</dt>
      <dd>${evaluatorOf(label)?.name[language] ?? ''}</dd>
    </dl>
    ${areChosen ? choice(view, number) : ''}
  </li>`;
}

/** Labels as they are listed: state, level, number, product, maker, who evaluated; within a form each can be chosen. */
export function labelCards(view: View, labels: readonly ListedLabel[], options: CardOptions = {}): Html {
  return html`<ul class="label-cards">
    ${labels.map((label) => labelCard(view, label, options))}
  </ul>`;
}
