import type { Language } from '../../core/kernel/text.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import type { LabelArtwork } from '../../formats/label-artwork/label-artwork.ts';
import { renderLabelSvg } from '../../formats/label-artwork/label-svg.ts';
import { mostStars } from '../parts/stars.ts';

/** Drawings kept in memory, about 30 KB each. */
const MOST_KEPT = 300;

/** Draws labels for pages and keeps the last ones: what a label shows never changes (DOMAIN §6: no expiry date on it). */
export class Artwork {
  readonly #kept = new Map<string, Promise<string | undefined>>();
  readonly #baseUrl: string;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /**
   * The label as SVG: the full shape, or the one without words where the scheme's name does not fit. Undefined once the
   * label has lapsed, and where it cannot be drawn at all.
   */
  of(label: ShownLabel, language: Language): Promise<string | undefined> {
    if (label.state === 'lapsed') return Promise.resolve(undefined);
    const key = `${language} ${label.record.number}`;
    const drawing = this.#kept.get(key) ?? this.#draw(label, language);
    this.#kept.delete(key);
    this.#kept.set(key, drawing);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST_KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
    return drawing;
  }

  async #draw({ record, level, scheme }: ShownLabel, language: Language): Promise<string | undefined> {
    const label: LabelArtwork = {
      stars: level.stars,
      of: mostStars(scheme),
      levelName: level.name,
      schemeName: scheme.name,
      registrationNumber: record.number,
      pageUrl: `${this.#baseUrl}/l/${record.number}`,
    };
    const full = await renderLabelSvg({ label, language, variant: 'horizontal' });
    if (full.ok) return full.value;
    const compact = await renderLabelSvg({ label, language, variant: 'compact' });
    return compact.ok ? compact.value : undefined;
  }
}
