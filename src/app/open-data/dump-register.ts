import { csvLine } from '../../formats/csv/write-csv.ts';
import { writeCp932 } from '../../formats/cp932/write-cp932.ts';
import type { ShownLabel } from '../label/find-label.ts';
import type { Deps } from '../ports.ts';
import { certification, COLUMNS, dumpedLabel, tabledLabel } from './label-rows.ts';
import { publishedLabels } from './published-labels.ts';

/** How the characters of a table are written. */
export type TableEncoding = 'utf-8' | 'utf-8-bom' | 'cp932';

/** The whole register on a legal day as bytes, a page of labels at a time. */
type Dump = AsyncGenerator<Uint8Array>;

const utf8 = new TextEncoder();

async function* inPages(
  deps: Deps,
  on: Temporal.PlainDate,
  write: (labels: readonly ShownLabel[]) => Uint8Array,
): Dump {
  for await (const labels of publishedLabels(deps, on)) yield write(labels);
}

/** One label a line, as JSON; `onLabel` is told of each. */
export function dumpLines(deps: Deps, on: Temporal.PlainDate, onLabel?: (label: ShownLabel) => void): Dump {
  const line = (label: ShownLabel): string => {
    onLabel?.(label);
    return `${JSON.stringify(dumpedLabel(label, deps.baseUrl))}\n`;
  };
  return inPages(deps, on, (labels) => utf8.encode(labels.map(line).join('')));
}

const BOM = '\ufeff';

/** A table with a heading row. What cp932 cannot write is in `dumpUnwritten`. */
export async function* dumpTable(deps: Deps, on: Temporal.PlainDate, encoding: TableEncoding): Dump {
  const encode = (text: string): Uint8Array => (encoding === 'cp932' ? writeCp932(text).bytes : utf8.encode(text));
  yield encode((encoding === 'utf-8-bom' ? BOM : '') + csvLine(COLUMNS));
  yield* inPages(deps, on, (labels) =>
    encode(labels.map((label) => csvLine(tabledLabel(label, deps.baseUrl))).join('')),
  );
}

function unwrittenIn(label: ShownLabel, baseUrl: string): readonly string[] {
  const cells = tabledLabel(label, baseUrl);
  return COLUMNS.flatMap((column, place) =>
    writeCp932(cells[place] ?? '').unwritten.map(({ character, writtenAs }) => {
      const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return `${JSON.stringify({ number: label.record.number, column, character, codePoint, writtenAs })}\n`;
    }),
  );
}

/** What a table in cp932 does not say as it is: label, column, character and what stands for it, one a line. */
export function dumpUnwritten(deps: Deps, on: Temporal.PlainDate): Dump {
  return inPages(deps, on, (labels) =>
    utf8.encode(labels.flatMap((label) => unwrittenIn(label, deps.baseUrl)).join('')),
  );
}

/** Linked data in the words of schema.org: one graph of certifications. */
export async function* dumpGraph(deps: Deps, on: Temporal.PlainDate): Dump {
  yield utf8.encode('{"@context":"https://schema.org","@graph":[');
  let isFirst = true;
  for await (const labels of publishedLabels(deps, on)) {
    const nodes = labels.map((label) => JSON.stringify(certification(label, deps.baseUrl)));
    if (nodes.length > 0) yield utf8.encode((isFirst ? '\n' : ',\n') + nodes.join(',\n'));
    isFirst &&= nodes.length === 0;
  }
  yield utf8.encode('\n]}\n');
}
