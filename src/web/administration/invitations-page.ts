import type { ListedInvitation } from '../../app/access/list-invitations.ts';
import { pathIn } from '../language.ts';
import { button, buttonRow } from '../parts/button.ts';
import { emptyState } from '../parts/empty-state.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { recordTable } from '../parts/record-table.ts';
import { statusTag, type Tone } from '../parts/status-tag.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { ADMINISTRATION, doneBanner, INVITATIONS, trail } from './administration-places.ts';

const TONES: Readonly<Record<ListedInvitation['state'], Tone>> = { open: 'waiting', used: 'good', expired: 'neutral' };

/** What the page shows besides the invitations. */
type Told = { readonly done: string | undefined; readonly newKey: () => string };

function acts(view: WorkspaceView, { id, name, mail, state }: ListedInvitation, newKey: () => string): Html | string {
  if (state === 'used') return '';
  const { say, language, signedIn } = view;
  const form = (action: string, more: Readonly<Record<string, string>>, which: 'again' | 'withdraw'): Html =>
    postForm(
      view,
      { action: pathIn(language, action), hidden: { csrf: signedIn.csrf, idempotencyKey: newKey(), more } },
      button({
        words: say(`administration.${which}`),
        fullWords: say(`administration.${which}.full`, { name }),
        weight: 'tertiary',
        isSmall: true,
      }),
    );
  return buttonRow(
    form(`${ADMINISTRATION}/invite`, { mail, again: 'yes' }, 'again'),
    form(`${INVITATIONS}/${id}/withdraw`, {}, 'withdraw'),
  );
}

/** Invitations as they stand, with the ways to send one again and to withdraw it. */
export function invitationsPage(view: WorkspaceView, invitations: readonly ListedInvitation[], told: Told): Html {
  const { say, site } = view;
  const title = say('administration.invitations');
  const columns = [
    { name: say('administration.person') },
    { name: say('administration.mail') },
    { name: say('administration.invitation.state'), kind: 'tight' as const },
    { name: say('administration.invitation.made'), kind: 'tight' as const },
    { name: say('administration.invitation.until'), kind: 'tight' as const },
    { name: say('administration.invitation.by') },
    { name: say('administration.act') },
  ];
  const rows = invitations.map((invitation) => [
    written(view, invitation.name),
    html`<bdi>${invitation.mail}</bdi>`,
    statusTag(TONES[invitation.state], say(`administration.invitation.${invitation.state}`)),
    say.moment(invitation.madeAt, site.scheme.zone),
    say.moment(invitation.expiresAt, site.scheme.zone),
    invitation.by === null ? say('administration.invitation.command') : written(view, invitation.by),
    acts(view, invitation, told.newKey),
  ]);
  return deskPage(
    view,
    title,
    html`${trail(view, title)} ${doneBanner(view, told.done, ['withdrawn'])}
      <h1>${title}</h1>
      ${
        invitations.length === 0
          ? emptyState(say('administration.invitations.none'), say('administration.invitations.none.text'))
          : recordTable(view, { caption: title, isCaptionHidden: true, columns, rows })
      }`,
  );
}
