/** A process of its own that asks for one page over many connections at once: `ask-often.ts URL COOKIE CONNECTIONS TIMES`. */
import { Agent, get } from 'node:http';

const [url = '', cookie = '', connections = '', times = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });

/** Milliseconds until the last byte of one answer. */
function ask(): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`answered with ${String(answer.statusCode)}`));
      answer.resume();
      answer.once('end', () => resolve(performance.now() - start));
    }).once('error', reject);
  });
}

async function rounds(count: number): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let n = 0; n < count; n += 1) waits.push(await ask());
  return waits;
}

const each = Math.ceil(Number(times) / Number(connections));
const all = (count: number) => Promise.all(Array.from({ length: Number(connections) }, () => rounds(count)));
await all(3);
console.log(JSON.stringify((await all(each)).flat()));
agent.destroy();
