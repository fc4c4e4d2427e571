import { html, type Html } from './html.ts';

/** A stretch of days on a line; the last day counts. */
export type Stretch = {
  readonly bar: 'validity' | 'grace' | 'support';
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
};

/** One line of a timeline: its name, its days in words, and the stretches on it. */
type TimeLine = { readonly name: string; readonly days: string; readonly stretches: readonly Stretch[] };

const WIDTH = 1000;

/**
 * Stretches of days drawn to one scale, with today marked. `label` says the same, so that the drawing adds
 * nothing for who does not see it.
 */
export function timeline(
  today: Temporal.PlainDate,
  lines: readonly TimeLine[],
  words: { readonly label: string; readonly legend: string },
): Html {
  const days = [today, ...lines.flatMap(({ stretches }) => stretches.flatMap(({ from, until }) => [from, until]))];
  const sorted = [...days].sort((first, second) => Temporal.PlainDate.compare(first, second));
  const first = sorted[0] ?? today;
  const span = Math.max(first.until(sorted.at(-1) ?? today).days, 1) + 1;
  const place = (day: Temporal.PlainDate): number => Math.round((first.until(day).days / span) * WIDTH);
  const drawn = lines.map(
    ({ name, days: inWords, stretches }) =>
      html`<div class="timeline__line" aria-hidden="true">
        <p class="timeline__name"><span>${name}</span> <span>${inWords}</span></p>
        <svg viewBox="0 0 1000 24" preserveAspectRatio="none">
          <rect class="timeline__track" width="1000" height="16" y="4" />
          ${stretches.map(({ bar, from, until }) => {
            const start = place(from);
            return html`<rect
              class="timeline__bar"
              data-bar="${bar}"
              x="${start}"
              y="4"
              width="${Math.max(place(until.add({ days: 1 })) - start, 2)}"
              height="16"
            />`;
          })}
          <path class="timeline__today" d="M${place(today)} 0v24" vector-effect="non-scaling-stroke" />
        </svg>
      </div>`,
  );
  return html`<div class="timeline" role="img" aria-label="${words.label}">
    ${drawn}
    <p class="page__note" aria-hidden="true">${words.legend}</p>
  </div>`;
}
