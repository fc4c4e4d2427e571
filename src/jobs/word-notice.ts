import { namesIn } from '../app/label/names-in.ts';
import type { Letter } from '../app/mail/write-mails.ts';
import { subscriptionPath } from '../app/subscription/notice-mail.ts';
import type { ReadNotice } from '../app/subscription/read-notice.ts';
import type { Deps } from '../app/ports.ts';
import type { Language } from '../core/kernel/text.ts';
import { message } from '../i18n/message.ts';
import { topicWords } from '../i18n/topic-words.ts';

const PREFIX: Readonly<Record<Language, string>> = { ja: '', en: '/en' };

type Worded = Pick<Deps, 'baseUrl' | 'scheme'>;

function changeLetter({ baseUrl }: Worded, { says }: ReadNotice, language: Language): readonly [string, ...string[]] {
  if (!('label' in says)) throw new Error('a notice about a subscription is no change of a label');
  const names = namesIn(language, says.label);
  const link = `${baseUrl}${PREFIX[language]}/labels/${names.number}`;
  return [
    message(language, `feed.${says.what}`, names).replace(/[\r\n]+/g, ' '),
    message(language, `feed.${says.what}.text`, names),
    message(language, 'subscription.mail.label', { link }),
  ];
}

/** The words of a mail that tells a subscriber something, with the way to stop it. */
export function wordNotice(deps: Worded): (notice: ReadNotice, language: Language) => Letter {
  return (notice, language) => {
    const { what } = notice.says;
    const page = `${deps.baseUrl}${PREFIX[language]}${subscriptionPath(notice.secret)}`;
    const topic = topicWords(language, notice.topic);
    const end = message(language, 'subscription.mail.end', { link: page });
    const name = deps.scheme.scheme.name[language];
    const closing = [message(language, 'mail.automatic'), name, ''];
    if (what === 'confirm' || what === 'already') {
      const link = what === 'confirm' ? message(language, 'subscription.mail.page', { link: page }) : end;
      const subject = message(language, `subscription.mail.${what}.subject`);
      const body = [message(language, `subscription.mail.${what}.text`), topic, link, ...closing].join('\n\n');
      return { subject, body };
    }
    const [subject, ...lines] = changeLetter(deps, notice, language);
    return { subject, body: [...lines, topic, end, ...closing].join('\n\n') };
  };
}
