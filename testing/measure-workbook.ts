import { readFileSync } from 'node:fs';
import { closeWorkbookReader, readWorkbook } from '../src/formats/workbook/read-workbook.ts';

/** Reads the named file as often as asked in a process of its own and prints the answer, the time and the peak memory. */
const [file = '', times = '1'] = process.argv.slice(2);

function peakMegabytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const bytes = readFileSync(file);
const started = performance.now();
let code = '';
let halfway = 0;
for (let round = 0; round < Number(times); round += 1) {
  const answer = await readWorkbook(bytes);
  code = answer.ok ? 'read' : answer.error.code;
  if (round === Math.floor(Number(times) / 2)) halfway = process.memoryUsage.rss() / 1024 / 1024;
}
const rss = process.memoryUsage.rss() / 1024 / 1024;
console.log(JSON.stringify({ code, milliseconds: performance.now() - started, peak: peakMegabytes(), halfway, rss }));
await closeWorkbookReader();
