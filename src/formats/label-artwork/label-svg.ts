import { ok, type Result } from '../../core/kernel/result.ts';
import { loadSchemeTypeface } from '../typeface/scheme-typeface.ts';
import type { Path, PathStep } from '../typeface/path.ts';
import type { LabelArtworkRefused, LabelRequest } from './label-artwork.ts';
import { drawLabel, type LabelDrawing } from './label-drawing.ts';
import { labelWords } from './label-words.ts';
import { escapeXml } from '../xml/escape-xml.ts';

/** The label as SVG at its smallest printed size: outlines in one ink on white, no fonts, no script, no links out. */
export async function renderLabelSvg(request: LabelRequest): Promise<Result<string, LabelArtworkRefused>> {
  const drawing = drawLabel(request, await loadSchemeTypeface());
  return drawing.ok ? ok(labelSvg(drawing.value, request)) : drawing;
}

/** Writes a drawing down as SVG. */
export function labelSvg(drawing: LabelDrawing, { label, language }: LabelRequest): string {
  const { width, height, printedSize } = drawing;
  const { title, description } = labelWords(label, language);
  const ink = drawing.ink.map(
    ({ path, rule }) => `<path${rule === 'evenodd' ? ' fill-rule="evenodd"' : ''} d="${pathText(path)}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(printedSize.widthMm)}" height="${millimetres(printedSize.heightMm)}"`,
    ` viewBox="0 0 ${width} ${height}" role="img" xml:lang="${language}" aria-labelledby="label-title label-description">`,
    `<title id="label-title">${escapeXml(title)}</title>`,
    `<desc id="label-description">${escapeXml(description)}</desc>`,
    `<path fill="#fff" d="${pathText(drawing.ground)}"/>`,
    `<g fill="#000">${ink.join('')}</g>`,
    '</svg>\n',
  ].join('');
}

function millimetres(length: number): string {
  return `${Number(length.toFixed(4))}mm`;
}

/** A hundredth of a module is four thousandths of a millimetre, a tenth of a dot at 600 dpi. */
const rounded = (number: number): number => Math.round(number * 100) / 100;

function stepText(step: PathStep): string {
  const [command] = step;
  if (command === 'Z') return command;
  const point = `${command}${rounded(step[1])} ${rounded(step[2])}`;
  return command === 'Q' ? `${point} ${rounded(step[3])} ${rounded(step[4])}` : point;
}

/** Texts of outlines that many labels share: words, stars and frame. */
const known = new WeakMap<Path, string>();

function pathText(path: Path): string {
  let text = known.get(path);
  if (text === undefined) {
    text = path.map(stepText).join('');
    known.set(path, text);
  }
  return text;
}
