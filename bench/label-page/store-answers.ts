import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { searchKey } from '../../src/core/kernel/fold.ts';
import type { StoredKind } from '../../src/app/stored-page/stored-page.ts';
import { weakEtag } from '../../src/web/guard/freshness.ts';
import type { World } from '../../testing/builders/world.ts';

/** Under which name of the program the answers of a bench are stored. */
export const EDITION = 'bench';

const AT_ONCE = 400;

const compress = promisify(gzip);

/** A text that is about one label, about another one. */
function about(text: string, from: string, to: string): string {
  const [lower, wanted] = [searchKey(from), searchKey(to)];
  return text.replaceAll(from, to).replaceAll(lower, wanted).replaceAll(lower.toUpperCase(), wanted.toUpperCase());
}

/**
 * Stores an answer of each label as if everybody had been asked for once: the first label's, which the application made,
 * with the number of each in its place.
 */
export async function storeAnswers(
  world: World,
  made: { readonly kind: StoredKind; readonly text: string; readonly modified: string | null },
  numbers: readonly string[],
): Promise<void> {
  const [first = ''] = numbers;
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = numbers.slice(from, from + AT_ONCE);
    const texts = some.map((number) => about(made.text, first, number));
    const bodies = await Promise.all(texts.map((text) => compress(text)));
    await world.deps.db.pool.query(
      `insert into stored_pages (number, kind, edition, made_on, etag, modified, body)
        select number, $1, $2, $3, etag, $4, body from unnest($5::text[], $6::text[], $7::text[]) as made (number, etag, body)
        on conflict do nothing`,
      [
        made.kind,
        EDITION,
        world.today(),
        made.modified,
        some,
        texts.map(weakEtag),
        bodies.map((body) => body.toString('base64')),
      ],
    );
  }
}
