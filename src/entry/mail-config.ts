import type { Setting } from './setting.ts';

/** How a mail server is reached, and from which address mails come. */
export type MailConfig = { readonly url: string; readonly from: string };

const MAIL = {
  url: {
    variable: 'SMTP_URL',
    isSecret: true,
    otherwise: '',
    wanted: 'config.wanted.smtp-url',
    example: 'smtps://shirushi:secret@mail.example.jp:465',
    read: (text: string) =>
      text === '' || (/^smtps?:\/\/[^\s?#]+$/.test(text) && URL.parse(text) !== null) ? text : undefined,
  },
  from: {
    variable: 'MAIL_FROM',
    otherwise: '',
    wanted: 'config.wanted.mail-from',
    example: 'label@example.jp',
    read: (text: string) => (/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text) ? text : undefined),
  },
} as const satisfies Readonly<Record<string, Setting<string>>>;

/** Both or none; the demonstration has none. */
export function readMail(read: (setting: Setting<string>) => string): MailConfig | undefined {
  const url = read(MAIL.url);
  return url === '' ? undefined : { url, from: read(MAIL.from) };
}
