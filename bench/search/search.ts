import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectServer } from '../../src/db/connect.ts';
import { MOST_COUNTED, searchLabels, type FoundLabels } from '../../src/app/label/search-labels.ts';
import { wordsOf } from '../../src/core/register/search-words.ts';
import { searchFold } from '../../src/core/register/search-fold.ts';
import { withoutCompanyForm } from '../../src/core/register/company-form.ts';
import { manyLabels, type MadeLabel } from '../../testing/builders/many-labels.ts';
import { aWorld, type World } from '../../testing/builders/world.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Report, type Run } from '../measure/report.ts';
import { startGroonga, withoutGroonga, type Peer, type PeerDocument } from './groonga.ts';
import { labelledQueries, type LabelledQuery } from './labelled-queries.ts';
import { startTrigrams } from './trigrams.ts';

const WARM_UP = 100;
const ON_A_PAGE = 20;

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
}

function* documentsOf(labels: readonly MadeLabel[], world: World): Generator<PeerDocument> {
  const { companyForms } = world.scheme.search;
  for (const { number, maker, makerEn, product, productEn, description, models, type } of labels) {
    const texts = [number, maker, withoutCompanyForm(maker, companyForms), makerEn, product, productEn, description];
    yield { text: [...texts, ...models].map(searchFold).join(' '), type, maker };
  }
}

/** The folded words of a query without synonyms: what the peers are asked. */
function peerWords({ text }: LabelledQuery, world: World): readonly string[] {
  return wordsOf(text, world.scheme.search).flatMap(([word]) => (word === undefined ? [] : [word.text]));
}

function ask(
  world: World,
  { text, type }: LabelledQuery,
  page: { limit: number; offset: number },
): Promise<FoundLabels> {
  return searchLabels(world.deps, { text, ...page, ...(type === undefined ? {} : { chosen: { product_type: type } }) });
}

/** Whether the label a query was made from is found; of more than a thousand hits only the newest are looked through. */
async function isFound(world: World, query: LabelledQuery): Promise<boolean> {
  for (let offset = 0; offset < MOST_COUNTED; offset += 100) {
    const { labels, total } = await ask(world, query, { limit: 100, offset });
    if (!total.isExact) return true;
    if (labels.some(({ record }) => record.number === query.number)) return true;
    if (offset + 100 >= total.count) return false;
  }
  return false;
}

async function recall(world: World, queries: readonly LabelledQuery[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const query of queries) {
    if (!(await isFound(world, query))) faults.push(`${query.kind} "${query.text}" does not find ${query.number}`);
  }
  return faults;
}

async function compare(
  world: World,
  queries: readonly LabelledQuery[],
  peers: { readonly groonga: Peer; readonly trigrams: Peer },
): Promise<Pick<Report, 'comparisons' | 'counts'>> {
  const at = (round: number): LabelledQuery => queries[round % queries.length] as LabelledQuery;
  const words = new Map(queries.map((query) => [query, peerWords(query, world)]));
  const times = await interleave(
    {
      ours: (round) => ask(world, at(round), { limit: ON_A_PAGE, offset: 0 }),
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

/** `npm run bench -- search`: labelled searches over many labels against search engines asked for the same. */
export const search: Run = async (options, say) => {
  const missing = withoutGroonga();
  if (missing !== undefined) throw new Error(missing);
  const count = Number(options['labels']);
  const folder = mkdtempSync(join(tmpdir(), 'shirushi-bench-'));
  const cluster = await startDiskCluster();
  try {
    const opened = await connectServer(await cluster.createDatabase('search'), { max: 4 });
    if (!opened.ok) throw new Error(opened.error.code);
    const db = opened.value;
    try {
      await migrateForTests(db);
      const world = await aWorld(db);
      say(`filling the register with ${String(count)} labels`);
      const labels = await manyLabels(world, count);
      await db.pool.query('vacuum analyze');
      say('filling Groonga and SQLite');
      const peers = {
        groonga: startGroonga(folder, documentsOf(labels, world)),
        trigrams: startTrigrams(folder, documentsOf(labels, world)),
      };
      const queries = labelledQueries(labels, Number(options['searches']));
      say('searching, ours and the peers in turn');
      const compared = await compare(world, queries, peers);
      peers.groonga.close();
      peers.trigrams.close();
      say('looking whether every label is found');
      const faults = await recall(world, queries);
      const counts = { ...compared.counts, labels: count, 'recall misses': faults.length };
      return judged({ benchmark: 'search', ...compared, counts, faults: faults.slice(0, 20) });
    } finally {
      await db.close();
    }
  } finally {
    cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};
