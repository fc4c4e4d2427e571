import type { MandateLine } from '../../app/parties/list-mandates.ts';
import { rolesFor } from '../../core/access/permissions.ts';
import type { MandateState } from '../../core/parties/mandate.ts';
import { deskPage } from '../parts/desk-page.ts';
import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { emptyState } from '../parts/empty-state.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { recordTable } from '../parts/record-table.ts';
import { statusTag, type Tone } from '../parts/status-tag.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Where mandates are seen and given, without the language. */
export const MANDATES = '/workspace/mandates';

/** What was just done, as the address of the list says it. */
type MandateOutcome = 'given' | 'revoke.done';

const TONES: Readonly<Record<MandateState, Tone>> = {
  coming: 'waiting',
  'in-force': 'good',
  ended: 'neutral',
  revoked: 'neutral',
};

/** Whether whoever reads the page gives mandates rather than receiving or only seeing them. */
export function givesMandates({ signedIn }: WorkspaceView): boolean {
  return signedIn.actor.roles.some((role) => rolesFor('mandate.give').includes(role));
}

function stateOf(view: WorkspaceView, { state, revokedAt }: MandateLine): Html {
  const { say, site } = view;
  const at = revokedAt === undefined ? '' : say.moment(revokedAt, site.scheme.zone);
  return html`${statusTag(TONES[state], say(`mandates.state.${state}`))}${
    at === '' ? '' : html`<p class="page__note">${say('mandates.revoked', { at })}</p>`
  }`;
}

function revokeLink(view: WorkspaceView, { id, state, agentName, agentNameEn }: MandateLine): Html | string {
  if (state !== 'in-force' && state !== 'coming') return '';
  const { say, language } = view;
  const agent = language === 'en' && agentNameEn !== '' ? agentNameEn : agentName;
  return buttonLink({
    href: pathIn(language, `${MANDATES}/${id}/revoke`),
    words: say('mandates.revoke'),
    fullWords: say('mandates.revoke.full', { agent }),
    weight: 'tertiary',
    isSmall: true,
  });
}

function table(view: WorkspaceView, mandates: readonly MandateLine[]): Html {
  const { say, signedIn } = view;
  const mayRevoke = givesMandates(view);
  const columns = [
    { name: say(signedIn.actor.roles.includes('agent') ? 'mandates.vendor' : 'mandates.agent') },
    { name: say('mandates.state'), kind: 'tight' as const },
    { name: say('mandates.from'), kind: 'tight' as const },
    { name: say('mandates.until'), kind: 'tight' as const },
    { name: say('mandates.by') },
    ...(mayRevoke ? [{ name: say('mandates.act'), kind: 'tight' as const }] : []),
  ];
  const rows = mandates.map((mandate) => [
    mandate.vendor === signedIn.actor.organisation
      ? written(view, mandate.agentName, mandate.agentNameEn)
      : written(view, mandate.vendorName, mandate.vendorNameEn),
    stateOf(view, mandate),
    say.day(mandate.from),
    mandate.until === undefined ? say('mandates.until.open') : say.day(mandate.until),
    written(view, mandate.givenBy),
    ...(mayRevoke ? [revokeLink(view, mandate)] : []),
  ]);
  return recordTable(view, { caption: say('mandates.title'), isCaptionHidden: true, columns, rows });
}

function above(view: WorkspaceView): Html {
  const { say, language, signedIn } = view;
  if (signedIn.actor.roles.includes('agent')) return html`<p>${say('mandates.received.text')}</p>`;
  if (!givesMandates(view)) return html`<p>${say('mandates.give.who')}</p>`;
  return buttonRow(
    buttonLink({ href: pathIn(language, `${MANDATES}/new`), words: say('mandates.give'), weight: 'primary' }),
  );
}

/** The mandates an organisation gave, or those an agent received; who may, gives and revokes from here. */
export function mandatesPage(
  view: WorkspaceView,
  mandates: readonly MandateLine[],
  { outcome, faults = [] }: { readonly outcome?: MandateOutcome | undefined; readonly faults?: readonly Fault[] },
): Html {
  const { say, signedIn } = view;
  const kind = signedIn.actor.roles.includes('agent') ? 'received' : 'given';
  const done =
    outcome === undefined
      ? ''
      : notificationBanner(view, { kind: 'success', heading: say(`mandates.${outcome}`), isOutcome: true });
  return deskPage(
    view,
    titleWithFaults(view, say('mandates.title'), faults),
    html`${errorSummary(view, faults)} ${done}
      <h1>${say('mandates.title')}</h1>
      ${above(view)}
      ${
        mandates.length === 0
          ? emptyState(say(`mandates.${kind}.none`), say(`mandates.${kind}.none.text`))
          : table(view, mandates)
      }`,
  );
}
