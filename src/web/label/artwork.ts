import type { Language } from '../../core/kernel/text.ts';
import { labelArtworkOf } from '../../app/label/download-artwork.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import type { Deps } from '../../app/ports.ts';
import type { LabelVariant } from '../../formats/label-artwork/label-artwork.ts';
import { renderLabelSvg } from '../../formats/label-artwork/label-svg.ts';

/** Longest public record, in characters of JSON, beside which the full drawing (11 KB) leaves a page within its weight. */
const ROOM = 8000;

/** Drawings kept in memory, about 30 KB each. */
const MOST_KEPT = 300;

/** A label drawn for a page. */
export type DrawnLabel = { readonly variant: LabelVariant; readonly svg: string };

/** Draws labels for pages and keeps the last ones: what a label shows never changes (DOMAIN §6: no expiry date on it). */
export class Artwork {
  readonly #kept = new Map<string, Promise<DrawnLabel | undefined>>();
  readonly #deps: Pick<Deps, 'baseUrl'>;

  constructor(deps: Pick<Deps, 'baseUrl'>) {
    this.#deps = deps;
  }

  /**
   * The label as SVG: the full shape, or the small one without words where there is much else on the page or the scheme's
   * name does not fit. Undefined once the label has lapsed, and where it cannot be drawn at all.
   */
  of(label: ShownLabel, language: Language): Promise<DrawnLabel | undefined> {
    if (label.state === 'lapsed') return Promise.resolve(undefined);
    const key = `${language} ${label.record.number}`;
    const drawing = this.#kept.get(key) ?? this.#draw(label, language);
    this.#kept.delete(key);
    this.#kept.set(key, drawing);
    // What could not be drawn once is drawn anew, not refused until others push it out.
    drawing.catch(() => this.#kept.delete(key));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST_KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
    return drawing;
  }

  async #draw({ record, scheme }: ShownLabel, language: Language): Promise<DrawnLabel | undefined> {
    const label = labelArtworkOf(this.#deps, scheme, record);
    const hasRoom = JSON.stringify(record).length <= ROOM;
    const full = hasRoom ? await renderLabelSvg({ label, language, variant: 'horizontal' }) : undefined;
    if (full?.ok === true) return { variant: 'horizontal', svg: full.value };
    const compact = await renderLabelSvg({ label, language, variant: 'compact' });
    return compact.ok ? { variant: 'compact', svg: compact.value } : undefined;
  }
}
