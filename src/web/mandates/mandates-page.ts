import type { MandateLine } from '../../app/parties/list-mandates.ts';
import { startsFrom } from '../../core/parties/mandate-lifecycle.ts';
import { deskPage } from '../parts/desk-page.ts';
import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { emptyState } from '../parts/empty-state.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { recordTable } from '../parts/record-table.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { filesLetters, givesMandates, MANDATES, receivesMandates } from './mandate-places.ts';
import { mandateScopeWords, mandateStanding } from './mandate-words.ts';

/** What was just done, as the address of the list says it. */
type MandateOutcome = 'given' | 'revoke.done' | 'letter.filed';

function revokeLink(view: WorkspaceView, { id, state, agentName, agentNameEn }: MandateLine): Html | string {
  if (!startsFrom(state, 'mandate.revoke')) return '';
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

function letterLink({ say, language }: WorkspaceView, { id, letterFile }: MandateLine): Html | string {
  if (letterFile === undefined) return '';
  const href = pathIn(language, `${MANDATES}/${id}/letter`);
  return html`<p><a href="${href}">${say('mandates.letter.read')}</a></p>`;
}

function table(view: WorkspaceView, mandates: readonly MandateLine[]): Html {
  const { say, signedIn } = view;
  const mayRevoke = givesMandates(view);
  const columns = [
    { name: say(receivesMandates(view) ? 'mandates.vendor' : 'mandates.agent') },
    { name: say('mandates.state') },
    { name: say('mandates.scope') },
    { name: say('mandates.from'), kind: 'tight' as const },
    { name: say('mandates.until'), kind: 'tight' as const },
    { name: say('mandates.by') },
    ...(mayRevoke ? [{ name: say('mandates.act'), kind: 'tight' as const }] : []),
  ];
  const rows = mandates.map((mandate) => [
    mandate.vendor === signedIn.actor.organisation
      ? written(view, mandate.agentName, mandate.agentNameEn)
      : written(view, mandate.vendorName, mandate.vendorNameEn),
    mandateStanding(view, mandate),
    mandateScopeWords(view, mandate),
    say.day(mandate.from),
    mandate.until === undefined ? say('mandates.until.open') : say.day(mandate.until),
    html`${written(view, mandate.givenBy)}${letterLink(view, mandate)}`,
    ...(mayRevoke ? [revokeLink(view, mandate)] : []),
  ]);
  return recordTable(view, { caption: say('mandates.title'), isCaptionHidden: true, columns, rows });
}

function above(view: WorkspaceView): Html {
  const { say, language } = view;
  const link = (place: string, words: string, weight: 'primary' | 'secondary'): Html =>
    buttonLink({ href: pathIn(language, `${MANDATES}/${place}`), words, weight });
  const letter = filesLetters(view) ? link('letter', say('mandates.letter.file'), 'secondary') : html``;
  if (receivesMandates(view)) {
    return html`<p>${say('mandates.received.text')}</p>
      ${buttonRow(letter)}`;
  }
  if (!givesMandates(view)) return html`<p>${say('mandates.give.who')}</p>`;
  return buttonRow(link('new', say('mandates.give'), 'primary'), letter);
}

/** The mandates an organisation gave, or those an agent received; who may, gives and revokes from here. */
export function mandatesPage(
  view: WorkspaceView,
  mandates: readonly MandateLine[],
  { outcome, faults = [] }: { readonly outcome?: MandateOutcome | undefined; readonly faults?: readonly Fault[] },
): Html {
  const { say } = view;
  const kind = receivesMandates(view) ? 'received' : 'given';
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
