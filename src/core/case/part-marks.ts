import type { Sha256 } from '../kernel/ids.ts';
import { partName, partOf, type Part } from './application-parts.ts';
import type { Application } from './application.ts';
import { contentKey } from './merge-parts.ts';
import { statedParts } from './stated-parts.ts';

/**
 * What a copy of a draft remembers of it: which draft, in which version, and a mark of each part that was answered. A mark
 * tells whether a part says the same as then and holds no answer; who sees it can still find a short one by trying.
 */
export type DraftMarks = {
  /** The application number of the draft. */
  readonly draft: string;
  readonly version: number;
  /** Marks by the names of parts; one that is not there was not answered. */
  readonly marks: ReadonlyMap<string, string>;
};

/** Hexadecimal digits of a mark: enough to tell two answers to one question apart. */
const DIGITS = 16;

/** Which draft is marked, and the hash its marks are made with. */
type Marking = Omit<DraftMarks, 'marks'> & { readonly sha256: (text: string) => Sha256 };

/** The mark of what a part of a draft holds; undefined where nothing is answered. */
export function markOf(application: Application, part: Part, { draft, version, sha256 }: Marking): string | undefined {
  const key = contentKey(partOf(application, part));
  if (key === '') return undefined;
  return sha256([draft, String(version), partName(part), key].join('\n')).slice(0, DIGITS);
}

/** The marks of everything answered in a draft. */
export function draftMarks(application: Application, marking: Marking): DraftMarks {
  const marks = statedParts(application).map(
    (part) => [partName(part), markOf(application, part, marking) ?? ''] as const,
  );
  return { draft: marking.draft, version: marking.version, marks: new Map(marks) };
}
