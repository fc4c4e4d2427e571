import { createTransport } from 'nodemailer';
import type { Mailer, MailRefusal } from '../app/ports.ts';
import { ok, refused } from '../core/kernel/result.ts';

/** Milliseconds to wait for the mail server at each step. */
const TIMEOUT = 15_000;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** How a mail server is reached: `smtps://` or `smtp://` with name and password, and from which address. */
type SmtpSettings = { readonly url: string; readonly from: string };

/** Codes only: what the server says may repeat addresses. */
function refusalOf(error: unknown): MailRefusal {
  const { code = 'unknown', responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  const isForGood = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  const detail = responseCode === undefined ? code : `${code} ${String(responseCode)}`;
  return { code: isForGood ? 'mail_refused' : 'mail_not_taken', detail };
}

/**
 * Sends mails over SMTP (RFC 5321), one connection each. Except on this machine itself nothing is sent without TLS.
 * Mails name themselves as written by a program (RFC 3834), so that nobody's absence notice answers them.
 */
export function smtpMailer({ url, from }: SmtpSettings): Mailer {
  const { hostname } = new URL(url);
  const transport = createTransport({
    url,
    requireTLS: !LOOPBACK.includes(hostname),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '');
  return {
    send: async ({ id, to, subject, text, headers }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
        });
        return ok(true);
      } catch (error) {
        return refused(refusalOf(error));
      }
    },
  };
}
