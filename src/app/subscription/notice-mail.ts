import type { Language } from '../../core/kernel/text.ts';
import type { DueNotice } from '../../db/notices.ts';
import type { Letter } from '../mail/write-mails.ts';
import type { Deps, OutgoingMail } from '../ports.ts';
import type { ReadNotice } from './read-notice.ts';

/** Puts a notice into words. */
export type WriteNotice = (notice: ReadNotice, language: Language) => Letter;

/** Where the page of a subscription is, without the language. */
export function subscriptionPath(secret: string): string {
  return `/subscriptions/${secret}`;
}

/** Where a subscription is ended: opened, by a button; by a program with the one field of RFC 8058, 3.2. */
export function subscriptionEnd({ baseUrl }: Pick<Deps, 'baseUrl'>, secret: string): string {
  return `${baseUrl}${subscriptionPath(secret)}/end`;
}

/**
 * A notice as a mail. Mail programs can end the subscription by its headers, without opening a page (RFC 2369, 3.2;
 * RFC 8058).
 */
export function noticeMail(
  deps: Pick<Deps, 'baseUrl'>,
  { notice, subscription }: DueNotice,
  { subject, body }: Letter,
): OutgoingMail {
  return {
    id: notice,
    to: subscription.address,
    subject,
    text: body,
    headers: {
      'List-Unsubscribe': `<${subscriptionEnd(deps, subscription.secret)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
