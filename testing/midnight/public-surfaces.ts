import { readIssuer } from '../../src/app/credential/read-issuer.ts';
import { searchLabels } from '../../src/app/label/search-labels.ts';
import { numericDate } from '../../src/formats/credential/label-credential.ts';
import { verifyCredential } from '../../src/verify/verify-credential.ts';
import type { World } from '../builders/world.ts';
import { shownList } from '../credential-faults.ts';
import { TEST_TOOLS } from '../log-in-memory.ts';

/** A register with many labels, as the public asks it. */
export type ManyLabelled = {
  readonly world: World;
  readonly page: (path: string) => Promise<string>;
  readonly post: (path: string, body: string) => Promise<string>;
  /** The labels that end together. */
  readonly numbers: readonly string[];
  /** Some of them, for what is dear to ask. */
  readonly some: readonly string[];
  /** How many labels there are besides, which stay valid. */
  readonly others: number;
};

/** How many labels were shown in which state. */
type Tally = Readonly<Record<string, number>>;

/** What a surface shows, and what it must show when all that end together are in one state. */
type Surface = {
  readonly shows: (register: ManyLabelled) => Promise<Tally>;
  readonly expected: (register: ManyLabelled, state: string) => Tally;
};

function tallyOf(states: Iterable<string>): Tally {
  const tally: Record<string, number> = {};
  for (const state of states) tally[state] = (tally[state] ?? 0) + 1;
  return tally;
}

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, state = '']) => state);

/** In JSON a label's state stands under `status`. */
const STATUS = /"status":\{"state":"(\w+)"/g;

/** The state as data says it, or as a page is marked with it. */
const SHOWN = new RegExp(`${STATUS.source}|data-state="(\\w+)"`, 'g');

async function shownAt({ page }: ManyLabelled, asked: readonly string[]): Promise<Tally> {
  const states: string[] = [];
  for (const path of asked) {
    const matches = [...(await page(path)).matchAll(SHOWN)].map(([, inData, onPage]) => inData ?? onPage ?? '');
    states.push([...new Set(matches)].join(' and '));
  }
  return tallyOf(states);
}

/** What an outsider makes of credentials, asking nobody, at the moment it is: by the dates in them. */
async function credentialStates({ world, page, some }: ManyLabelled): Promise<Tally> {
  const { deps } = world;
  const lists = [await shownList(deps, 'revocation'), await shownList(deps, 'suspension')];
  const expected = { issuer: JSON.stringify(await readIssuer(deps)), lists, now: numericDate(deps.clock.now()) };
  const states: string[] = [];
  for (const number of some) {
    const text = await page(`/labels/${number}/credential`);
    const { steps } = await verifyCredential(text, { ...expected, number }, TEST_TOOLS);
    const [period, ...others] = steps.filter(({ id, outcome }) => id === 'period' || outcome !== 'ok');
    if (period?.id !== 'period' || others.length > 0) states.push(`${period?.id ?? 'no'} and ${String(others.length)}`);
    else if (period.outcome === 'ok') states.push('valid');
    else states.push(period.outcome === 'unknown' ? 'in_grace' : String(period.detail['code']));
  }
  return tallyOf(states);
}

/** The most labels a search counts. */
const MOST_COUNTED = 1_000;

const sum = (...tallies: readonly Tally[]): Tally => {
  const whole: Record<string, number> = {};
  for (const [state, count] of tallies.flatMap((tally) => Object.entries(tally)))
    whole[state] = (whole[state] ?? 0) + count;
  return whole;
};

const ofSome: Surface['expected'] = ({ some }, state) => ({ [state]: some.length });

const ofAll: Surface['expected'] = ({ numbers, others }, state) => sum({ [state]: numbers.length }, { valid: others });

const STATES = ['valid', 'in_grace', 'lapsed'] as const;

type Page = { readonly total: { readonly count: number } };

/** How many labels a search for each state finds; what it finds must be in that state. */
async function foundByState({ page }: ManyLabelled): Promise<Tally> {
  const tally: Record<string, number> = {};
  for (const state of STATES) {
    const text = await page(`/api/v1/labels?state=${state}&limit=100`);
    const { total } = JSON.parse(text) as Page;
    if (total.count > 0) tally[state] = total.count;
    const others = found(text, STATUS).filter((shown) => shown !== state).length;
    if (others > 0) tally[`not ${state}`] = others;
  }
  return tally;
}

const paths =
  (before: string, after = ''): Surface['shows'] =>
  (register) =>
    shownAt(
      register,
      register.some.map((number) => `${before}${number}${after}`),
    );

/** Everything on which the public reads whether a label is valid. */
export const PUBLIC_SURFACES: Readonly<Record<string, Surface>> = {
  'label pages': { shows: paths('/labels/'), expected: ofSome },
  'label pages in English': { shows: paths('/en/labels/'), expected: ofSome },
  'data of labels': { shows: paths('/labels/', '.json'), expected: ofSome },
  'API, one label': { shows: paths('/api/v1/labels/'), expected: ofSome },
  credentials: { shows: credentialStates, expected: ofSome },
  'look-up': {
    shows: async ({ post, numbers }) => {
      const body = JSON.stringify({ numbers: numbers.slice(0, 10_000) });
      return tallyOf(found(await post('/api/v1/labels/lookup', body), STATUS));
    },
    expected: ({ numbers }, state) => ({ [state]: Math.min(10_000, numbers.length) }),
  },
  dump: {
    shows: async ({ page }) => tallyOf(found(await page('/api/v1/dump/labels.jsonl'), STATUS)),
    expected: ofAll,
  },
  'search by state': {
    shows: foundByState,
    expected: (register, state) =>
      Object.fromEntries(
        Object.entries(ofAll(register, state)).map(([name, count]) => [name, Math.min(count, MOST_COUNTED)]),
      ),
  },
  'counts beside a search': {
    shows: async ({ world }) => {
      const { facets } = await searchLabels(world.deps, { text: '', limit: 1 });
      return Object.fromEntries(facets.filter(({ facet }) => facet === 'state').map(({ value }) => [value, 1]));
    },
    expected: (register, state) => Object.fromEntries(Object.keys(ofAll(register, state)).map((name) => [name, 1])),
  },
  feed: {
    shows: async ({ page }) => {
      const changes = found(await page('/feed.atom'), /<category term="(\w+)"/g);
      return tallyOf(changes.map((what) => (what === 'published' ? 'valid' : what)));
    },
    expected: ({ numbers, others }, state) => ({
      [state]: Math.min(50, state === 'valid' ? others + numbers.length : numbers.length),
    }),
  },
};
