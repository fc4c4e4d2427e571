import { appendPublicFacts } from '../src/app/log/append-public-facts.ts';
import type { PublicFact } from '../src/db/public-log.ts';
import type { Tx } from '../src/db/transact.ts';
import { okOf } from './builders/world.ts';
import { TEST_LOG } from './test-signer.ts';

/** Appends a fact to the public log under the key of tests. */
export async function appendFact(tx: Tx, fact: PublicFact): Promise<void> {
  okOf(await appendPublicFacts(TEST_LOG, tx, [fact]));
}
