import type { FileScan, MalwareScanner } from '../../src/app/ports.ts';
import { ok } from '../../src/core/kernel/result.ts';

/** What the scanner of the demonstration takes for malware; harmless, and no real scanner minds it. */
export const DEMONSTRATION_MALWARE = 'SHIRUSHI-DEMONSTRATION-MALWARE-TEST-FILE';

const ENGINE = { engine: 'Simulated scanner', signatures: '1' } as const;
const INFECTED: FileScan = { outcome: 'infected', finding: 'Shirushi.Demonstration', ...ENGINE };

/** The scanner of the demonstration and of tests: everything is clean except what holds the marker. */
export const simulatedScanner: MalwareScanner = {
  scan: async (content) => {
    const marker = Buffer.from(DEMONSTRATION_MALWARE);
    let tail: Buffer = Buffer.alloc(0);
    for await (const chunk of content) {
      const seen = Buffer.concat([tail, chunk]);
      if (seen.includes(marker)) return ok(INFECTED);
      tail = Buffer.from(seen.subarray(Math.max(0, seen.length - marker.length + 1)));
    }
    return ok({ outcome: 'clean', ...ENGINE });
  },
};
