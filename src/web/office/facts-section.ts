import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { descriptionList, type Description } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { section } from '../parts/section.ts';
import { written, writtenLines } from '../parts/written.ts';
import { pathIn } from '../language.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

function productFacts(view: WorkspaceView, { shown, filed }: OfficeCase): readonly Description[] {
  const { language, say } = view;
  const { scheme } = shown.version;
  const { application } = filed;
  const level = scheme.levels.find(({ id }) => id === shown.row.level);
  const type = scheme.productTypes.find(({ id }) => id === application.answers['product.type']);
  return [
    [say('office.fact.vendor'), written(view, shown.vendor.name, shown.vendor.nameEn)],
    [say('office.fact.corporate-number'), shown.vendor.corporateNumber],
    [say('office.fact.level'), level?.name[language]],
    [say('office.fact.type'), type?.name[language]],
    [say('office.fact.models'), say('office.count', { count: application.models.length })],
    [say('office.fact.set'), `${filed.set.title[language]} ${filed.set.version}`],
  ];
}

function stepFacts(view: WorkspaceView, { shown, filed, submissions }: OfficeCase): readonly Description[] {
  const { say } = view;
  const { row, version } = shown;
  const { zone } = version.scheme;
  const last = submissions.at(-1);
  return [
    [say('office.fact.first-submitted'), row.first_submitted_on === null ? undefined : say.day(row.first_submitted_on)],
    [
      say('office.fact.submission'),
      say('office.fact.submission.is', { sequence: filed.sequence, at: say.moment(filed.receivedAt, zone) }),
    ],
    [say('office.fact.submitter'), last === undefined ? undefined : written(view, last.submitter)],
    [say('office.fact.acceptance-number'), row.acceptance_number ?? undefined],
    [say('office.fact.provisional-number'), row.provisional_number ?? undefined],
    [say('office.fact.ended'), row.ended_reason === null ? undefined : writtenLines(view, row.ended_reason)],
  ];
}

function feeFacts(view: WorkspaceView, { shown: { fee } }: OfficeCase): readonly Description[] {
  if (fee === undefined) return [];
  const { say } = view;
  const paid = fee.paid_on === null ? say('office.fee.unpaid') : say('office.fee.paid', { day: fee.paid_on });
  const amount = say.money(fee.amount, fee.currency);
  return [[say('office.fact.fee'), html`${amount} ${say('office.fee.due', { day: fee.due_on })} ${paid}`]];
}

/** What is decided or proposed, by whom, and what it says. */
export function decisionFacts(
  view: WorkspaceView,
  { shown: { decision, version } }: OfficeCase,
): readonly Description[] {
  if (decision === undefined) return [];
  const { say } = view;
  const { zone } = version.scheme;
  return [
    [say('office.fact.decision'), say(`office.outcome.${decision.outcome}`)],
    [
      say('office.fact.proposed'),
      html`${written(view, decision.proposer)} <span>${say.moment(decision.proposed_at, zone)}</span>`,
    ],
    [say('office.fact.reason'), decision.reason === null ? undefined : writtenLines(view, decision.reason)],
    [
      say('office.fact.valid-until'),
      decision.valid_until === null ? undefined : say('office.fact.shortened', { day: decision.valid_until }),
    ],
    [
      say('office.fact.confirmed'),
      decision.confirmed_at === null ? undefined : say.moment(decision.confirmed_at, zone),
    ],
  ];
}

function labelFacts(view: WorkspaceView, { shown: { label } }: OfficeCase): readonly Description[] {
  if (label === undefined) return [];
  const { language, say } = view;
  const isPublic = label.published_at !== null;
  const number = isPublic
    ? html`<a href="${pathIn(language, `/labels/${label.number}`)}">${label.number}</a>`
    : label.number;
  return [
    [say('office.fact.label'), number],
    [say('office.fact.issued'), say.day(label.issued_on)],
    [say('office.fact.until'), label.valid_until === null ? undefined : say.day(label.valid_until)],
    [
      say('office.fact.publication'),
      isPublic ? say('office.published') : say('office.publish-on', { day: label.publish_on }),
    ],
  ];
}

/** Whose case it is, how far it is, what it costs, what is decided, and the label it led to. */
export function factsSection(view: WorkspaceView, found: OfficeCase): Html {
  const rows = [
    ...productFacts(view, found),
    ...stepFacts(view, found),
    ...feeFacts(view, found),
    ...decisionFacts(view, found),
    ...labelFacts(view, found),
  ];
  return section('facts', view.say('office.facts'), descriptionList(rows));
}
