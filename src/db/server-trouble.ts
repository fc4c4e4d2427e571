/**
 * Why a database server does not serve now, though nothing is wrong with what it was asked: it refuses connections, its
 * name is unknown, it does not answer, it turns us away or lets us do too little, it has no room, it is starting or
 * stopping, the connection broke, or it took too long.
 */
export type ServerTrouble =
  | 'refused'
  | 'host_unknown'
  | 'no_answer'
  | 'wrong_password'
  | 'no_database'
  | 'no_right'
  | 'no_room'
  | 'not_ready'
  | 'lost'
  | 'too_slow';

/** By the operating system's name, or PostgreSQL's state (Appendix A of its manual). */
const BY_CODE: Readonly<Record<string, ServerTrouble>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'host_unknown',
  EAI_AGAIN: 'host_unknown',
  ETIMEDOUT: 'no_answer',
  EHOSTUNREACH: 'no_answer',
  ENETUNREACH: 'no_answer',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  '28000': 'wrong_password',
  '28P01': 'wrong_password',
  '3D000': 'no_database',
  '42501': 'no_right',
  '25006': 'no_right',
  '53000': 'no_room',
  '53100': 'no_room',
  '53200': 'no_room',
  '53300': 'no_room',
  '53400': 'no_room',
  '57P01': 'not_ready',
  '57P02': 'not_ready',
  '57P03': 'not_ready',
  '57P05': 'lost',
  '58030': 'lost',
  '25P03': 'too_slow',
  '25P04': 'too_slow',
  '55P03': 'too_slow',
  '57014': 'too_slow',
};

/** What the driver says without a code; a test breaks real connections to see that it still says so. */
const BY_WORDS: readonly (readonly [words: RegExp, trouble: ServerTrouble])[] = [
  [/^timeout exceeded when trying to connect$|^Connection terminated due to connection timeout$/, 'no_answer'],
  [/^Connection terminated|is not queryable$/, 'lost'],
];

type Marked = {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
};

function troubleByCode({ code, syscall }: Marked): ServerTrouble | undefined {
  if (typeof code !== 'string') return undefined;
  // No socket file: nobody listens.
  if (code === 'ENOENT' && syscall === 'connect') return 'refused';
  return BY_CODE[code] ?? (/^08[0-9A-Z]{3}$/.test(code) ? 'lost' : undefined);
}

function troubleByWords({ message }: Marked): ServerTrouble | undefined {
  return typeof message === 'string' ? BY_WORDS.find(([words]) => words.test(message))?.[1] : undefined;
}

/** Where a name has several addresses, what the first of them answered. */
function firstOf({ errors }: Marked): unknown {
  return Array.isArray(errors) ? (errors[0] as unknown) : undefined;
}

/** What kept a database server from answering, as far as it is the server's or the network's trouble and not a bug. */
export function serverTrouble(error: unknown): ServerTrouble | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const marked: Marked = error;
  return (
    troubleByCode(marked) ?? troubleByWords(marked) ?? serverTrouble(marked.cause) ?? serverTrouble(firstOf(marked))
  );
}

function passwordsOf(address: string): readonly string[] {
  const url = URL.parse(address);
  const named = url?.searchParams.get('password') ?? '';
  return [url?.password ?? '', named].filter((password) => password !== '');
}

/** What the server or the driver itself said, on one line and without the password of the server's address. */
export function serverWords(error: unknown, address: string): string {
  const said = (typeof error === 'object' && error !== null ? firstOf(error) : undefined) ?? error;
  const words = (said instanceof Error ? said.message : String(said)).replace(/\s+/g, ' ').trim();
  return passwordsOf(address).reduce((text, password) => text.replaceAll(password, '…'), words);
}
