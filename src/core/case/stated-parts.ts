import { TABLES, type TableId } from './application-items.ts';
import { partOf, type Part } from './application-parts.ts';
import type { Application, DeterminationRow } from './application.ts';
import { isSameContent } from './merge-parts.ts';

const FILLED = (Object.keys(TABLES) as TableId[]).filter((table) => table !== 'determinations');

function ofRow(row: DeterminationRow): readonly Part[] {
  const { criterion } = row;
  if (criterion === undefined) return [];
  const columns = (Object.keys(row) as (keyof DeterminationRow)[]).filter(
    (column) => column !== 'criterion' && column !== 'interface',
  );
  return columns.map((column) => ({ kind: 'determination', criterion, interface: row.interface, column }));
}

/** Every part of an application in which something is answered: answers, then tables, then what was determined. */
export function statedParts(application: Application): readonly Part[] {
  const single = (['answers', 'scope', 'profile'] as const).flatMap((kind) =>
    Object.keys(application[kind]).map((id): Part => ({ kind, id })),
  );
  const tables = FILLED.map((table): Part => ({ kind: 'table', table }));
  return [...single, ...tables, ...application.determinations.flatMap(ofRow)].filter(
    (part) => !isSameContent(partOf(application, part), undefined),
  );
}
