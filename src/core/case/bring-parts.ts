import { partName, partOf, withPart, type Part, type PartValue } from './application-parts.ts';
import type { Application, DeterminationRow } from './application.ts';
import { contentKey, isSameContent } from './merge-parts.ts';
import { statedParts } from './stated-parts.ts';

/** A part in which a copy that was worked on elsewhere says something else than the draft does now. */
export type BroughtPart = {
  readonly part: Part;
  readonly name: string;
  /** What the draft says. */
  readonly now: PartValue;
  /** What the copy says. */
  readonly brought: PartValue;
  /**
   * `taken` changed in the copy alone; `kept` changed in the draft alone; `asked` changed in both; `closed` may not be
   * changed at all. Where nobody knows what the copy was made with, what only one side says is that side's change.
   */
  readonly fate: 'taken' | 'kept' | 'asked' | 'closed';
};

/** What is known of the draft besides what it says. */
export type BringingFacts = {
  /** Whether a part of one of the two says what the copy was made with; undefined where nobody knows. */
  readonly isAsCopied: (application: Application, part: Part) => boolean | undefined;
  /** Names of the parts into which something was typed that cannot be read. */
  readonly unread: ReadonlySet<string>;
  readonly isOpen: (part: Part) => boolean;
};

type Sides = { readonly draft: Application; readonly copy: Application };

/** Where nobody knows what a copy was made with, only what both sides answered differently is a question. */
function fateOfUnknown({ draft, copy }: Sides, part: Part, { unread }: BringingFacts): BroughtPart['fate'] {
  const isSaid = (application: Application): boolean => contentKey(partOf(application, part)) !== '';
  if (unread.has(partName(part))) return 'asked';
  if (!isSaid(draft)) return 'taken';
  return isSaid(copy) ? 'asked' : 'kept';
}

function fateOf({ draft, copy }: Sides, part: Part, facts: BringingFacts): BroughtPart['fate'] {
  if (!facts.isOpen(part)) return 'closed';
  const isCopyUntouched = facts.isAsCopied(copy, part);
  if (isCopyUntouched === undefined) return fateOfUnknown({ draft, copy }, part, facts);
  if (isCopyUntouched) return 'kept';
  const isDraftUntouched = facts.isAsCopied(draft, part) === true && !facts.unread.has(partName(part));
  return isDraftUntouched ? 'taken' : 'asked';
}

/** Every part in which a copy differs from its draft, with what becomes of it. */
export function broughtParts(sides: Sides, facts: BringingFacts): readonly BroughtPart[] {
  const { draft, copy } = sides;
  const all = new Map([...statedParts(draft), ...statedParts(copy)].map((part) => [partName(part), part]));
  return [...all].flatMap(([name, part]): readonly BroughtPart[] => {
    const [now, brought] = [partOf(draft, part), partOf(copy, part)];
    return isSameContent(now, brought) ? [] : [{ part, name, now, brought, fate: fateOf(sides, part, facts) }];
  });
}

function saysNothing(row: DeterminationRow): boolean {
  return Object.keys(row).every((column) => column === 'criterion' || column === 'interface');
}

/** The draft in which some parts say what the copy says; rows about which nothing is said any more are gone. */
export function withBroughtParts(draft: Application, parts: readonly BroughtPart[]): Application {
  const after = parts.reduce((now, { part, brought }) => withPart(now, part, brought), draft);
  const before = new Set(draft.determinations.filter(saysNothing));
  return { ...after, determinations: after.determinations.filter((row) => before.has(row) || !saysNothing(row)) };
}
