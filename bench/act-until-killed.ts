/** Run by `bench/kill` as a process of its own: performs acts at a place until somebody kills it. */
import { flushCompileCache } from 'node:module';
import type { Acknowledgement, Line, Progress } from './kill/acknowledgement.ts';
import { actClock, openForActs } from './kill/kill-deps.ts';
import { liveCase } from './kill/live-cases.ts';
import { registerParties } from './kill/parties.ts';
import type { Place } from './kill/place.ts';

/** Every so many cases the database is told to write a checkpoint. */
const CHECKPOINT_EVERY = 3;

const { number, ...place } = JSON.parse(process.argv[2] ?? '') as Place & { readonly number: number };

/** Writing to a pipe is synchronous on POSIX: the line is with the parent before the next act begins. */
const print = (line: Line): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const tell = (progress: Progress): void => print({ progress });

const time = actClock(number);
const deps = await openForActs(place, time, () => tell('opened'));
const acknowledge = (done: Acknowledgement): void => print({ done });
const acting = { deps, next: time.next, acknowledge };
const people = await registerParties(acting);
// A killed process would not keep what it compiled.
flushCompileCache();
tell('ready');
for (let turn = 0; ; turn += 1) {
  await liveCase(acting, people, { process: number, place: turn });
  if (turn % CHECKPOINT_EVERY !== CHECKPOINT_EVERY - 1) continue;
  tell('checkpoint');
  await deps.db.pool.query('checkpoint');
}
