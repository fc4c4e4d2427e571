import type { Organisation } from '../../core/parties/organisation.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { choiceList } from '../parts/choice-list.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { pathIn } from '../language.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { CASES, FROM_FILE } from './desk-places.ts';
import type { CaseLine } from '../../app/case/list-cases.ts';
import { deskPage } from '../parts/desk-page.ts';

/** What is taken over of an earlier application: all of it, or what another series of models shares with it. */
export const TAKINGS = ['all', 'series'] as const;
type Taking = (typeof TAKINGS)[number];

/** What a new application can be opened with. */
export type BeginChoices = {
  /** Levels open for applications. */
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  /** For whom: the own organisation, or the vendors an agent acts for. */
  readonly vendors: readonly Pick<Organisation, 'id' | 'name'>[];
  /** Earlier applications whose answers can be taken over. */
  readonly earlier: readonly CaseLine[];
  /** What is chosen as the page opens. */
  readonly chosen: { readonly from: string; readonly how: Taking };
  readonly key: string;
};

/** Which level is applied for. */
export function levelField(view: WorkspaceView, { levels }: BeginChoices, error: string | undefined): Html {
  return choiceList(view, {
    name: 'level',
    label: view.say('desk.level'),
    need: 'required',
    takes: 'one',
    choices: levels.map(({ id, name }) => ({ value: id, words: name })),
    chosen: levels.length === 1 ? levels.map(({ id }) => id) : [],
    error,
  });
}

/** Whose application it is to be. */
export function vendorField(view: WorkspaceView, { vendors }: BeginChoices, error: string | undefined): Html {
  const [only, ...others] = vendors;
  const isOwn = others.length === 0 && only?.id === view.signedIn.actor.organisation;
  if (isOwn) return html`<input type="hidden" name="vendor" value="${only.id}" />`;
  return choiceList(view, {
    name: 'vendor',
    label: view.say('desk.vendor'),
    need: 'required',
    takes: 'one',
    support: view.say('desk.vendor.support'),
    choices: vendors.map(({ id, name }) => ({ value: id, words: name })),
    chosen: others.length === 0 && only !== undefined ? [only.id] : [],
    error,
  });
}

function earlierField(view: WorkspaceView, { earlier, chosen }: BeginChoices): Html | string {
  const { say } = view;
  if (earlier.length === 0) return '';
  const nothing = { value: '', words: say('desk.from.nothing') };
  const choices = earlier.map(({ product, application_number: number }) => ({
    value: number,
    words: product === undefined ? say('desk.unnamed', { number }) : say('desk.named', { name: product, number }),
  }));
  const from = choiceList(view, {
    name: 'from',
    label: say('desk.from'),
    support: say('desk.from.support'),
    takes: 'one',
    choices: [nothing, ...choices],
    chosen: [chosen.from],
  });
  const how = choiceList(view, {
    name: 'how',
    label: say('desk.how'),
    takes: 'one',
    choices: TAKINGS.map((value) => ({
      value,
      words: say(`desk.how.${value}`),
      support: say(`desk.how.${value}.support`),
    })),
    chosen: [chosen.how],
  });
  return html`${from} ${how}`;
}

/** The page on which a new application is begun: level, vendor, and with which answers. */
export function beginPage(view: WorkspaceView, choices: BeginChoices, faults: readonly Fault[]): Html {
  const { say, language, signedIn } = view;
  const title = say('desk.begin');
  const errorOf = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.words;
  return deskPage(
    view,
    titleWithFaults(view, title, faults),
    html`${breadcrumb(view, [{ words: say('desk.cases'), href: pathIn(language, CASES) }], title)}
      ${errorSummary(view, faults)}
      <h1>${title}</h1>
      <p>${say('desk.begin.text')}</p>
      <p><a href="${pathIn(language, FROM_FILE)}">${say('desk.from-file')}</a></p>
      ${postForm(
        view,
        { action: pathIn(language, CASES), hidden: { csrf: signedIn.csrf, idempotencyKey: choices.key } },
        html`${vendorField(view, choices, errorOf('vendor'))} ${levelField(view, choices, errorOf('level'))}
        ${earlierField(view, choices)}
        ${buttonRow(
          button({ words: say('desk.begin.go') }),
          buttonLink({ href: pathIn(language, CASES), words: say('desk.cancel'), weight: 'tertiary' }),
        )}`,
      )}`,
  );
}
