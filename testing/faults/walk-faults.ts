import type { Database } from '../../src/db/database.ts';
import { equal } from '../equal.ts';
import type { aPublicSite } from '../public-site.ts';
import { ExternalWrites, FAULTS, WriteFailed, type Fault } from './external-writes.ts';
import { faultyDeps } from './faulty-deps.ts';
import { registerFaults } from './register-faults.ts';
import type { RegisterWrite } from './register-write.ts';

type Site = Awaited<ReturnType<typeof aPublicSite>>;

/** Writes that all are made to fail; of more only a few are: the first ones, the last ones, and two between. */
const MOST_POINTS = 9;

function pointsOf(count: number): readonly number[] {
  if (count <= MOST_POINTS) return Array.from({ length: count }, (_, place) => place + 1);
  return [1, 2, Math.round(count / 3), Math.round((2 * count) / 3), count - 2, count - 1, count];
}

async function runOnce(
  { world }: Site,
  run: (deps: Site['world']['deps'], writes: ExternalWrites) => Promise<unknown>,
  fault?: Fault,
): Promise<ExternalWrites> {
  const writes = new ExternalWrites(fault);
  try {
    await run(faultyDeps(world.deps, writes), writes);
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error;
  }
  return writes;
}

/** Makes one write fail in one way, starts again, and looks at what is there: at once, after it, and done once more. */
async function failOnce(site: Site, row: RegisterWrite, open: () => Promise<Database>, fault: Fault): Promise<string> {
  const { run, outcome, expected } = await row.arrange(site.world, open);
  const failed = await runOnce(site, run, fault);
  const what = `${String(fault.at)}. ${failed.done[fault.at - 1] ?? 'nothing'} ${fault.kind}`;
  equal(failed.hasFailed, true, `${what}: nothing failed`);
  equal(await registerFaults(site), [], `${what}: at once`);
  await runOnce(site, run);
  equal(await outcome(), expected, `${what}: after a new start`);
  equal(await registerFaults(site), [], `${what}: after a new start`);
  await runOnce(site, run);
  equal(await outcome(), expected, `${what}: done once more`);
  return what;
}

/** Walks a row of the table: each write in it fails in each way. Answers with what was walked. */
export async function walkFaults(
  site: Site,
  row: RegisterWrite,
  open: () => Promise<Database>,
): Promise<{ readonly walked: readonly string[]; readonly kinds: readonly string[] }> {
  const whole = await row.arrange(site.world, open);
  const { done } = await runOnce(site, whole.run);
  equal(await whole.outcome(), whole.expected, 'undisturbed');
  const walked: string[] = [];
  for (const at of pointsOf(done.length)) {
    for (const kind of FAULTS) walked.push(await failOnce(site, row, open, { at, kind }));
  }
  return { walked, kinds: done };
}
