import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
type TakenMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly raw: string;
};

/** A mail server of this process: it refuses `nobody@…` for good and `later@…` for now. */
type MailServer = {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  readonly close: () => Promise<void>;
};

/** RFC 2047 words of a folded header, decoded. */
function headerOf(raw: string, name: string): string {
  const [, folded = ''] = new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'im').exec(raw) ?? [];
  return folded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/\r\n[ \t]+/g, ' ')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_word, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    );
}

function quoted(text: string): string {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/gi, '%25'));
}

function textOf(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  const coding = headerOf(raw, 'Content-Transfer-Encoding').trim().toLowerCase();
  const text = coding === 'base64' ? Buffer.from(body, 'base64').toString() : quoted(body);
  return text.replaceAll('\r\n', '\n');
}

function refusal(code: number): Error {
  return Object.assign(new Error('not taken'), { responseCode: code });
}

/** Opens a mail server on a free port; with a password it wants `shirushi` and that. */
export async function mailServer({ password }: { readonly password?: string } = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    onAuth: (auth, _session, answer) => {
      if (auth.username === 'shirushi' && auth.password === password) answer(null, { user: 'shirushi' });
      else answer(refusal(535));
    },
    onRcptTo: ({ address }, _session, answer) => {
      if (address.startsWith('nobody@')) answer(refusal(550));
      else answer(address.startsWith('later@') ? refusal(450) : null);
    },
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, subject: headerOf(raw, 'Subject'), text: textOf(raw), raw });
        answer(null);
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
