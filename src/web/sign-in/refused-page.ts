import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { View } from '../view.ts';

/** What can be said of an account at a provider; anything else is told as an answer that was not believed. */
const REFUSALS = [
  'no_role',
  'openid_denied',
  'openid_unreachable',
  'openid_account_incomplete',
  'openid_mail_taken',
  'openid_account_may_not_act',
] as const;

/** Says why an account at an OpenID provider let nobody in, and what to do. */
export function refusedPage(view: View, code: string): Html {
  const { language, say } = view;
  const known = REFUSALS.find((refusal) => refusal === code) ?? 'openid_not_believed';
  const title = say('sign-in.refused');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say(`refusal.${known}`)}</p>
      <p><a href="${pathIn(language, '/sign-in')}">${say('sign-in.again')}</a></p>`,
  );
}
