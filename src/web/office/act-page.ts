import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { confirmation } from '../parts/confirmation.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import type { Html } from '../parts/html.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { actWords } from './act-words.ts';
import { ACT_PAGES, type TypedAct } from './act-pages.ts';
import { ACT_PLACES, type OfficeAct } from './act-places.ts';
import { CASE_PAGES, caseFrame } from './case-frame.ts';
import { isChecking } from './is-checking.ts';
import { offReason } from './off-reason.ts';
import { officeCasePath } from './office-places.ts';

/** What the page of an act is made of besides the case. */
type AskedAct = {
  readonly act: OfficeAct;
  readonly typed: TypedAct;
  readonly faults: readonly Fault[];
  readonly idempotencyKey: string;
};

/** Asks once more before an act is done: what it is done to, what follows, and what it needs to be told. */
export function actPage(
  view: WorkspaceView,
  found: OfficeCase,
  { act, typed, faults, idempotencyKey }: AskedAct,
): Html {
  const { language, say, signedIn } = view;
  const number = found.shown.row.application_number;
  const { fields, facts, isGrave } = ACT_PAGES[act];
  const words = actWords(view, act);
  const asked = { view, found };
  const off = found.acts.find(({ action }) => action === act)?.off;
  const content = confirmation(view, {
    question: say(`office.ask.${act}`),
    facts: facts(asked),
    consequences: [say(`office.follows.${act}`)],
    fields: fields(asked, typed, faults) as Html,
    form: {
      action: officeCasePath(language, number, `/acts/${ACT_PLACES[act]}`),
      hidden: { csrf: signedIn.csrf, idempotencyKey, more: { sequence: String(found.filed.sequence) } },
    },
    confirm: { words, isGrave, ...(off === undefined ? {} : { off: { id: 'off', reason: offReason(view, off) } }) },
    cancel:
      act === 'case.return' && off !== undefined && isChecking(view, found)
        ? { words: say('office.check.begin'), href: officeCasePath(language, number, CASE_PAGES.form) }
        : { words: say('office.cancel'), href: officeCasePath(language, number) },
  });
  const frame = {
    page: 'overview',
    here: words,
    faults: errorSummary(view, faults),
    titleOf: (title: string) => titleWithFaults(view, title, faults),
  } as const;
  return caseFrame(view, found, frame, content);
}
