import type { Organisation } from '../../core/parties/organisation.ts';
import { deskPage } from '../parts/desk-page.ts';
import { pathIn } from '../language.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { emptyState } from '../parts/empty-state.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { dayField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { MANDATES } from './mandates-page.ts';

/** What a mandate can be given with, and what was typed so far. */
type GiveChoices = {
  readonly agents: readonly Organisation[];
  readonly typed: { readonly agent: string; readonly from: string; readonly until: string };
  readonly key: string;
};

function fields(view: WorkspaceView, { agents, typed }: GiveChoices, faults: readonly Fault[]): Html {
  const { say } = view;
  const errorOf = (name: string): string | undefined => faults.find(({ field }) => field === name)?.words;
  const choices = agents.map(({ id, name, nameEn, corporateNumber }) => ({
    value: id,
    words: written(view, name, nameEn),
    support: corporateNumber === undefined ? undefined : say('mandates.agent.number', { number: corporateNumber }),
  }));
  return html`${choiceList(view, {
    name: 'agent',
    label: say('mandates.agent'),
    need: 'required',
    takes: 'one',
    choices,
    chosen: [typed.agent],
    error: errorOf('agent'),
  })}
  ${dayField(view, {
    name: 'from',
    label: say('mandates.from'),
    need: 'required',
    value: typed.from,
    error: errorOf('from'),
  })}
  ${dayField(view, {
    name: 'until',
    label: say('mandates.until'),
    need: 'optional',
    support: say('mandates.until.support'),
    value: typed.until,
    error: errorOf('until'),
  })}`;
}

/** The page on which a vendor's signatory gives an agent a mandate. */
export function givePage(view: WorkspaceView, choices: GiveChoices, faults: readonly Fault[]): Html {
  const { say, language, signedIn } = view;
  const title = say('mandates.give');
  const back = pathIn(language, MANDATES);
  const form = postForm(
    view,
    { action: back, hidden: { csrf: signedIn.csrf, idempotencyKey: choices.key } },
    html`${fields(view, choices, faults)}
    ${buttonRow(button({ words: title }), buttonLink({ href: back, words: say('mandates.back'), weight: 'tertiary' }))}`,
  );
  return deskPage(
    view,
    titleWithFaults(view, title, faults),
    html`${breadcrumb(view, [{ words: say('mandates.title'), href: back }], title)} ${errorSummary(view, faults)}
      <h1>${title}</h1>
      <p>${say('mandates.give.text')}</p>
      ${
        choices.agents.length === 0 ? emptyState(say('mandates.agents.none'), say('mandates.agents.none.text')) : form
      }`,
  );
}
