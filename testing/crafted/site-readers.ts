import type { SeededChance } from '../seeded-chance.ts';
import { craft } from './craft.ts';
import type { Reader } from './crafted.ts';

type Get = (path: string, init?: RequestInit) => Promise<Response>;

const DAYS = ['2026-04-01', '0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '2026-4-1', '+002026-04-01'];
const CURSORS = ['p1', 'o20', 'p999999999999999', 'o999', 'p0', 'x', 'p-1'];
const TEXTS = ['HGW-700', '株式会社みなと', '監視カメラ', 'ｶﾒﾗ', '100%', "a'b", 'a|b & !c', '\\', '_%_', '☆'];
const SMALL = ['1', '20', '100', '0', '-1', '1e2', '٣', '999999999999'];
const NAMES = ['s1', 'router', 'valid', 'yes', 'manufacturer', 'none', 'Minato Networks'];
const TILES = ['tile/entries/000.p/1', 'tile/0/000.p/2', 'tile/0/000', 'tile/1/000', 'checkpoint', 'vkey'];

/** What an address may hold, percent-encoded as bytes: also such as are no UTF-8. */
function written(chance: SeededChance, text: string): string {
  const bytes = Buffer.from(text.slice(0, 1500), chance.once(5) ? 'latin1' : 'utf8');
  return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Asks for an address with crafted parts: `~` where one comes, its good ones beside. */
function asked(chance: SeededChance, pattern: string, good: Readonly<Record<string, readonly string[]>>): string {
  return pattern.replace(/~(\w*)/g, (_whole, kind: string) => {
    const specimens = good[kind] ?? [''];
    return written(chance, chance.once(3) ? chance.oneOf(specimens) : craft(chance, specimens));
  });
}

const API = [
  '/api/v1/labels/~number',
  '/api/v1/labels/~number?asof=~day',
  '/api/v1/labels/~number/credential',
  '/api/v1/labels?q=~text',
  '/api/v1/labels?cursor=~cursor',
  '/api/v1/labels?q=~text&cursor=~cursor&limit=~small',
  '/api/v1/labels?asof=~day',
  '/api/v1/labels?supported=~day&state=~name',
  '/api/v1/labels?level=~name&type=~name&maker=~text&evaluator=~name',
  '/api/v1/labels?personal=~name&recognition=~name&~name=~name',
  '/api/v1/absence?number=~number',
  '/api/v1/absence?model=~text&maker=~text',
  '/api/v1/absence?model=~text&day=~day',
  '/api/v1/snapshots/~day',
  '/api/v1/dump/labels.csv?asof=~day&encoding=~name',
  '/api/v1/dump/labels.jsonl?asof=~day',
];

const PAGES = [
  '/labels/~number',
  '/en/labels/~number?asof=~day&bought=~day',
  '/labels/~number.json',
  '/labels/~number.json?asof=~day',
  '/labels/~number/proof',
  '/labels/~number/credential',
  '/labels/~number/declaration',
  '/labels/~number/declaration.pdf',
  '/labels/~number/feed.atom',
  '/l/~number',
  '/search?q=~text&page=~small',
  '/en/search?q=~text&asof=~day&state=~name&supported=~day',
  '/search?level=~name&type=~name&maker=~text&evaluator=~name&personal=~name&recognition=~name',
  '/search/feed.atom?q=~text',
  '/labels.json?q=~text&page=~small',
  '/makers/~text',
  '/makers/~text/feed.atom',
  '/makers?page=~small',
  '/types/~name',
  '/types/~name/feed.atom',
  '/compare?number=~number&number=~number',
  '/log/~tile',
  '/log?page=~small',
  '/status/~name/~small',
  '/status/revocation/~small',
  '/subscribe?number=~number&q=~text',
  '/subscriptions/~text',
];

type Answer = { readonly status: number; readonly code: string };

/** What was answered, in one word; a fault of ours is thrown, and so is a refusal by the API without a code. */
async function told(path: string, answer: Response): Promise<Answer> {
  const text = await answer.text();
  if (answer.status >= 500) throw new Error(`${path} was answered with ${String(answer.status)}`);
  if (!path.startsWith('/api/') || answer.status < 400) return { status: answer.status, code: '' };
  const { code } = JSON.parse(text) as { readonly code?: unknown };
  if (typeof code !== 'string') throw new Error(`${path} was refused without a code`);
  return { status: answer.status, code };
}

const shown = ({ status, code }: Answer): string => [String(status), code].filter((part) => part !== '').join(' ');

/** Bodies of look-ups, from which crafted ones are made. */
function bodies(numbers: readonly string[]): readonly string[] {
  return [
    JSON.stringify({ numbers }),
    JSON.stringify({ numbers: ['\u0000', '\ud800', '', 'ｓ１－２６'] }),
    '{"numbers":[]}',
  ];
}

/** Everybody on a site who reads what visitors write; `numbers` are of its labels. */
export function siteReaders(get: Get, numbers: readonly string[]): Readonly<Record<string, Reader>> {
  const good = {
    number: numbers,
    day: DAYS,
    cursor: CURSORS,
    text: TEXTS,
    small: SMALL,
    name: NAMES,
    tile: TILES,
  };
  const asking = [...API, ...PAGES].map((pattern): [string, Reader] => [
    pattern,
    async (chance) => {
      const path = asked(chance, pattern, good);
      return shown(await told(path, await get(path)));
    },
  ]);
  const lookUp: Reader = async (chance) => {
    const path = asked(chance, chance.once(2) ? '/api/v1/labels/lookup' : '/api/v1/labels/lookup?asof=~day', good);
    const type = chance.once(20) ? 'text/plain' : 'application/json';
    const body = Buffer.from(craft(chance, bodies(numbers)), chance.once(10) ? 'latin1' : 'utf8');
    const answer = await get(path, { method: 'POST', headers: { 'content-type': type }, body });
    return shown(await told(path, answer));
  };
  return { ...Object.fromEntries(asking), 'look-up': lookUp };
}
