import { lastDayOfGrace } from '../../core/attestation/label-lifecycle.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { publicState, type PublicState } from '../../app/label/public-state.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';

const ICONS: Readonly<Record<PublicState, Html>> = {
  valid: html`<path d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1.6 16L5.5 12l1.8-1.8 3.1 3.1 6.3-6.3L18.5 8.8z" />`,
  in_grace: html`<path d="M12 1 .5 22h23zM11 9h2v7h-2zm0 8.5h2v2h-2z" fill-rule="evenodd" />`,
  lapsed: html`<path
    d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zM7.8 6.1 12 10.3l4.200-4.200 1.700 1.700-4.200 4.200 4.200 4.200-1.700 1.700-4.200-4.200-4.200 4.200-1.700-1.700 4.200-4.200-4.200-4.200z"
    fill-rule="evenodd"
  />`,
};

function lastDay({ validity }: ShownLabel['record']): Temporal.PlainDate {
  if (validity.until === undefined) throw new Error('a label that does not expire is valid for ever');
  return validity.until;
}

/** The answer to "is this label valid today?", in one sentence. */
export function statusAnswer({ say }: View, label: ShownLabel): string {
  const grace = lastDayOfGrace(label.record.validity);
  switch (publicState(label)) {
    case 'valid':
      return say('status.valid.first');
    case 'in_grace':
      return say('status.in_grace.first', { day: grace ?? lastDay(label.record) });
    case 'lapsed':
      return say('status.lapsed.first', { day: (grace ?? lastDay(label.record)).add({ days: 1 }) });
  }
}

function statusReason({ say }: View, label: ShownLabel): string {
  const { until } = label.record.validity;
  switch (publicState(label)) {
    case 'valid':
      return until === undefined ? say('status.valid.open') : say('status.valid.until', { day: until });
    case 'in_grace':
      return say('status.in_grace.meaning', { day: lastDay(label.record) });
    case 'lapsed':
      return say('status.lapsed.meaning', { day: lastDay(label.record) });
  }
}

/** The first line of a label's page. */
export function statusBanner(view: View, label: ShownLabel): Html {
  const state = publicState(label);
  const { today, scheme } = label;
  return html`<div class="status-banner" data-state="${state}">
    <svg class="status-banner__icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[state]}</svg>
    <div>
      <p class="status-banner__first">${statusAnswer(view, label)}</p>
      <p class="status-banner__more">
        ${statusReason(view, label)} ${view.say('status.on', { day: today, zone: view.say.zone(scheme.zone) })}
      </p>
    </div>
  </div>`;
}

/** The state as one word, for lists. */
export function statusMark({ say }: View, label: Pick<ShownLabel, 'state'>): Html {
  const state = publicState(label);
  return html`<span class="status-mark" data-state="${state}">${say(`status.${state}`)}</span>`;
}
