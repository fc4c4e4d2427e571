import { legalDay } from '../../core/kernel/legal-day.ts';
import { labelHistory, type HistoryStep } from '../../core/register/label-history.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { pathIn } from '../language.ts';
import { descriptionList, type Description } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { historyList } from '../parts/history-list.ts';
import { section } from '../parts/section.ts';
import { contact, written } from '../parts/written.ts';
import { liveAddress, type View } from '../view.ts';

/** The vendor's declaration, where the level rests on one. */
export function declarationSection(view: View, { record, level }: ShownLabel): Html {
  const { language, say } = view;
  const { answers, number } = record;
  if (level.chain !== 'first-party') return html``;
  const { 'declaration.signedOn': signedOn, 'declaration.place': place = '' } = answers;
  const address = pathIn(language, `/labels/${number}/declaration`);
  const rows: readonly Description[] = [
    [say('label.declaration.number'), written(view, answers['declaration.identifier'] ?? '')],
    [say('label.declaration.signed'), signedOn && html`${say.day(signedOn)} ${written(view, place)}`],
  ];
  const body = html`<p>${say('label.declaration.text')}</p>
    ${descriptionList(rows)}
    <p><a class="page__action" href="${address}">${say('label.declaration.read')}</a></p>
    <p><a href="${address}.pdf">${say('label.declaration.pdf')}</a></p>`;
  return section('declaration', say('label.declaration'), body);
}

/** Asks for the status on an earlier day. */
function dayForm({ site, language, say }: View, number: string, today: Temporal.PlainDate): Html {
  return html`<form class="search-box" action="${liveAddress(site, pathIn(language, `/labels/${number}`))}">
    <label class="search-box__label" for="asof">${say('label.history.ask')}</label>
    <p id="asof-help">${say('label.history.ask.help')}</p>
    <div class="search-box__row">
      <input
        class="search-box__input"
        data-kind="day"
        type="date"
        id="asof"
        name="asof"
        value="${today.toString()}"
        aria-describedby="asof-help"
      />
      <button class="search-box__button">${say('search.asof.submit')}</button>
    </div>
  </form>`;
}

/** What there is to say about a step besides its name: of which firmware, to whom, by whose act or by none. */
function remarkOn({ say, language }: View, { what }: HistoryStep, { record, level }: ShownLabel): string | undefined {
  const { answers } = record;
  const holder = (language === 'en' ? answers['vendor.nameEn'] : undefined) ?? answers['vendor.name'] ?? '';
  const firmware = answers['product.firmware'];
  const remarks = {
    evaluated: firmware === undefined ? undefined : say('label.history.firmware', { firmware }),
    declared: undefined,
    granted: say('label.history.holder', { holder, level: level.name[language] }),
    published: say('label.history.published.why'),
    ended: say('label.history.ended.why'),
    lapsed: say('label.history.lapsed.why'),
  };
  return remarks[what];
}

function stepWords({ say }: View, { what, isPlanned }: HistoryStep): string {
  if (isPlanned && what === 'ended') return say('label.history.will-end');
  return isPlanned && what === 'lapsed' ? say('label.history.will-lapse') : say(`label.history.${what}`);
}

/** What has happened to the label, and what the calendar will bring, in the order of the days. */
export function historySection(view: View, label: ShownLabel): Html {
  const { say } = view;
  const { record, publishedAt, scheme, today } = label;
  const steps = labelHistory(record, legalDay(publishedAt, scheme.zone), today).map((step) => ({
    at: { words: say.day(step.on), iso: step.on.toString() },
    what: stepWords(view, step),
    note: remarkOn(view, step, label),
  }));
  return section(
    'history',
    say('label.history'),
    html`${historyList(view, steps)} ${dayForm(view, record.number, today)}`,
  );
}

/** Whom to tell what. */
export function reportSection(view: View, { record, scheme }: ShownLabel): Html {
  const { say } = view;
  const { 'vendor.inquiry': inquiry, 'vulnerability.contact': address } = record.answers;
  const rows: readonly Description[] = [
    [say('label.report.product'), inquiry && contact(view, inquiry)],
    [say('label.report.vulnerability'), address && contact(view, address)],
    [say('label.report.misuse'), say('label.report.misuse.text', { contact: scheme.operator.contact })],
  ];
  return section('report', say('label.report'), descriptionList(rows));
}
