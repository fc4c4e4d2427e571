import { lastDayOfGrace } from '../../core/attestation/label-lifecycle.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { pathIn } from '../language.ts';
import { descriptionList, type Description } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
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
        max="${today.toString()}"
        aria-describedby="asof-help"
      />
      <button class="search-box__button">${say('search.asof.submit')}</button>
    </div>
  </form>`;
}

/** What has happened to the label, and what the calendar will bring. */
export function historySection(view: View, { record, publishedAt, scheme, today }: ShownLabel): Html {
  const { say } = view;
  const { from, until } = record.validity;
  const lapses = lastDayOfGrace(record.validity)?.add({ days: 1 });
  const rows: Description[] = [
    [say.day(from), say('label.history.granted')],
    [say.day(legalDay(publishedAt, scheme.zone)), say('label.history.published')],
  ];
  if (until !== undefined && lapses !== undefined) {
    rows.push([say.day(until), say(isBefore(until, today) ? 'label.history.ended' : 'label.history.will-end')]);
    rows.push([say.day(lapses), say(isBefore(today, lapses) ? 'label.history.will-lapse' : 'label.history.lapsed')]);
  }
  return section(
    'history',
    say('label.history'),
    html`${descriptionList(rows)} ${dayForm(view, record.number, today)}`,
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
