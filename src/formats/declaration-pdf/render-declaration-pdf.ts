import { readFile } from 'node:fs/promises';
import type { Language } from '../../core/kernel/text.ts';
import { toDrawableText } from '../typeface/drawable-text.ts';
import type { OutlineFont } from '../typeface/outline-font.ts';
import { loadSchemeTypeface } from '../typeface/scheme-typeface.ts';
import { compilePdf } from '../typst/compile-pdf.ts';
import type { DeclarationDocument } from './declaration-document.ts';
import { toDeclarationSheet } from './declaration-sheet.ts';

/**
 * The supplier's declaration of conformity as tagged PDF (PDF/UA-1, ISO 14289-1) on A4; the same document gives the same
 * bytes. Characters outside the typeface appear as `[U+05D0]`, invisible ones too, so that nothing typed is lost.
 */
export async function renderDeclarationPdf(document: DeclarationDocument, language: Language): Promise<Uint8Array> {
  const [template, { regular }] = await Promise.all([
    readFile(new URL('declaration.typ', import.meta.url), 'utf8'),
    loadSchemeTypeface(),
  ]);
  const sheet = JSON.stringify(toDeclarationSheet(document, language), (_key, value: unknown) =>
    typeof value === 'string' ? drawableLines(value, regular) : value,
  );
  return compilePdf({ template, inputs: { sheet }, standard: 'ua-1' });
}

function drawableLines(text: string, font: OutlineFont): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => toDrawableText(line.replaceAll('\t', ' '), font))
    .join('\n');
}
