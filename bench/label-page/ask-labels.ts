/**
 * A process of its own that asks a server for labels over many connections, as long as it is told to each time:
 * `ask-labels.ts NUMBERS-FILE CONNECTIONS`, then a message for each turn.
 */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { chanceFrom } from '../measure/chance.ts';

/** Which server is asked, for what, and how the labels are picked. */
export type Turn = {
  readonly origin: string;
  readonly suffix: string;
  readonly picks: 'uniform' | 'zipf';
  readonly milliseconds: number;
};

/** How many answers came, how many were none, and how long the median and the slowest hundredth took, in milliseconds. */
export type Told = { readonly answers: number; readonly failures: number; readonly p50: number; readonly p99: number };

const [file = '', connections = ''] = process.argv.slice(2);
const numbers = readFileSync(file, 'utf8').split('\n');
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const chance = chanceFrom(7);

const ASKED_AS_BROWSERS_DO = { 'accept-encoding': 'gzip, deflate, br' };

/** A place among many; with Zipf's law each is asked for as often as its rank says (exponent 1). */
function place(picks: Turn['picks']): number {
  if (picks === 'uniform') return Math.floor(chance() * numbers.length);
  return Math.min(numbers.length - 1, Math.floor(numbers.length ** chance()) - 1);
}

function ask(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent, headers: ASKED_AS_BROWSERS_DO }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode === 200));
      answer.once('error', () => resolve(false));
    }).once('error', () => resolve(false));
  });
}

async function take({ origin, suffix, picks, milliseconds }: Turn): Promise<Told> {
  const waits: number[] = [];
  let failures = 0;
  const end = performance.now() + milliseconds;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      if (await ask(`${origin}/labels/${numbers[place(picks)] ?? ''}${suffix}`)) waits.push(performance.now() - start);
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: Number(connections) }, one));
  waits.sort((first, second) => first - second);
  const at = (share: number): number => waits[Math.ceil(waits.length * share) - 1] ?? Number.NaN;
  return { answers: waits.length, failures, p50: at(0.5), p99: at(0.99) };
}

process.on('message', (turn: Turn) => {
  void take(turn).then((told) => process.send?.(told));
});
