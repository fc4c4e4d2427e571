import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { zipSignature } from './file-signature.ts';
import { listParts } from './list-parts.ts';
import { packageLayout, type PackageLayout } from './package-layout.ts';
import { refuseHazardousContent, refuseHazardousNames } from './refuse-hazards.ts';
import { scanMarkup } from './scan-markup.ts';
import { sheetExtent } from './sheet-extent.ts';
import { unpackParts } from './unpack-parts.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** A workbook found safe to parse, reduced to the parts that carry cells. */
export type InspectedArchive = {
  readonly sheetNames: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The furthest row and column with content over all sheets, counted from 1; both at least 1. */
  readonly lastRow: number;
  readonly lastColumn: number;
};

type Reach = {
  readonly lastRow: number;
  readonly lastColumn: number;
  /** XML elements in each sheet's part. */
  readonly elements: ReadonlyMap<string, number>;
};

function measureSheets(
  layout: PackageLayout,
  parts: ReadonlyMap<string, Uint8Array>,
  limits: WorkbookLimits,
): Result<Reach, WorkbookRefusal> {
  let [lastRow, lastColumn] = [1, 1];
  const elements = new Map<string, number>();
  for (const { name: sheet, part } of layout.sheets) {
    const extent = sheetExtent(parts.get(part) ?? new Uint8Array(), limits);
    if (extent.misplaced) return refused({ code: 'unreadable_workbook', reason: `misplaced cell in ${part}` });
    if (extent.lastRow > limits.rows) {
      return refused({ code: 'too_many_rows', sheet, limit: limits.rows, found: extent.lastRow });
    }
    if (extent.lastColumn > limits.columns) {
      return refused({ code: 'too_many_columns', sheet, limit: limits.columns, found: extent.lastColumn });
    }
    lastRow = Math.max(lastRow, extent.lastRow);
    lastColumn = Math.max(lastColumn, extent.lastColumn);
    elements.set(part, extent.elements);
  }
  const cells = lastRow * lastColumn * layout.sheets.length;
  if (cells > limits.cells) return refused({ code: 'too_many_cells', limit: limits.cells, found: cells });
  return ok({ lastRow, lastColumn, elements });
}

/** The part at which the elements of all needed parts exceed the limit, if they do; those of sheets are counted already. */
function refuseComplexity(
  parts: ReadonlyMap<string, Uint8Array>,
  counted: ReadonlyMap<string, number>,
  limit: number,
): WorkbookRefusal | undefined {
  let found = 0;
  for (const [part, bytes] of parts) {
    found += counted.get(part) ?? scanMarkup(bytes).elements;
    if (found > limit) return { code: 'too_complex', part, limit, found };
  }
  return undefined;
}

function measure(
  unpacked: ReadonlyMap<string, Uint8Array>,
  limits: WorkbookLimits,
): Result<InspectedArchive, WorkbookRefusal> {
  const layout = packageLayout(unpacked);
  if (!layout.ok) return layout;
  const { sheets, needed } = layout.value;
  if (sheets.length > limits.sheets) {
    return refused({ code: 'too_many_sheets', limit: limits.sheets, found: sheets.length });
  }
  const parts = new Map(needed.map((name) => [name, unpacked.get(name) ?? new Uint8Array()]));
  const reach = measureSheets(layout.value, parts, limits);
  if (!reach.ok) return reach;
  const { lastRow, lastColumn, elements } = reach.value;
  const complexity = refuseComplexity(parts, elements, limits.elements);
  if (complexity !== undefined) return refused(complexity);
  return ok({ sheetNames: sheets.map(({ name }) => name), parts, lastRow, lastColumn });
}

/**
 * Decides whether a file may be parsed as a workbook, at a cost that the limits bound whatever the file claims.
 * The parser is given only what was inspected here, repacked, so that no second reading of the zip can differ.
 */
export async function inspectArchive(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<Result<InspectedArchive, WorkbookRefusal>> {
  if (bytes.length > limits.fileBytes) {
    return refused({ code: 'file_too_large', limit: limits.fileBytes, found: bytes.length });
  }
  const file = zipSignature(bytes);
  if (!file.ok) return file;
  const listed = await listParts(file.value, limits);
  if (!listed.ok) return listed;
  const named = refuseHazardousNames(listed.value.map(({ name }) => name));
  if (named !== undefined) return refused(named);
  const unpacked = unpackParts(file.value, listed.value, limits);
  if (!unpacked.ok) return unpacked;
  const hazard = refuseHazardousContent(unpacked.value);
  return hazard === undefined ? measure(unpacked.value, limits) : refused(hazard);
}
