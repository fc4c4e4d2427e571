import { canonicalJson } from '../log/canonical-json.ts';
import { partOf, withPart, type Part, type PartValue } from './application-parts.ts';
import type { Application } from './application.ts';

/** What somebody did to a part in a form: what it held when they began, and what they put there. */
export type PartChange = { readonly part: Part; readonly before: PartValue; readonly after: PartValue };

/** A part that another person changed to something else meanwhile: theirs stays until somebody chooses. */
export type PartConflict = { readonly part: Part; readonly mine: PartValue; readonly theirs: PartValue };

/** Whether two contents of a part say the same; an empty list or text says nothing. */
export function isSameContent(one: PartValue, other: PartValue): boolean {
  return contentKey(one) === contentKey(other);
}

/** A text that is equal for contents that say the same, and empty where nothing is said. */
export function contentKey(value: PartValue): string {
  const isNothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isNothing ? '' : canonicalJson(JSON.parse(JSON.stringify(value)));
}

/**
 * Brings the changes of one person into what the application holds now. What they left as they found it stays as it is
 * now, what only they changed is taken, and what both changed differently is a conflict in which nothing is overwritten.
 */
export function mergeParts(
  current: Application,
  changes: readonly PartChange[],
): { readonly application: Application; readonly conflicts: readonly PartConflict[] } {
  let application = current;
  const conflicts: PartConflict[] = [];
  for (const { part, before, after } of changes) {
    if (isSameContent(before, after)) continue;
    const theirs = partOf(application, part);
    if (isSameContent(theirs, before)) application = withPart(application, part, after);
    else if (!isSameContent(theirs, after)) conflicts.push({ part, mine: after, theirs });
  }
  return { application, conflicts };
}
