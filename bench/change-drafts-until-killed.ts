/** Run by a test as a process of its own: changes a draft at a place in ways that touch many parts, until it is killed. */
import { flushCompileCache } from 'node:module';
import { loadScheme } from '../src/app/scheme/load-scheme.ts';
import { newerScheme } from '../testing/builders/newer-scheme.ts';
import { okOf } from '../testing/builders/world.ts';
import { japaneseScheme } from '../testing/schemes.ts';
import type { Line } from './kill/acknowledgement.ts';
import { changeDraft, findDraft } from './kill/draft-changes.ts';
import { actClock, openForActs } from './kill/kill-deps.ts';
import { registerParties } from './kill/parties.ts';
import type { Place } from './kill/place.ts';

const { number, ...place } = JSON.parse(process.argv[2] ?? '') as Place & { readonly number: number };

/** Writing to a pipe is synchronous on POSIX: the line is with the parent before the next act begins. */
const print = (line: Line): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const time = actClock(number);
const deps = await openForActs(place, time, () => print({ progress: 'opened' }));
const acting = {
  deps,
  next: time.next,
  acknowledge: (done: Extract<Line, { done: unknown }>['done']) => print({ done }),
};
const { signatory } = await registerParties(acting);
const newer = okOf(await loadScheme(deps, newerScheme(japaneseScheme)));
const changing = { ...acting, actor: signatory };
const id = await findDraft(changing);
flushCompileCache();
print({ progress: 'ready' });
for (;;) await changeDraft(changing, id, [newer, deps.scheme]);
