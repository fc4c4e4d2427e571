import { LANGUAGES, type Language } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';
import { button, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { postForm } from '../parts/post-form.ts';
import { section } from '../parts/section.ts';
import type { WorkspaceView } from './signed-in.ts';

/** The language somebody's mails are written in, and whether they have just chosen it. */
export type LanguageChoice = {
  readonly chosen: Language | undefined;
  readonly isSaved: boolean;
  readonly key: string;
};

/** Says that the language was saved; nothing otherwise. */
export function languageBanner(view: WorkspaceView, { isSaved }: LanguageChoice): Html | string {
  if (!isSaved) return '';
  return notificationBanner(view, { kind: 'success', heading: view.say('workspace.language.saved'), isOutcome: true });
}

/** In which language somebody's mails are written. */
export function languageSection(view: WorkspaceView, { chosen, key }: LanguageChoice): Html {
  const { say, language, signedIn } = view;
  const choice = choiceList(view, {
    name: 'language',
    label: say('workspace.language'),
    takes: 'one',
    isAcross: true,
    choices: LANGUAGES.map((value) => ({
      value,
      words: html`<span lang="${value}">${say(`workspace.language.${value}`)}</span>`,
    })),
    chosen: chosen === undefined ? [] : [chosen],
  });
  const form = postForm(
    view,
    {
      action: pathIn(language, '/workspace/account/language'),
      hidden: { csrf: signedIn.csrf, idempotencyKey: key },
    },
    html`${choice} ${buttonRow(button({ words: say('workspace.language.save'), weight: 'secondary' }))}`,
  );
  const unknown = chosen === undefined ? html`<p>${say('workspace.language.unknown')}</p>` : '';
  return section('mail-language', say('workspace.language.title'), html`${unknown} ${form}`);
}
