import type { MandateLine } from '../../app/parties/list-mandates.ts';
import type { ActId } from '../../core/access/permissions.ts';
import { startsFrom } from '../../core/parties/mandate-lifecycle.ts';
import { mandateScopeWords, mandateStanding } from '../mandates/mandate-words.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { confirmation } from '../parts/confirmation.ts';
import { descriptionList, type Description } from '../parts/description-list.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { textField } from '../parts/text-field.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { officePath } from './office-places.ts';

/** What officers do about a mandate, each the end of an address. */
export const MANDATE_ACTS = ['confirm', 'refuse', 'revoke'] as const;
/** One of them. */
export type MandateAct = (typeof MANDATE_ACTS)[number];

const ACTS = {
  confirm: 'mandate.confirm-letter',
  refuse: 'mandate.refuse-letter',
  revoke: 'mandate.revoke',
} as const satisfies Readonly<Record<MandateAct, ActId>>;

/** What is open about a mandate as it stands: of a letter that waits, only whether it is a consent. */
function openActs({ state }: MandateLine): readonly MandateAct[] {
  const open = MANDATE_ACTS.filter((act) => startsFrom(state, ACTS[act]));
  return open.includes('confirm') ? open.filter((act) => act !== 'revoke') : open;
}

function factsOf(view: WorkspaceView, mandate: MandateLine): readonly Description[] {
  const { say, language, site } = view;
  const { letterFile } = mandate;
  const href = officePath(language, `/mandates/${mandate.id}/letter`);
  const letter =
    letterFile === undefined
      ? []
      : [
          [
            say('mandates.letter'),
            html`<a href="${href}">${say('mandates.letter.read.full', { name: letterFile.name })}</a>`,
          ] as const,
        ];
  return [
    [say('mandates.state'), mandateStanding(view, mandate)],
    [say('mandates.vendor'), written(view, mandate.vendorName, mandate.vendorNameEn)],
    [say('mandates.agent'), written(view, mandate.agentName, mandate.agentNameEn)],
    [say('mandates.scope'), mandateScopeWords(view, mandate)],
    [say('mandates.from'), say.day(mandate.from)],
    [say('mandates.until'), mandate.until === undefined ? say('mandates.until.open') : say.day(mandate.until)],
    [say('mandates.by'), written(view, mandate.givenBy)],
    [say('office.mandate.filed'), say.moment(mandate.givenAt, site.scheme.zone)],
    ...letter,
  ];
}

/** What the page is shown with. */
type Asked = {
  readonly newKey: () => string;
  readonly done: string | undefined;
  readonly refused?: { readonly act: MandateAct; readonly words: string; readonly typed: string } | undefined;
};

function actForm(view: WorkspaceView, mandate: MandateLine, act: MandateAct, { newKey, refused }: Asked): Html {
  const { say, language, signedIn } = view;
  const isRefused = refused?.act === act;
  const reason = textField(view, {
    id: `reason-${act}`,
    name: 'reason',
    label: say('office.mandate.reason'),
    support: say('office.mandate.reason.support'),
    need: 'required',
    value: isRefused ? refused.typed : '',
    error: isRefused ? refused.words : undefined,
  });
  return confirmation(view, {
    question: say(`office.mandate.${act}.question`),
    level: 2,
    facts: [],
    consequences: [say(`office.mandate.${act}.follows`), say('office.mandate.told')],
    ...(act === 'confirm' ? {} : { fields: reason }),
    form: {
      action: officePath(language, `/mandates/${mandate.id}/${act}`),
      hidden: { csrf: signedIn.csrf, idempotencyKey: newKey() },
    },
    confirm: { words: say(`office.mandate.${act}`), isGrave: act !== 'confirm' },
    cancel: { words: say('mandates.back'), href: officePath(language, '/mandates') },
  });
}

/** One mandate with its letter, and what an officer can do about it. */
export function officeMandatePage(view: WorkspaceView, mandate: MandateLine, asked: Asked): Html {
  const { say, language } = view;
  const { done, refused } = asked;
  const title = say('mandates.title');
  const field = refused === undefined || refused.act === 'confirm' ? undefined : `reason-${refused.act}`;
  const faults: readonly Fault[] = refused === undefined ? [] : [{ field, words: refused.words }];
  const outcome = MANDATE_ACTS.find((act) => act === done);
  return workspacePage(
    view,
    { title: titleWithFaults(view, title, faults) },
    html`${breadcrumb(view, [{ words: say('office.mandates'), href: officePath(language, '/mandates') }], title)}
      ${errorSummary(view, faults)}
      ${
        outcome === undefined
          ? ''
          : notificationBanner(view, {
              kind: 'success',
              heading: say(`office.mandate.done.${outcome}`),
              isOutcome: true,
            })
      }
      <h1>${title}</h1>
      <div class="page__stack office__body">
        ${descriptionList(factsOf(view, mandate))}
        ${openActs(mandate).map((act) => html`<section>${actForm(view, mandate, act, asked)}</section>`)}
      </div>`,
  );
}
