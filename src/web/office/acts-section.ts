import type { OfficeCase } from '../../app/case/find-office-case.ts';
import type { OfferedAct } from '../../core/case/offered-acts.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { button, buttonLink } from '../parts/button.ts';
import { html, type Html } from '../parts/html.ts';
import { section } from '../parts/section.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { actWords } from './act-words.ts';
import { ACT_PLACES, isOfficeAct, type OfficeAct } from './act-places.ts';
import { CASE_PAGES } from './case-frame.ts';
import { isChecking } from './is-checking.ts';
import { offReason } from './off-reason.ts';
import { officeCasePath } from './office-places.ts';

type Offer = { readonly act: OfficeAct; readonly off?: OfferedAct['off']; readonly isFirst: boolean };

function offered(view: WorkspaceView, number: string, { act, off, isFirst }: Offer): Html {
  const words = actWords(view, act);
  const weight = isFirst ? 'primary' : 'secondary';
  if (off === undefined) {
    const href = officeCasePath(view.language, number, `/acts/${ACT_PLACES[act]}`);
    return buttonLink({ words, href, weight });
  }
  return button({ words, weight: 'secondary', off: { id: `off-${ACT_PLACES[act]}`, reason: offReason(view, off) } });
}

/** Publishing the label a case led to, while it is not public: before the day its vendor wished for, only the day is told. */
function publication(view: WorkspaceView, { shown, today }: OfficeCase): Html | undefined {
  const { label, row } = shown;
  if (label === undefined || label.published_at !== null) return undefined;
  const act = 'label.publish';
  if (!isBefore(today, label.publish_on)) return offered(view, row.application_number, { act, isFirst: true });
  const reason = view.say('office.publish.waits', { day: label.publish_on });
  return button({ words: actWords(view, act), weight: 'secondary', off: { id: 'off-publish', reason } });
}

const PLACES = Object.keys(ACT_PLACES) as readonly OfficeAct[];

/** What can be done with a case now; what cannot says why, in the words of the rule. */
export function actsSection(view: WorkspaceView, found: OfficeCase): Html | string {
  const { say } = view;
  const number = found.shown.row.application_number;
  const acts = found.acts.flatMap(({ action, off }) => (isOfficeAct(action) ? [{ act: action, off }] : []));
  acts.sort((one, other) => PLACES.indexOf(one.act) - PLACES.indexOf(other.act));
  const isOpen = isChecking(view, found);
  const first = isOpen ? undefined : acts.find(({ off }) => off === undefined)?.act;
  const buttons = acts.map(({ act, off }) => offered(view, number, { act, off, isFirst: act === first }));
  if (isOpen) {
    const href = officeCasePath(view.language, number, CASE_PAGES.form);
    buttons.unshift(buttonLink({ words: say('office.check.begin'), href, weight: 'primary' }));
  }
  const publish = publication(view, found);
  if (publish !== undefined) buttons.push(publish);
  if (buttons.length === 0) return '';
  return section(
    'acts',
    say('office.acts'),
    html`<ul class="office__acts">
      ${buttons.map((each) => html`<li>${each}</li>`)}
    </ul>`,
  );
}
