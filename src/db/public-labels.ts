import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** A published label by its number, and the place of the newest entry about it in the public log. */
export type PublicPlace = { readonly number: string; readonly place: number };

/** The next published labels after a number, in the order of the numbers' characters (by code, not by a language's rules). */
export async function listPublicPlaces(
  db: Reader,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly PublicPlace[]> {
  const { rows } = await sql<{ number: string; place: number | null }>`
    with next as materialized (
      select number from labels where published_at is not null and number collate "C" > ${after}
      order by number collate "C" limit ${limit}
    )
    select next.number, (select max(log.index) from public_log log where log.subject = next.number) as place
    from next order by next.number collate "C"`.execute(db);
  return rows.map(({ number, place }) => {
    if (place === null) throw new Error(`label ${number} is public and not in the public log`);
    return { number, place };
  });
}
