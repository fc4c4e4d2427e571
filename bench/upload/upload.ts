import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { postMultipart } from '../../testing/multipart-post.ts';
import { cookieOf } from '../../testing/workspace-site.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Run } from '../measure/report.ts';

const MIB = 1_048_576;
/** Largest whole megabytes below the limit of one file. */
const FILE = 96;
/** 0.7 of the throughput of the peer, as times. */
const TARGET = 1 / 0.7;
const GROWTH = 32;
const SERVER = join(import.meta.dirname, 'upload-server.ts');

type Places = {
  readonly ours: string;
  readonly peer: string;
  readonly origin: string;
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** New content each time, so that nothing is there already. */
function* content(): Generator<Uint8Array> {
  const chunk = randomBytes(MIB);
  for (let n = 0; n < FILE; n += 1) yield chunk;
}

async function send(places: Places, files: number, onSent?: () => void): Promise<void> {
  const { ours, origin, token, fields } = places;
  const headers = { ...cookieOf(token), origin };
  const sent = Array.from({ length: files }, () => ({ name: 'bench.bin', content: content() }));
  const answer = await postMultipart(ours, { headers, fields, files: sent, ...(onSent && { onSent }) });
  if (answer?.status !== 303) throw new Error(`the upload was answered with ${String(answer?.status)}`);
}

async function sendPlain({ peer }: Places): Promise<void> {
  const answer = await postMultipart(peer, { headers: {}, fields: {}, files: [{ name: 'a', content: content() }] });
  if (answer?.text.length !== 64) throw new Error('the peer kept nothing');
}

/** Resident megabytes of a process; Linux only. */
function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024;
}

async function growthOf(pid: number, places: Places): Promise<number> {
  const before = resident(pid);
  let most = before;
  await send(places, 11, () => (most = Math.max(most, resident(pid))));
  return most - before;
}

/** Uploads through our route against plain node:http to a file, and what a gigabyte does to the memory of the server. */
export const upload: Run = async (options, say) => {
  const folder = mkdtempSync(join(tmpdir(), 'shirushi-bench-upload-'));
  const server = spawn(process.execPath, [SERVER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const first = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
    const places = JSON.parse(String(first.value)) as Places;
    const rounds = Number(options['rounds']);
    say(`${String(rounds)} files of ${String(FILE)} MiB each`);
    const contenders = { ours: () => send(places, 1), peer: () => sendPlain(places) };
    const times = await interleave(contenders, { rounds, warmUp: 2 });
    say('eleven such files in one form');
    const growth = await growthOf(server.pid ?? 0, places);
    const ours = median(times.ours);
    const faults = growth > GROWTH ? [`memory grew by ${growth.toFixed(1)} MiB, more than ${String(GROWTH)}`] : [];
    const what = `${String(FILE)} MiB uploaded`;
    const peer = { peer: median(times.peer), peerName: 'plain node:http to a file' };
    const counts = {
      'ours, MiB/s': Math.round((FILE / ours) * 1000),
      'peer, MiB/s': Math.round((FILE / peer.peer) * 1000),
      'memory growth for 1 GiB, MiB': growth.toFixed(1),
      'unfinished files left': readdirSync(join(folder, 'store/incoming')).length,
    };
    return judged({ benchmark: 'upload', comparisons: [{ what, ours, ...peer, target: TARGET }], counts, faults });
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
};
