import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordsOf } from '../../src/core/register/search-words.ts';
import { searchFold } from '../../src/core/register/search-fold.ts';
import { withoutCompanyForm } from '../../src/core/register/company-form.ts';
import { withRegisters, type FilledRegister } from '../measure/filled-registers.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Report, type Run } from '../measure/report.ts';
import { askFor, isFound, labelledQueries, type LabelledQuery } from './labelled-queries.ts';
import { startGroonga, withoutGroonga, type Peer, type PeerDocument } from './groonga.ts';
import { startTrigrams } from './trigrams.ts';

const WARM_UP = 100;
const ON_A_PAGE = 20;

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
}

function* documentsOf({ labels, ground }: FilledRegister): Generator<PeerDocument> {
  const { companyForms } = ground.scheme.search;
  for (const { number, maker, makerEn, product, productEn, description, models, type } of labels) {
    const texts = [number, maker, withoutCompanyForm(maker, companyForms), makerEn, product, productEn, description];
    yield { text: [...texts, ...models].map(searchFold).join(' '), type, maker };
  }
}

/** The folded words of a query without synonyms: what the peers are asked. */
function peerWords({ text }: LabelledQuery, { ground }: FilledRegister): readonly string[] {
  return wordsOf(text, ground.scheme.search).flatMap(([word]) => (word === undefined ? [] : [word.text]));
}

async function recall(register: FilledRegister, queries: readonly LabelledQuery[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const query of queries) {
    if (!(await isFound(register.ground.deps, query)))
      faults.push(`${query.kind} "${query.text}" does not find ${query.number}`);
  }
  return faults;
}

async function compare(
  register: FilledRegister,
  queries: readonly LabelledQuery[],
  peers: { readonly groonga: Peer; readonly trigrams: Peer },
): Promise<Pick<Report, 'comparisons' | 'counts'>> {
  const at = (round: number): LabelledQuery => queries[round % queries.length] as LabelledQuery;
  const words = new Map(queries.map((query) => [query, peerWords(query, register)]));
  const times = await interleave(
    {
      ours: (round) => askFor(register.ground.deps, at(round), { limit: ON_A_PAGE, offset: 0 }),
      groonga: (round) => peers.groonga.search(words.get(at(round)) ?? [], at(round).type),
      trigrams: (round) => peers.trigrams.search(words.get(at(round)) ?? [], at(round).type),
    },
    { rounds: queries.length, warmUp: WARM_UP },
  );
  // Rounds counted begin after the warm-up.
  const queryOf = (place: number): LabelledQuery => at(place + WARM_UP);
  const canTrigrams = (place: number): boolean =>
    (words.get(queryOf(place)) ?? []).every((word) => Array.from(word).length >= 3);
  const answered = <T>(all: readonly T[]): readonly T[] => all.filter((_, place) => canTrigrams(place));
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const ofKind = (all: readonly number[], kind: string): number =>
    median(all.filter((_, place) => queryOf(place).kind === kind));
  const engine = { peerName: 'Groonga: ranked page, drilldowns, total' };
  const [ours, groonga] = [times.ours, times.groonga];
  return {
    comparisons: [
      { ...engine, what: 'all, median', ours: median(ours), peer: median(groonga), target: 1 },
      { ...engine, what: 'all, p95', ours: percentile(ours, 0.95), peer: percentile(groonga, 0.95), target: 1 },
      {
        peerName: 'SQLite FTS5 trigram: ranked page alone',
        what: 'three characters and more, median',
        ours: median(answered(ours)),
        peer: median(answered(times.trigrams)),
        target: 2,
      },
      ...kinds.map((what) => ({ ...engine, what, ours: ofKind(ours, what), peer: ofKind(groonga, what) })),
    ],
    counts: { searches: queries.length },
  };
}

type Peers = Parameters<typeof compare>[2];

/** The peers over the same labels; what they made of them is kept where the register is. */
function startPeers(folder: string, register: FilledRegister): Peers {
  return {
    groonga: startGroonga(folder, () => documentsOf(register)),
    trigrams: startTrigrams(folder, () => documentsOf(register)),
  };
}

async function measure(
  register: FilledRegister,
  folder: string,
  searches: number,
  say: (line: string) => void,
): Promise<Report> {
  say('filling Groonga and SQLite');
  const peers = startPeers(folder, register);
  const queries = labelledQueries(register.labels, searches);
  say('searching, ours and the peers in turn');
  const compared = await compare(register, queries, peers);
  peers.groonga.close();
  peers.trigrams.close();
  say('looking whether every label is found');
  const faults = await recall(register, queries);
  const counts = { ...compared.counts, labels: register.count, 'recall misses': faults.length };
  return judged({ benchmark: 'search', ...compared, counts, faults: faults.slice(0, 20) });
}

/** `npm run bench -- search`: labelled searches over many labels against search engines asked for the same. */
export const search: Run = async (options, say) => {
  const missing = withoutGroonga();
  if (missing !== undefined) throw new Error(missing);
  const [count, searches, kept = ''] = [Number(options['labels']), Number(options['searches']), options['folder']];
  const folder = kept === '' ? mkdtempSync(join(tmpdir(), 'shirushi-bench-')) : join(kept, `peers-${String(count)}`);
  mkdirSync(folder, { recursive: true });
  try {
    return await withRegisters([count], { folder: kept, say }, async ([register]) =>
      measure(register as FilledRegister, folder, searches, say),
    );
  } finally {
    if (kept === '') rmSync(folder, { recursive: true, force: true });
  }
};
