import { searchKey } from '../../core/kernel/fold.ts';
import type { ShownLabel } from '../label/find-label.ts';
import { STATUS_PURPOSES } from '../../formats/credential/credential-names.ts';
import { listMakers, type MakersPage } from '../label/list-makers.ts';
import { listNewestSnapshots } from '../open-data/find-snapshot.ts';
import type { Deps, PublicSide } from '../ports.ts';

/** What there is for each label. */
export type LabelThing = {
  readonly path: (number: string) => string;
  /** Whether it says how things stand on its day, so that the calendar changes it; the others follow the record alone. */
  readonly isOfItsDay: boolean;
  /** Whether it holds a checkpoint, which is better with the signatures of more witnesses. */
  readonly isSigned?: boolean;
  readonly isFor?: (label: ShownLabel) => boolean;
  /** Whether it may be missing for a while after the label is public: it is asked for again with each run. */
  readonly comesLater?: boolean;
};

/** What there is once. */
export type SiteThing = {
  readonly path: string;
  /** Where it lies, when its address does not tell. */
  readonly file?: string;
  readonly status?: number;
  /** Made once a day, because it is the whole register in yet another form; the others follow every change. */
  readonly isDaily?: boolean;
};

const inBoth = (path: string): readonly string[] => [path, `/en${path}`];

const isDeclared = ({ level }: ShownLabel): boolean => level.chain === 'first-party';

/**
 * What a static copy has of each label: a further kind is one more row. The short addresses are those of the page and of
 * the code, which is written in capitals where that makes it smaller.
 */
export const LABEL_THINGS: readonly LabelThing[] = [
  { path: (number) => `/labels/${number}`, isOfItsDay: true },
  { path: (number) => `/en/labels/${number}`, isOfItsDay: true },
  { path: (number) => `/labels/${number}.json`, isOfItsDay: true },
  { path: (number) => `/api/v1/labels/${number}`, isOfItsDay: true },
  { path: (number) => `/labels/${number}/proof`, isOfItsDay: false, isSigned: true },
  { path: (number) => `/labels/${number}/credential`, isOfItsDay: true, comesLater: true },
  { path: (number) => `/labels/${number}/feed.atom`, isOfItsDay: true },
  { path: (number) => `/en/labels/${number}/feed.atom`, isOfItsDay: true },
  { path: (number) => `/labels/${number}/declaration`, isOfItsDay: true, isFor: isDeclared },
  { path: (number) => `/en/labels/${number}/declaration`, isOfItsDay: true, isFor: isDeclared },
  { path: (number) => `/labels/${number}/declaration.pdf`, isOfItsDay: false, isFor: isDeclared },
  { path: (number) => `/en/labels/${number}/declaration.pdf`, isOfItsDay: false, isFor: isDeclared },
  { path: (number) => `/l/${number}`, isOfItsDay: false },
  { path: (number) => `/l/${searchKey(number)}`, isOfItsDay: false },
  { path: (number) => `/L/${searchKey(number).toUpperCase()}`, isOfItsDay: false },
];

const DUMP = '/api/v1/dump';

/** What a static copy has once: a further kind is one more row. */
export const SITE_THINGS: readonly SiteThing[] = [
  ...['/', '/search', '/data', '/verify', '/accessibility', '/terms', '/makers', '/types', '/feed.atom']
    .flatMap(inBoth)
    .map((path) => ({ path })),
  ...['/issuer', '/.well-known/jwks.json', '/credentials/v1'].map((path) => ({ path })),
  ...inBoth('/404').map((path) => ({ path, status: 404 })),
  ...['openapi.json', 'catalog.jsonld', 'snapshots'].map((name) => ({ path: `/api/v1/${name}` })),
];

/** What there is as often as the register has it. */
type SiteList = {
  readonly paths: (deps: Deps, side: PublicSide) => AsyncIterable<string>;
  /** Whether what lies under such an address never changes. */
  readonly isFixed?: boolean;
};

/** Days whose snapshots are looked after: those the list of snapshots names. */
const SNAPSHOTS = 400;

async function* snapshotPaths(deps: Deps): AsyncGenerator<string> {
  for (const { day } of await listNewestSnapshots(deps, SNAPSHOTS)) yield `/api/v1/snapshots/${day.toString()}`;
}

/** Makers read at once. */
const MAKERS_AT_ONCE = 100;

/** Whether a maker's key can name a file, its ending included; the page of another one needs the program. */
const isFileName = ({ maker_key: key }: { readonly maker_key: string }): boolean =>
  !/[/\0]|^\.+$/.test(key) && Buffer.byteLength(key) <= 240;

async function* makerPaths(deps: Deps): AsyncGenerator<string> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: MakersPage = await listMakers(deps, { after, limit: MAKERS_AT_ONCE });
    for (const { maker_key: maker } of page.makers.filter(isFileName))
      yield* browsed(`/makers/${encodeURIComponent(maker)}`);
    after = page.next;
  }
}

async function* typePaths({ scheme }: Deps): AsyncGenerator<string> {
  for (const { id } of scheme.scheme.productTypes) yield* browsed(`/types/${encodeURIComponent(id)}`);
  await Promise.resolve();
}

const browsed = (path: string): readonly string[] => [path, `${path}/feed.atom`].flatMap(inBoth);

async function* statusPaths(_deps: Deps, { ask }: PublicSide): AsyncGenerator<string> {
  for (const purpose of STATUS_PURPOSES) {
    for (let list = 0; ; list += 1) {
      const path = `/status/${purpose}/${String(list)}`;
      if ((await ask(path)).status !== 200) break;
      yield path;
    }
  }
}

/** What pages ask for besides: its addresses name its content. */
async function* assetPaths(_deps: Deps, { ask }: PublicSide): AsyncGenerator<string> {
  const text = await (await ask('/verify')).text();
  for (const [, path = ''] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) yield path;
}

/** What a static copy has of what the register lists: a further kind is one more row. */
export const SITE_LISTS: readonly SiteList[] = [
  { paths: snapshotPaths, isFixed: true },
  { paths: assetPaths, isFixed: true },
  { paths: makerPaths },
  { paths: typePaths },
  { paths: statusPaths },
];

/** What is read together with the log, at one moment of the database. */
export const LOG_THINGS: readonly SiteThing[] = [
  ...inBoth('/log').map((path) => ({ path })),
  { path: '/log/vkey' },
  ...['jsonl', 'csv', 'jsonld'].map((ending) => ({ path: `${DUMP}/labels.${ending}`, isDaily: true })),
  { path: `${DUMP}/labels-cp932.jsonl`, isDaily: true },
  ...['utf-8-bom', 'cp932'].map((encoding) => {
    const path = `${DUMP}/labels.csv?encoding=${encoding}`;
    return { path, file: `api/v1/dump/labels-${encoding}.csv`, isDaily: true };
  }),
];

/** What takes its place last, in this order: whoever reads a checkpoint finds everything it covers. */
export const LAST_THINGS: readonly SiteThing[] = [{ path: '/labels.jsonl' }, { path: '/log/checkpoint' }];
