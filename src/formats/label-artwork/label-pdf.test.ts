import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { equal } from '../../../testing/equal.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { LABEL_VARIANTS } from './label-artwork.ts';
import { smallestPrintedSize } from './label-dimensions.ts';
import { labelExample } from './label-example.ts';
import { renderLabelPdf } from './label-pdf.ts';

test('the page is exactly the artwork at its smallest printed size', async () => {
  for (const variant of LABEL_VARIANTS) {
    for (const language of LANGUAGES) {
      const pdf = await pdfOf({ label: labelExample(), variant, language });
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      const { widthMm, heightMm } = smallestPrintedSize(variant, 29);
      assert.ok(Math.abs((Number(width) * 25.4) / 72 - widthMm) < 0.001, `${width} pt is not ${widthMm} mm`);
      assert.ok(Math.abs((Number(height) * 25.4) / 72 - heightMm) < 0.001, `${height} pt is not ${heightMm} mm`);
    }
  }
});

test('the artwork is curves in black ink alone, without fonts and without pictures', async () => {
  const pdf = await pdfOf({ label: labelExample(), variant: 'horizontal', language: 'ja' });
  assert.doesNotMatch(pdf, /\/Font\b|\/Subtype ?\/Image/);
  const colours = new Set([...contentOf(pdf).matchAll(/^(?:[\d.]+ )+(?:k|g|rg|scn)$/gm)].map(([operator]) => operator));
  equal([...colours].sort(), ['0 0 0 0 k', '0 0 0 1 k']);
});

test('the file has a title and its picture a description', async () => {
  const pdf = await pdfOf({ label: labelExample(), variant: 'compact', language: 'en' });
  assert.match(pdf, /<rdf:li xml:lang="x-default">Conformance label S1-26-000123-K<\/rdf:li>/);
  assert.match(pdf, /\/Alt ?\(Conformance label/);
});

test('names that look like typesetting commands stay text', async () => {
  const hostile = '#panic() $x$ ] \\ *b*';
  const label = labelExample({ schemeName: { ja: hostile, en: hostile }, registrationNumber: '#x $y$ ]\\"' });
  assert.ok((await renderLabelPdf({ label, variant: 'horizontal', language: 'ja' })).ok);
});

test('the same label gives the same bytes', async () => {
  const request = { label: labelExample(), variant: 'compact', language: 'ja' } as const;
  assert.equal(await pdfOf(request), await pdfOf(request));
});

async function pdfOf(request: Parameters<typeof renderLabelPdf>[0]): Promise<string> {
  const pdf = await renderLabelPdf(request);
  assert.ok(pdf.ok, JSON.stringify(pdf));
  return Buffer.from(pdf.value).toString('latin1');
}

function contentOf(pdf: string): string {
  return [...pdf.matchAll(/\/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g)]
    .map(([, bytes]) => inflateSync(Buffer.from(bytes ?? '', 'latin1')).toString('latin1'))
    .join('\n');
}
