import { ROLES } from '../src/core/access/actor.ts';
import { PERMISSIONS, type Grant } from '../src/core/access/permissions.ts';

const HEAD = `<!-- Written by \`npm run generate\` from src/core/access/permissions.ts. -->

# Who may do and read what

What is not in this table cannot be done. Roles and mandates are read with each request. **own**: subjects of one's own organisation. **mandated**: those of a vendor whose mandate covers one's organisation today; a mandate limited to some applications reaches only these. **self**: what is one's own as a person. **any**: anybody's. A subject that is out of reach is answered like one that does not exist.

When an act is possible is another question: [lifecycles.md](../lifecycles.md).

`;

const COLUMNS = [...ROLES, 'system', 'public'] as const;

function reachOf(grants: readonly Grant[], column: (typeof COLUMNS)[number]): string {
  const isPerson = column !== 'system' && column !== 'public';
  const found = grants.filter(({ role }) => role === column || role === 'public' || (role === 'person' && isPerson));
  return [...new Set(found.map(({ over }) => over))].join(', ');
}

/** The access table as a page of the documentation. */
export function accessPage(): string {
  const rows = Object.entries(PERMISSIONS).map(
    ([act, grants]) => `| \`${act}\` | ${COLUMNS.map((column) => reachOf(grants, column)).join(' | ')} |`,
  );
  return [
    `${HEAD}| Act or read | ${COLUMNS.join(' | ')} |`,
    `| --- |${' --- |'.repeat(COLUMNS.length)}`,
    ...rows,
    '',
  ].join('\n');
}
