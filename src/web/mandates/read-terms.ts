import type { StatedTerms } from '../../app/parties/mandate-scope.ts';
import { foldIdentifier } from '../../core/kernel/fold.ts';
import { parseDayLeniently } from '../../formats/answers/parse-day-leniently.ts';
import type { Fault } from '../parts/error-summary.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** What was typed of a mandate's terms, to be shown again. */
export type TypedTerms = {
  readonly from: string;
  readonly until: string;
  readonly scope: string;
  readonly numbers: readonly string[];
  readonly allowsNew: boolean;
};

/** Terms as a form gives them, what was typed, and what is to be mended; the terms are there without faults only. */
type ReadTerms = {
  readonly typed: TypedTerms;
  readonly faults: readonly Fault[];
  readonly terms: StatedTerms | undefined;
};

/** Numbers chosen one by one, or typed one on a line in any width. */
function numbersIn(form: URLSearchParams): readonly string[] {
  const lines = form.getAll('numbers').flatMap((text) => text.split(/[\s,、，]+/));
  return [...new Set(lines.map(foldIdentifier).filter((number) => number !== ''))];
}

/** Reads period and scope of a mandate. */
export function readTerms({ say }: WorkspaceView, form: URLSearchParams): ReadTerms {
  const text = (name: string): string => form.get(name)?.trim() ?? '';
  const typed: TypedTerms = {
    from: text('from'),
    until: text('until'),
    scope: text('scope'),
    numbers: numbersIn(form),
    allowsNew: form.has('allowsNew'),
  };
  const faults: Fault[] = [];
  const day = (field: 'from' | 'until'): Temporal.PlainDate | undefined => {
    const read = parseDayLeniently(typed[field]);
    if (read.ok) return read.value;
    if (typed[field] !== '') faults.push({ field, words: say('mandates.day.unreadable') });
    else if (field === 'from') faults.push({ field, words: say('mandates.from.missing') });
    return undefined;
  };
  if (typed.scope !== 'all' && typed.scope !== 'some') {
    faults.push({ field: 'scope', words: say('mandates.scope.missing') });
  }
  const [from, until] = [day('from'), day('until')];
  const limits = typed.scope === 'all' ? {} : { numbers: typed.numbers, allowsNew: typed.allowsNew };
  return { typed, faults, terms: from === undefined || faults.length > 0 ? undefined : { from, until, ...limits } };
}
