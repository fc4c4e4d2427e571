import type { MandateLine } from '../../app/parties/list-mandates.ts';
import { deskPage } from '../parts/desk-page.ts';
import { pathIn } from '../language.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { confirmation } from '../parts/confirmation.ts';
import { html, type Html } from '../parts/html.ts';
import { textField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { MANDATES } from './mandate-places.ts';
import { mandateScopeWords } from './mandate-words.ts';

/** Asks before a mandate is revoked: what follows, and why it is done. */
export function revokePage(view: WorkspaceView, mandate: MandateLine, key: string): Html {
  const { say, language, signedIn } = view;
  const back = pathIn(language, MANDATES);
  const agent = language === 'en' && mandate.agentNameEn !== '' ? mandate.agentNameEn : mandate.agentName;
  const question = say('mandates.revoke.question', { agent });
  return deskPage(
    view,
    question,
    html`${breadcrumb(view, [{ words: say('mandates.title'), href: back }], say('mandates.revoke'))}
    ${confirmation(view, {
      question,
      facts: [
        [say('mandates.agent'), written(view, mandate.agentName, mandate.agentNameEn)],
        [say('mandates.scope'), mandateScopeWords(view, mandate)],
        [say('mandates.from'), say.day(mandate.from)],
        [say('mandates.until'), mandate.until === undefined ? say('mandates.until.open') : say.day(mandate.until)],
      ],
      consequences: [say('mandates.revoke.at-once'), say('mandates.revoke.stays'), say('mandates.revoke.again')],
      fields: textField(view, {
        name: 'reason',
        label: say('mandates.revoke.reason'),
        need: 'optional',
        support: say('mandates.revoke.reason.support'),
      }),
      form: {
        action: pathIn(language, `${MANDATES}/${mandate.id}/revoke`),
        hidden: { csrf: signedIn.csrf, idempotencyKey: key },
      },
      confirm: { words: say('mandates.revoke'), isGrave: true },
      cancel: { words: say('mandates.back'), href: back },
    })}`,
  );
}
