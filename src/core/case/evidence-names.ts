import type { Application } from './application.ts';

/** The names of the files an application's answers speak of. */
export function evidenceNames({ determinations }: Application): ReadonlySet<string> {
  return new Set(determinations.flatMap((row) => row.evidence ?? []));
}
