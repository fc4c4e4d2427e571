import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { folderOf, readRelations, relationsPart, resolveTarget } from './package-relations.ts';
import { scanMarkup } from './scan-markup.ts';
import { localName, tagAttributes } from './tag-attributes.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** A sheet that holds cells, and the part in which they are written. */
export type SheetPart = {
  readonly name: string;
  readonly part: string;
};

/** Where the parts that carry cells lie; everything else in the package is left unread. */
export type PackageLayout = {
  readonly sheets: readonly SheetPart[];
  /** Names of all parts the parser needs, sheets included. */
  readonly needed: readonly string[];
};

const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONS = '_rels/.rels';

function sheetEntries(workbook: Uint8Array): { name: string; relation: string }[] {
  const entries: { name: string; relation: string }[] = [];
  scanMarkup(workbook, (tag) => {
    if (tag.closing || localName(workbook, tag) !== 'sheet') return undefined;
    const attributes = tagAttributes(workbook, tag);
    const relation = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    entries.push({ name: attributes.get('name') ?? '', relation });
    return undefined;
  });
  return entries;
}

function workbookPart(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  const root = parts.get(ROOT_RELATIONS);
  if (root === undefined || !parts.has(CONTENT_TYPES)) return undefined;
  const office = readRelations(root).find((relation) => relation.kind === 'officeDocument');
  return office === undefined ? undefined : resolveTarget('', office.target);
}

/** Follows the relationships from the root to the sheets, as the parser will. */
export function packageLayout(parts: ReadonlyMap<string, Uint8Array>): Result<PackageLayout, WorkbookRefusal> {
  const main = workbookPart(parts);
  const workbook = main === undefined ? undefined : parts.get(main);
  const relationsName = relationsPart(main ?? '');
  const relations = parts.get(relationsName);
  if (main === undefined || workbook === undefined || relations === undefined)
    return refused({ code: 'not_a_workbook' });
  const targets = readRelations(relations).map((relation) => ({
    ...relation,
    part: resolveTarget(folderOf(main), relation.target),
  }));
  const sheets = sheetEntries(workbook).flatMap(({ name, relation }) => {
    const target = targets.find(({ id, kind }) => id === relation && kind === 'worksheet');
    return target === undefined || !parts.has(target.part) ? [] : [{ name, part: target.part }];
  });
  if (sheets.length === 0) return refused({ code: 'not_a_workbook' });
  const shared = targets.filter(({ kind }) => kind === 'sharedStrings' || kind === 'styles').map(({ part }) => part);
  const needed = [CONTENT_TYPES, ROOT_RELATIONS, main, relationsName, ...shared, ...sheets.map(({ part }) => part)];
  return ok({ sheets, needed: [...new Set(needed)].filter((part) => parts.has(part)) });
}
