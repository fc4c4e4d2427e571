import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { countNotCleared } from './clearance.ts';

test('malware is never cleared; a file that waits is not where files are scanned (DOMAIN §5.6)', () => {
  const found = { infected: 2, waiting: 3 };
  equal(
    [true, false].map((areScanned) => countNotCleared(found, areScanned)),
    [5, 2],
  );
  equal(countNotCleared({ infected: 0, waiting: 0 }, true), 0);
});
