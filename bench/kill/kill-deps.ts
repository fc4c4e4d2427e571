import { japaneseWorkingDays } from '../../src/adapters/japanese-working-days.ts';
import { openDiskFiles } from '../../src/adapters/disk-files.ts';
import { randomIds } from '../../src/adapters/random-ids.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import type { Deps } from '../../src/app/ports.ts';
import { loadScheme } from '../../src/app/scheme/load-scheme.ts';
import { migrate } from '../../src/db/migrate.ts';
import { MIGRATIONS } from '../../testing/migrations.ts';
import { japaneseScheme } from '../../testing/schemes.ts';
import { issuerKeysInMemory } from '../../testing/issuer-keys.ts';
import { TEST_LOG } from '../../testing/test-signer.ts';
import { SimulatedClock } from '../../testing/world/clock.ts';
import { filesOf, openPlace, type Place } from './place.ts';

/** A clock that moves on with every act, so that each act has a moment of its own. */
type ActClock = { readonly clock: SimulatedClock; readonly next: () => string };

const FIRST_DAY = '2026-04-01T00:00:00Z';

/** The clock of the nth process on a place: processes are six hours apart, acts one second. */
export function actClock(process: number): ActClock {
  const clock = new SimulatedClock(FIRST_DAY);
  clock.advance({ hours: 6 * process });
  const next = (): string => {
    clock.advance({ seconds: 1 });
    return clock.now().toString();
  };
  return { clock, next };
}

/** Everything acts need at a place, built in the order the program builds it; `onOpened` hears when migration begins. */
export async function openForActs(place: Place, { clock, next }: ActClock, onOpened: () => void): Promise<Deps> {
  const db = await openPlace(place);
  onOpened();
  const migrated = await migrate(db, MIGRATIONS, clock.now());
  if (!migrated.ok) throw new Error(`not migrated: ${JSON.stringify(migrated.error)}`);
  const files = await openDiskFiles(filesOf(place));
  next();
  const loaded = await loadScheme({ db, clock, ...TEST_LOG }, japaneseScheme);
  if (!loaded.ok) throw new Error(loaded.error.code);
  const scheme = loaded.value;
  const baseUrl = 'https://label.example.jp';
  return {
    db,
    clock,
    ids: randomIds(systemClock),
    files,
    ...TEST_LOG,
    issuerKeys: issuerKeysInMemory(),
    workingDays: japaneseWorkingDays,
    scheme,
    baseUrl,
  };
}
