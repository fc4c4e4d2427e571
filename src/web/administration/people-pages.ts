import { deskPage } from '../parts/desk-page.ts';
import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { confirmation } from '../parts/confirmation.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { textField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import type { Member } from './administration-page.ts';
import { ADMINISTRATION } from './administration-places.ts';

/** Shows an invitation's link, this once. */
export function invitedPage(
  view: WorkspaceView,
  { link, expiresAt }: { readonly link: string; readonly expiresAt: Temporal.Instant },
): Html {
  const { say, language, site } = view;
  const at = say.moment(expiresAt, site.scheme.zone);
  return deskPage(
    view,
    say('administration.invited'),
    html`<h1>${say('administration.invited')}</h1>
      <p>${say('administration.invited.text', { at })}</p>
      <p class="written"><code>${link}</code></p>
      ${buttonRow(buttonLink({ href: pathIn(language, ADMINISTRATION), words: say('administration.back') }))}`,
  );
}

/** Asks before somebody is taken out of an organisation, and why. */
export function leavePage(view: WorkspaceView, member: Member, key: string, faults: readonly Fault[]): Html {
  const { say, language, signedIn } = view;
  const { name, mail, organisation, organisationId } = member;
  const place = pathIn(language, ADMINISTRATION);
  const question = say('administration.leave.question', { name });
  const more = { mail, organisation: organisationId };
  return deskPage(
    view,
    titleWithFaults(view, question, faults),
    html`${errorSummary(view, faults)}
    ${confirmation(view, {
      question,
      facts: [
        [say('administration.mail'), mail],
        [say('administration.organisation'), written(view, organisation)],
      ],
      consequences: [say('administration.leave.follows'), say('administration.leave.stays')],
      fields: textField(view, {
        name: 'reason',
        label: say('administration.reason'),
        need: 'required',
        error: faults.find(({ field }) => field === 'reason')?.words,
      }),
      form: { action: `${place}/leave`, hidden: { csrf: signedIn.csrf, idempotencyKey: key, more } },
      confirm: { words: say('administration.leave'), isGrave: true },
      cancel: { words: say('administration.back'), href: place },
    })}`,
  );
}
