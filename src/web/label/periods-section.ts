import { lastDayOfGrace } from '../../core/attestation/label-lifecycle.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { section } from '../parts/section.ts';
import { timeline, type Stretch } from '../parts/timeline.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';
import type { SupportAnswer } from './support-left.ts';
import { supportForm } from './support-form.ts';

function validityWords({ say }: View, { record }: ShownLabel): string {
  const { from, until } = record.validity;
  return until === undefined ? say('label.validity.open', { from }) : say('label.validity.from-until', { from, until });
}

function supportWords({ say }: View, endsOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return isBefore(endsOn, today)
    ? say('label.support.over', { day: endsOn })
    : say('label.support.until', { day: endsOn });
}

/** Validity and support on one scale; a label that does not expire is drawn to the end of support. */
function drawing(view: View, label: ShownLabel, endsOn: Temporal.PlainDate): Html {
  const { say } = view;
  const { today, record } = label;
  const { from, until } = record.validity;
  const grace = lastDayOfGrace(record.validity);
  const supportFrom = isBefore(from, endsOn) ? from : endsOn;
  const validUntil = until ?? (isBefore(endsOn, today) ? today : endsOn);
  const stretches: readonly Stretch[] = [
    { bar: 'validity', from, until: validUntil },
    ...(until !== undefined && grace !== undefined && isBefore(until, grace)
      ? [{ bar: 'grace', from: until.add({ days: 1 }), until: grace } as const]
      : []),
  ];
  const validity = validityWords(view, label);
  const support = supportWords(view, endsOn, today);
  const isGraceDrawn = stretches.length > 1;
  const legend = `${say('label.timeline.today', { day: today })}${isGraceDrawn ? ` ${say('label.timeline.grace')}` : ''}`;
  const lines = [
    { name: say('label.timeline.validity'), days: validity, stretches },
    {
      name: say('label.timeline.support'),
      days: support,
      stretches: [{ bar: 'support', from: supportFrom, until: endsOn } as const],
    },
  ];
  return timeline(today, lines, { label: say('label.timeline', { validity, support, today }), legend });
}

function supportHalf(view: View, { record, today }: ShownLabel, endsOn: Temporal.PlainDate): Html {
  const { say } = view;
  const { 'support.kinds': kinds, 'support.note': note } = record.answers;
  return html`<h3>${say('label.support')}</h3>
    <p class="pair__value">${supportWords(view, endsOn, today)}</p>
    <p>${say('label.support.meaning')}</p>
    ${kinds === undefined ? '' : html`<p>${say('label.support.kinds')}: ${say.choices('support.kinds', kinds)}</p>`}
    ${note === undefined ? '' : html`<p class="written">${say('label.support.note')}: ${written(view, note)}</p>`}`;
}

/** How long the label holds and how long the product is supported: two things, told apart (DOMAIN §14). */
export function periodsSection(view: View, label: ShownLabel, bought: SupportAnswer | undefined): Html {
  const { say } = view;
  const { until } = label.record.validity;
  const endsOn = label.record.answers['support.endsOn'];
  const isEarly = endsOn !== undefined && until !== undefined && isBefore(endsOn, until);
  const body = html`${endsOn === undefined ? '' : drawing(view, label, endsOn)}
    <div class="pair">
      <div class="pair__half">
        <h3>${say('label.validity')}</h3>
        <p class="pair__value">${validityWords(view, label)}</p>
        <p>${say('label.validity.meaning')}</p>
      </div>
      ${endsOn === undefined ? '' : html`<div class="pair__half">${supportHalf(view, label, endsOn)}</div>`}
    </div>
    ${isEarly ? notification('warning', say('label.support.before-label'), say('label.support.meaning')) : ''}
    ${endsOn === undefined ? '' : supportForm(view, label.record.number, bought)}`;
  return section('periods', say('label.dates'), body);
}
