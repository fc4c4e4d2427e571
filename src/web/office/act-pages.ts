import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { countUnlooked, type Unlooked } from '../../core/case/unlooked-items.ts';
import { DECISION_OUTCOMES } from '../../core/decision/label-decision.ts';
import { choiceList, tickBox } from '../parts/choice-list.ts';
import type { Description } from '../parts/description-list.ts';
import type { Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { textArea } from '../parts/text-area.ts';
import { dayField } from '../parts/text-field.ts';
import { writtenLines } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import type { OfficeAct } from './act-places.ts';
import { decisionFacts } from './facts-section.ts';
import { filedItem } from './filed-form.ts';

/** What was typed into the form of an act. */
export type TypedAct = Readonly<Record<string, string>>;

/** What somebody sees who is about to do an act. */
type AskedCase = { readonly view: WorkspaceView; readonly found: OfficeCase };

/** What the page of an act asks and tells besides what every act has in common. */
type ActPage = {
  readonly fields: (asked: AskedCase, typed: TypedAct, faults: readonly Fault[]) => Html | string;
  readonly facts: (asked: AskedCase) => readonly Description[];
  /** What follows from the act and cannot be taken back. */
  readonly isGrave: boolean;
};

const errorAt = (faults: readonly Fault[], name: string): string | undefined =>
  faults.find(({ field }) => field === name)?.words;

function reasonField(need: 'required' | 'optional') {
  return ({ view }: AskedCase, typed: TypedAct, faults: readonly Fault[]): Html =>
    textArea(view, {
      name: 'reason',
      label: view.say('office.reason'),
      need,
      support: view.say('office.reason.support'),
      value: typed['reason'] ?? '',
      error: errorAt(faults, 'reason'),
    });
}

function returnedFacts({ view, found }: AskedCase): readonly Description[] {
  const form = { scheme: found.shown.version.scheme, set: found.filed.set };
  return found.checked
    .filter(({ remark }) => remark !== '')
    .map(({ item, remark }) => [
      filedItem(view, form, found.filed.application, item).title,
      writtenLines(view, remark),
    ]);
}

function unlooked({ filed, checked }: OfficeCase): Unlooked {
  return countUnlooked(
    filed.set,
    checked.map(({ item, is_ticked: isTicked }) => ({ item, isTicked })),
  );
}

/** Nothing keeps an officer from accepting what was not ticked item by item; they say that they know how many. */
function acceptFields({ view: { say }, found }: AskedCase, typed: TypedAct): Html | string {
  const { count, of } = unlooked(found);
  if (count === 0) return '';
  const value = String(count);
  const words = say('office.accept.unlooked', { count, of });
  return tickBox({ name: 'unlooked', words, value, isTicked: typed['unlooked'] === value });
}

function acceptFacts({ view: { say }, found }: AskedCase): readonly Description[] {
  const { count, of } = unlooked(found);
  const remarked = found.checked.filter(({ remark }) => remark !== '').length;
  return [
    [say('office.check.ticked'), say('office.check.ticked.of', { count: of - count, of })],
    [say('office.check.remarked'), remarked === 0 ? undefined : say('office.check.remarked.lost', { count: remarked })],
  ];
}

function feeFacts({ view, found }: AskedCase): readonly Description[] {
  const { fee } = found.shown;
  if (fee === undefined) return [];
  return [
    [view.say('office.fact.fee'), view.say.money(fee.amount, fee.currency)],
    [view.say('office.column.due'), view.say.day(fee.due_on)],
  ];
}

function paymentFields({ view, found }: AskedCase, typed: TypedAct, faults: readonly Fault[]): Html {
  return dayField(view, {
    name: 'paidOn',
    label: view.say('office.paid-on'),
    need: 'required',
    value: typed['paidOn'] ?? String(found.today),
    error: errorAt(faults, 'paidOn'),
  });
}

function proposalFields(asked: AskedCase, typed: TypedAct, faults: readonly Fault[]): Html {
  const { view } = asked;
  const { say } = view;
  return html`${choiceList(view, {
    name: 'outcome',
    label: say('office.outcome'),
    need: 'required',
    takes: 'one',
    choices: DECISION_OUTCOMES.map((value) => ({ value, words: say(`office.outcome.${value}`) })),
    chosen: typed['outcome'] === undefined ? [] : [typed['outcome']],
    error: errorAt(faults, 'outcome'),
  })}
  ${dayField(view, {
    name: 'validUntil',
    label: say('office.valid-until'),
    need: 'optional',
    support: html`${say('office.valid-until.support')} ${say('part.day.support')}`,
    value: typed['validUntil'] ?? '',
    error: errorAt(faults, 'validUntil'),
  })}
  ${textArea(view, {
    name: 'reason',
    label: say('office.reason'),
    support: say('office.reason.proposal'),
    value: typed['reason'] ?? '',
    error: errorAt(faults, 'reason'),
  })}`;
}

/** The proposal as it is shown now: another one than this is not confirmed. */
function seenFields({ found }: AskedCase): Html | string {
  const { decision } = found.shown;
  if (decision === undefined) return '';
  return html`<input type="hidden" name="seenId" value="${decision.id}" />
    <input type="hidden" name="seenUntil" value="${decision.valid_until?.toString() ?? ''}" />
    <input type="hidden" name="seenSeal" value="${decision.seal}" />`;
}

function publicationFacts({ view, found }: AskedCase): readonly Description[] {
  const { label } = found.shown;
  if (label === undefined) return [];
  return [
    [view.say('office.fact.label'), label.number],
    [view.say('office.fact.publication'), view.say('office.publish-on', { day: label.publish_on })],
  ];
}

const nothing = (): '' => '';
const noFacts = (): readonly Description[] => [];

/** The page of each act. */
export const ACT_PAGES: Readonly<Record<OfficeAct, ActPage>> = {
  'case.accept': { fields: acceptFields, facts: acceptFacts, isGrave: false },
  'case.return': { fields: nothing, facts: returnedFacts, isGrave: false },
  'case.decline': { fields: reasonField('required'), facts: noFacts, isGrave: true },
  'case.record-payment': { fields: paymentFields, facts: feeFacts, isGrave: false },
  'case.discontinue': { fields: reasonField('required'), facts: noFacts, isGrave: true },
  'case.propose-decision': { fields: proposalFields, facts: noFacts, isGrave: false },
  'case.withdraw-proposal': {
    fields: reasonField('optional'),
    facts: ({ view, found }) => decisionFacts(view, found),
    isGrave: false,
  },
  'case.confirm-decision': {
    fields: seenFields,
    facts: ({ view, found }) => decisionFacts(view, found),
    isGrave: false,
  },
  'label.publish': { fields: nothing, facts: publicationFacts, isGrave: false },
};
