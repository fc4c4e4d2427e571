import type { Announcement } from '../app/mail/announcement.ts';
import type { Letter } from '../app/mail/write-mails.ts';
import type { Deps } from '../app/ports.ts';
import type { Language } from '../core/kernel/text.ts';
import { message, type MessageKey, type MessageLanguage, type MessageParam } from '../i18n/message.ts';

const PREFIX: Readonly<Record<MessageLanguage, string>> = { ja: '', en: '/en' };

/** Facts that stand on a line of their own, in this order, where they are known. */
const LINES = [
  'number',
  'acceptance',
  'provisional',
  'label',
  'amount',
  'dueOn',
  'paidOn',
  'vendor',
  'agent',
  'from',
  'until',
  'reason',
] as const satisfies readonly string[];

/** Which of the facts each kind names; the others are on the page. */
const SHOWN: Readonly<Record<Announcement['kind'], readonly (typeof LINES)[number][]>> = {
  submitted: ['number'],
  returned: ['number'],
  declined: ['number', 'reason'],
  accepted: ['number', 'acceptance', 'amount', 'dueOn'],
  paid: ['number', 'acceptance', 'paidOn'],
  provisional: ['number', 'provisional'],
  granted: ['number', 'label'],
  refused: ['number', 'reason'],
  discontinued: ['number', 'reason'],
  'mandate-given': ['vendor', 'agent', 'from', 'until'],
  'mandate-revoked': ['vendor', 'agent', 'reason'],
  'letter-filed': ['vendor', 'agent', 'from', 'until'],
  'letter-confirmed': ['vendor', 'agent', 'from', 'until'],
  'letter-refused': ['vendor', 'agent', 'reason'],
  invitation: [],
};

function text(deps: Pick<Deps, 'baseUrl'>, language: MessageLanguage, announcement: Announcement): string {
  const { kind, facts, path } = announcement;
  const say = (key: MessageKey, params: Readonly<Record<string, MessageParam>> = {}): string =>
    message(language, key, params);
  const lines = LINES.filter((line) => SHOWN[kind].includes(line)).flatMap((line) => {
    const value = facts[line];
    if (value === undefined) return [];
    return say(`mail.fact.${line}`, { value, currency: String(facts['currency'] ?? '') });
  });
  return [
    say(`mail.${kind}.text`),
    lines.join('\n'),
    say('mail.more', { link: `${deps.baseUrl}${PREFIX[language]}${path}` }),
    say('mail.automatic'),
  ].join('\n\n');
}

/** The words of a mail in its reader's language, or in Japanese and then in English while nobody knows which they read. */
export function letterOf(
  deps: Pick<Deps, 'baseUrl' | 'scheme'>,
  announcement: Announcement,
  language: Language | undefined,
): Letter {
  const { name } = deps.scheme.scheme;
  const number = announcement.facts['number'];
  const subject = (shown: Language): string =>
    message(shown, `mail.${announcement.kind}.subject`) + (number === undefined ? '' : ` ${String(number)}`);
  const body = (shown: Language): readonly string[] => [text(deps, shown, announcement), name[shown]];
  if (language !== undefined) return { subject: subject(language), body: [...body(language), ''].join('\n\n') };
  return {
    subject: `${subject('ja')} / ${subject('en')}`,
    body: [...body('ja'), '-- ', ...body('en'), ''].join('\n\n'),
  };
}
