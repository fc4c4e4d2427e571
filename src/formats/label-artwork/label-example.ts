import type { LabelArtwork } from './label-artwork.ts';

/** A label for tests; a test overrides what it is about. */
export function labelExample(changes: Partial<LabelArtwork> = {}): LabelArtwork {
  return {
    stars: 1,
    of: 4,
    levelName: { ja: 'レベル1（最低限の共通基準）', en: 'Level 1, common minimum' },
    schemeName: { ja: 'IoT製品セキュリティ適合性評価制度', en: 'IoT Product Security Conformity Assessment Scheme' },
    registrationNumber: 'S1-26-000123-K',
    pageUrl: 'https://shirushi.example/l/S1-26-000123-K',
    ...changes,
  };
}
