import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { LANGUAGES, type Language } from '../../core/kernel/text.ts';
import { LABEL_VARIANTS, type LabelArtwork, type LabelVariant } from './label-artwork.ts';
import { CLEAR_SPACE_MM, MODULE_MM, smallestPrintedSize } from './label-dimensions.ts';
import { labelExample } from './label-example.ts';
import { renderLabelPng } from './label-png.ts';
import { renderLabelSvg } from './label-svg.ts';

async function svgOf(
  label: LabelArtwork,
  variant: LabelVariant = LABEL_VARIANTS[0],
  language: Language = 'ja',
): Promise<string> {
  const svg = await renderLabelSvg({ label, variant, language });
  assert.ok(svg.ok, JSON.stringify(svg));
  return svg.value;
}

test('the drawing is outlines only: no text, no font, no script, nothing loaded, one ink on white', async () => {
  for (const variant of LABEL_VARIANTS) {
    for (const language of LANGUAGES) {
      const svg = await svgOf(labelExample(), variant, language);
      equal([...new Set([...svg.matchAll(/<(\w+)/g)].map(([, name]) => name))], ['svg', 'title', 'desc', 'path', 'g']);
      equal(
        [...svg.matchAll(/fill="([^"]*)"/g)].map(([, colour]) => colour),
        ['#fff', '#000'],
      );
      assert.doesNotMatch(svg, /href|url\(|style|font/);
    }
  }
});

test('width and height are the smallest printed size in mm, and modules are never under 0.33 mm', async () => {
  for (const variant of LABEL_VARIANTS) {
    const svg = await svgOf(labelExample(), variant);
    const { widthMm, heightMm } = smallestPrintedSize(variant, 33);
    const [, width, height, modulesWide] =
      /width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 (\d+) \d+"/.exec(svg) ?? [];
    assert.ok(Math.abs(Number(width) - smallestPrintedSize(variant, 29).widthMm) < 0.001, `${width}`);
    assert.ok(Number(height) < heightMm && Number(width) < widthMm, 'a longer address makes a larger label');
    assert.ok(Number(width) / Number(modulesWide) >= 0.33 && MODULE_MM[variant] >= 0.33);
    assert.ok(CLEAR_SPACE_MM[variant] >= 4 * 0.33);
  }
});

test('people who do not see the label are told level, stars, number and page', async () => {
  const ja = await svgOf(labelExample({ stars: 3 }), 'compact', 'ja');
  assert.match(ja, /<title id="label-title">適合ラベル S1-26-000123-K<\/title>/);
  assert.match(ja, /レベル1（最低限の共通基準）、星4個のうち3個/);
  const en = await svgOf(labelExample({ stars: 3 }), 'horizontal', 'en');
  assert.match(en, /Level 1, common minimum, 3 of 4 stars.*https:\/\/shirushi\.example\/l\/S1-26-000123-K<\/desc>/);
  assert.match(en, /role="img" xml:lang="en"/);
});

test('names full of markup stay text', async () => {
  const hostile = `"><script>'&amp;</desc>`;
  const label = labelExample({ schemeName: { ja: hostile, en: hostile }, levelName: { ja: '<g>&', en: ']]>' } });
  for (const variant of LABEL_VARIANTS) {
    const svg = await svgOf(label, variant);
    assert.match(svg, /&quot;&gt;&lt;script&gt;&#39;&amp;amp;&lt;\/desc&gt;/);
    assert.doesNotMatch(svg, /<script|<\/desc>.*<\/desc>/);
    assert.ok((await renderLabelPng({ label, variant, language: 'ja' }, 300)).ok, 'it is still well-formed');
  }
});

test('the same label gives the same bytes', async () => {
  assert.equal(await svgOf(labelExample()), await svgOf(labelExample()));
});

const REFUSALS: readonly [string, Partial<LabelArtwork>, string][] = [
  ['no star', { stars: 0 }, 'stars_out_of_range'],
  ['more stars than levels', { stars: 5 }, 'stars_out_of_range'],
  ['half a star', { stars: 1.5 }, 'stars_out_of_range'],
  ['too many levels', { of: 8 }, 'stars_out_of_range'],
  ['an address that is none', { pageUrl: 'shirushi' }, 'page_address_unusable'],
  ['an address of another kind', { pageUrl: 'javascript:alert(1)' }, 'page_address_unusable'],
  ['an address beyond any small code', { pageUrl: `https://a.example/${'x'.repeat(400)}` }, 'page_address_too_long'],
  ['a number too long to be read', { registrationNumber: 'S'.repeat(60) }, 'text_too_long'],
  ['a scheme name too long to be read', { schemeName: { ja: '制度'.repeat(60), en: 'x' } }, 'text_too_long'],
  ['letters the typeface does not have', { schemeName: { ja: 'שלום', en: 'x' } }, 'text_not_drawable'],
  ['a letter that turns the text around', { registrationNumber: 'S1\u202e-26' }, 'text_not_drawable'],
  ['an empty name', { levelName: { ja: ' ', en: 'x' } }, 'text_not_drawable'],
];

for (const [what, changes, code] of REFUSALS) {
  test(`a label with ${what} is refused rather than drawn wrong`, async () => {
    const svg = await renderLabelSvg({ label: labelExample(changes), variant: 'horizontal', language: 'ja' });
    assert.equal(svg.ok ? 'drawn' : svg.error.code, code);
  });
}
