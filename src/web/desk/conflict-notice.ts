import type { PartConflict } from '../../core/case/merge-parts.ts';
import { partName, type PartValue } from '../../core/case/application-parts.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import type { View } from '../view.ts';
import { rawAnswer } from './raw-answer.ts';

/** A part two people changed differently at the same time, with the name of whoever was first. */
export type NamedConflict = PartConflict & { readonly label: string; readonly by: string | undefined };

function inWords({ say }: View, value: PartValue): string {
  if (Array.isArray(value) && typeof value[0] === 'object') return String(value.length);
  return say.list(rawAnswer(value as Parameters<typeof rawAnswer>[0]));
}

/** Tells whoever came second what the first wrote; their own words stand here to be copied back, and nothing is lost. */
export function conflictNotice(view: View, conflicts: readonly NamedConflict[]): Html | string {
  if (conflicts.length === 0) return '';
  const { say } = view;
  const none = say('part.answer.none');
  const lines = conflicts.map(({ part, label, by, mine, theirs }) => {
    const who = by ?? say('desk.conflict.somebody');
    return html`<li>
      <a href="#${partName(part)}">${label}</a>
      <dl class="description-list">
        <dt>${say('desk.conflict.theirs', { who })}</dt>
        <dd>${inWords(view, theirs) || none}</dd>
        <dt>${say('desk.conflict.mine')}</dt>
        <dd>${inWords(view, mine) || none}</dd>
      </dl>
    </li>`;
  });
  return notificationBanner(view, {
    kind: 'warning',
    heading: say('desk.conflict'),
    text: html`<p>${say('desk.conflict.text')}</p>
      <ul>
        ${lines}
      </ul>`,
    isOutcome: true,
  });
}
