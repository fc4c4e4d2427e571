import { seededChance } from '../../testing/seeded-chance.ts';
import { publicSiteOver } from '../../testing/public-site.ts';
import { withRegisters, type FilledRegister } from '../measure/filled-registers.ts';
import { interleave } from '../measure/interleave.ts';
import { judged, type Comparison, type Report, type Run } from '../measure/report.ts';
import { askFor, labelledQueries } from '../search/labelled-queries.ts';

const WARM_UP = 100;

/** Costs may be this many times those in the smallest register. */
const MOST_GROWTH = 1.5;

/** One request of some kind to a register. */
type Ask = (round: number) => Promise<unknown>;

/** A page of search hits with totals and facets, as the `search` benchmark asks for it. */
function searching({ labels, ground }: FilledRegister, rounds: number): Ask {
  const queries = labelledQueries(labels, rounds + WARM_UP);
  return (round) => {
    const query = queries[round];
    if (query === undefined) throw new Error('more rounds than searches');
    return askFor(ground.deps, query, { limit: 20, offset: 0 });
  };
}

/** A label's page or its JSON by a number picked uniformly, by the program's own routes in this process. */
function asking(suffix: string): (register: FilledRegister) => Ask {
  return ({ labels, ground }) => {
    const { page } = publicSiteOver(ground.deps);
    const chance = seededChance(11);
    return () => page(`/labels/${chance.oneOf(labels).number}${suffix}`);
  };
}

const WORK: Readonly<Record<string, (register: FilledRegister, rounds: number) => Ask>> = {
  search: searching,
  page: asking(''),
  JSON: asking('.json'),
};

const mean = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0) / times.length;

async function measure(registers: readonly FilledRegister[], rounds: number): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [what, begin] of Object.entries(WORK)) {
    const contenders = registers.map((register) => [String(register.count), begin(register, rounds)] as const);
    const times = await interleave(Object.fromEntries(contenders), { rounds, warmUp: WARM_UP });
    const [least, ...others] = registers.map(({ count }) => ({ count, cost: mean(times[String(count)] ?? []) }));
    for (const { count, cost } of others) {
      const isLast = count === others.at(-1)?.count;
      comparisons.push({
        what: `${what}, ${String(count)} labels`,
        ours: cost,
        peer: least?.cost ?? Number.NaN,
        peerName: `${String(least?.count)} labels`,
        ...(isLast ? { target: MOST_GROWTH } : {}),
      });
    }
  }
  return comparisons;
}

/** `npm run bench -- growth`: what a request costs in registers of a hundredth and a tenth of some labels, and of all. */
export const growth: Run = async (options, say) => {
  const [most, rounds] = [Number(options['labels']), Number(options['rounds'])];
  const counts = [most / 100, most / 10, most];
  return withRegisters(counts, { folder: options['folder'] ?? '', say }, async (registers) => {
    say('asking the registers in turn');
    const report: Report = {
      benchmark: 'growth',
      comparisons: await measure(registers, rounds),
      counts: { requests: rounds, labels: most },
      faults: [],
    };
    return judged(report);
  });
};
