import { appendPublicFacts } from '../../src/app/log/append-public-facts.ts';
import { sha256Bytes } from '../../src/app/sha256.ts';
import { transact } from '../../src/db/transact.ts';
import { labelPublishedEntry } from '../../src/formats/public-log-entry/write-entry.ts';
import { okOf, type World } from '../../testing/builders/world.ts';

type Row = { readonly number: string; readonly record: string; readonly published_at: Temporal.Instant };

type Logging = Pick<World['deps'], 'db' | 'signer' | 'logOrigin'>;

async function append(deps: Logging, rows: readonly Row[]): Promise<void> {
  const facts = rows.map(({ number, record, published_at: at }) => {
    const entry = labelPublishedEntry(sha256Bytes, { number, record, publishedAt: at });
    return { at, kind: 'label-published', subject: number, entry };
  });
  okOf(await transact(deps.db, (tx) => appendPublicFacts(deps, tx, facts)));
}

/** Logs every published label that has no entry in the public log yet, in the order of publication. */
export async function logLabels(world: World): Promise<void> {
  for (;;) {
    const { rows } = await world.deps.db.pool.query<Row>(
      `select number, record, published_at from labels where published_at is not null
        and not exists (select from public_log where subject = number) order by published_at, number limit 2000`,
    );
    if (rows.length === 0) return;
    for (let from = 0; from < rows.length; from += 256) await append(world.deps, rows.slice(from, from + 256));
  }
}

/** Logs so many labels once more, spread over the register: as after an act that changes what is public about each. */
export async function changeLabels(world: World, count: number, round: number): Promise<void> {
  const { rows } = await world.deps.db.pool.query<Row>(
    `select number, record, published_at from labels where published_at is not null
      order by md5(number || $1) limit $2`,
    [String(round), count],
  );
  for (const row of rows) await append(world.deps, [row]);
}

/** Logs a label once more, in a transaction of its own. */
export async function logAgain(deps: Logging, number: string): Promise<void> {
  const { rows } = await deps.db.pool.query<Row>('select number, record, published_at from labels where number = $1', [
    number,
  ]);
  await append(deps, rows);
}
