import type { CriteriaSet, Criterion } from '../scheme/scheme.ts';
import { partOf, withPart } from './application-parts.ts';
import type { Application } from './application.ts';
import { evidenceNames } from './evidence-names.ts';
import { fileByName } from './file-by-name.ts';
import { judgedOn } from './judged-on.ts';

/** Where a file belongs that came without being added to a criterion. */
type EvidencePlace = {
  /** The name the answers use for it. */
  readonly name: string;
  /** The criteria it is evidence for, by id; none where neither the answers nor its own name tell. */
  readonly criteria: readonly string[];
};

/** Whether a file's name begins with the id of a criterion, in any width and case, and the id ends there. */
function isNamedAfter(name: string, { id }: Criterion): boolean {
  const [start, wanted] = [name.normalize('NFKC').toUpperCase(), id.normalize('NFKC').toUpperCase()];
  return start.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(start.slice(wanted.length));
}

/**
 * The place of a file by its name alone: where the answers name it, or else the criterion whose id its name begins with
 * (`S1.1-02_rules.pdf`).
 */
export function evidencePlace(
  name: string,
  { application, set }: { readonly application: Application; readonly set: CriteriaSet },
): EvidencePlace {
  const named = fileByName(evidenceNames(application))(name);
  if (named !== undefined) {
    const rows = application.determinations.filter(({ evidence }) => evidence?.includes(named));
    return { name: named, criteria: [...new Set(rows.flatMap(({ criterion }) => criterion ?? []))] };
  }
  return { name, criteria: set.criteria.filter((one) => isNamedAfter(name, one)).map(({ id }) => id) };
}

/** The application in which a file is evidence for a criterion, on every interface it is judged on. */
export function withEvidence(
  application: Application,
  { name, criterion }: { readonly name: string; readonly criterion: Criterion },
): Application {
  return judgedOn(application, criterion).reduce((now, on) => {
    const part = { kind: 'determination', criterion: criterion.id, interface: on, column: 'evidence' } as const;
    const before = (partOf(now, part) ?? []) as readonly string[];
    return before.includes(name) ? now : withPart(now, part, [...before, name]);
  }, application);
}
