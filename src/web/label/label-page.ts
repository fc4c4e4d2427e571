import type { ShownLabel } from '../../app/label/find-label.ts';
import { followLinks } from '../browse/follow-links.ts';
import { pathIn } from '../language.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, raw, type Html } from '../parts/html.ts';
import { evaluatorOf } from '../../app/label/evaluator-of.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { queryLink } from '../parts/query-link.ts';
import { stars } from '../parts/stars.ts';
import { statusAnswer, statusBanner } from '../parts/status-banner.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';
import {
  personalDataSection,
  safetySection,
  servicesSection,
  updatesSection,
  vulnerabilitySection,
} from './behaviour-sections.ts';
import { criteriaSection } from './criteria-section.ts';
import { dutiesSection, responsibilitiesSection } from './duty-sections.ts';
import { evaluationSection } from './evaluation-section.ts';
import { meaningOfLabel } from './meaning-section.ts';
import { modelsSection } from './models-section.ts';
import { periodsSection } from './periods-section.ts';
import { declarationSection, historySection, reportSection } from './record-sections.ts';
import { summarySection } from './summary-section.ts';
import type { DrawnLabel } from './artwork.ts';
import type { SupportAnswer } from './support-left.ts';

/** What is shown besides the label itself. */
type LabelPageExtras = {
  /** The label's artwork as SVG of our own making; undefined where it cannot be drawn. */
  readonly artwork: DrawnLabel | undefined;
  readonly bought: SupportAnswer | undefined;
  /** Where its newest entry stands in the public log. */
  readonly logPlace: number | undefined;
  /** The day it was asked for, where that is yet to come. */
  readonly toCome: Temporal.PlainDate | undefined;
};

const CONTENTS = ['periods', 'evaluation', 'criteria', 'data', 'updates', 'says-not', 'duties', 'report'] as const;
const CONTENT_WORDS = {
  periods: 'label.dates',
  evaluation: 'label.evaluation',
  criteria: 'label.criteria',
  data: 'label.data',
  updates: 'label.updates',
  'says-not': 'label.says-not',
  duties: 'label.duties',
  report: 'label.report',
} as const;

function hero(view: View, label: ShownLabel, artwork: DrawnLabel | undefined): Html {
  const { language, say } = view;
  const { record, level, scheme } = label;
  const { answers } = record;
  const rows = [
    [say('label.level'), html`${stars(view, level, scheme)} ${level.name[language]}<br />${level.summary[language]}`],
    [say('label.number'), record.number],
    [say('label.evaluator'), evaluatorOf(label)?.name[language]],
  ] as const;
  const figure = html`<figure class="artwork" data-variant="${artwork?.variant ?? ''}">
    ${raw(artwork?.svg ?? '')}
    <figcaption class="page__note">${say('label.artwork.help')}</figcaption>
  </figure>`;
  return html`<div class="hero">
    <div>
      <p class="hero__maker">${written(view, answers['vendor.name'] ?? '', answers['vendor.nameEn'])}</p>
      <h1>${written(view, answers['product.name'] ?? record.number, answers['product.nameEn'])}</h1>
      <div class="hero__facts">${descriptionList(rows)}</div>
    </div>
    ${artwork === undefined ? '' : figure}
  </div>`;
}

function contents({ say }: View): Html {
  return html`<nav class="contents" aria-label="${say('label.contents')}">
    <ol>
      ${CONTENTS.map((id) => html`<li><a href="#${id}">${say(CONTENT_WORDS[id])}</a></li>`)}
    </ol>
  </nav>`;
}

function logWords({ language, say }: View, number: string, place: number): Html {
  return html`${say('label.logged.as', { place })}<br /><a href="/labels/${number}/proof"
      >${say('label.logged.proof')}</a
    ><br /><a href="${pathIn(language, '/verify')}">${say('label.logged.verify')}</a><br /><a
      href="${pathIn(language, '/log')}"
      >${say('label.logged.how')}</a
    >`;
}

function twins(view: View, number: string, logPlace: number | undefined): Html {
  const { site, say } = view;
  const short = `${site.baseUrl}/l/${number}`;
  const compare = queryLink(pathIn(view.language, '/compare'), { number });
  const rows = [
    [say('label.compare'), html`<a href="${compare}">${say('compare.with')}</a>`],
    [say('label.short-address'), html`<a href="${short}">${short}</a>`],
    [say('label.data-twin'), html`<a href="/labels/${number}.json">/labels/${number}.json</a>`],
    [say('label.credential'), html`<a href="/labels/${number}/credential">${say('label.credential.file')}</a>`],
    [say('label.logged'), logPlace === undefined ? undefined : logWords(view, number, logPlace)],
  ] as const;
  return html`<div class="section">${descriptionList(rows)}</div>`;
}

/** The status, and before it that a day to come is not known yet. */
function top(view: View, label: ShownLabel, toCome: Temporal.PlainDate | undefined): Html {
  if (toCome === undefined) return statusBanner(view, label);
  const { language, say } = view;
  const today = html`<a href="${pathIn(language, `/labels/${label.record.number}`)}">${say('status.then.today')}</a>`;
  return html`<div class="page__stack">
    ${notification('warning', say('status.to-come', { day: toCome }), today)} ${statusBanner(view, label)}
  </div>`;
}

/** The product information page: what the code on the label leads to. */
export function labelPage(view: View, label: ShownLabel, extras: LabelPageExtras): Html {
  const { artwork, bought, logPlace, toCome } = extras;
  const { language, say } = view;
  const { record, scheme } = label;
  const { number, answers } = record;
  const product = (language === 'en' ? answers['product.nameEn'] : undefined) ?? answers['product.name'] ?? '';
  const feed = pathIn(language, `/labels/${number}/feed.atom`);
  const main = html`${top(view, label, toCome)} ${hero(view, label, artwork)} ${contents(view)}
  ${periodsSection(view, label, bought)} ${summarySection(view, label)} ${modelsSection(view, label)}
  ${evaluationSection(view, label)} ${criteriaSection(view, label)} ${declarationSection(view, label)}
  ${personalDataSection(view, label)} ${servicesSection(view, label)} ${updatesSection(view, label)}
  ${vulnerabilitySection(view, label)} ${safetySection(view, label)} ${meaningOfLabel(view, scheme.claims)}
  ${dutiesSection(view, label)} ${responsibilitiesSection(view, label)} ${historySection(view, label)}
  ${followLinks(view, { feed, query: { label: number } })} ${reportSection(view, label)}
  ${twins(view, number, logPlace)}`;
  const head = {
    title: say('label.page', { number, product }),
    description: statusAnswer(view, label),
    twins: { 'application/json': pathIn('ja', `/labels/${number}.json`) },
    feeds: [{ href: feed, title: say('feed.label', { number }) }],
    isPassing: bought !== undefined || toCome !== undefined,
  };
  return page(view, head, main);
}
