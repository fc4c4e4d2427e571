import type { ShownLabel } from '../../app/label/find-label.ts';
import type { Language } from '../../core/kernel/text.ts';
import { weakEtag } from '../guard/freshness.ts';

/** A page as it is sent, and what tells it from others at the same address. */
type KeptPage = { readonly text: string; readonly etag: string };

/** Pages kept in memory, about 30 KB each. */
const MOST_KEPT = 1000;

/** The pages asked for last, ready to be sent again as long as everything they were made from is the same. */
export class KeptPages {
  readonly #kept = new Map<string, KeptPage & { readonly stored: string }>();

  /** The page of a label: kept, or made now. All it is made from must be in the label and the two other arguments. */
  async of(
    { stored, state, today, isPast, publishedAt, record }: ShownLabel,
    { language, logPlace }: { readonly language: Language; readonly logPlace: number | undefined },
    make: () => Promise<string>,
  ): Promise<KeptPage> {
    const facts = [language, record.number, state, today, isPast, publishedAt, logPlace];
    const key = facts.map(String).join(' ');
    const before = this.#kept.get(key);
    // the record itself is compared: a database somebody has altered must not be hidden by what is remembered
    if (before?.stored === stored) {
      this.#kept.delete(key);
      this.#kept.set(key, before);
      return before;
    }
    const text = await make();
    const page = { text, etag: weakEtag(text), stored };
    this.#kept.set(key, page);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST_KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
    return page;
  }
}
