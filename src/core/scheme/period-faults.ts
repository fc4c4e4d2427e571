import { isBefore } from '../kernel/legal-day.ts';
import { fault, type ContentFault, type SchemeParts, type SchemePath } from './content-fault.ts';
import type { EffectivePeriod } from './scheme.ts';

/** An entry that is in force for a while; entries of one line succeed one another. */
type Dated = {
  readonly line: string;
  readonly path: SchemePath;
  readonly effective: EffectivePeriod;
  readonly gapless: boolean;
};

function datedEntries(parts: SchemeParts): readonly Dated[] {
  return [
    ...(parts.fees ?? []).map((fee, index) => ({
      line: ['fees', fee.level, fee.recognition ?? ''].join(' ').trim(),
      path: ['fees', index],
      effective: fee.effective,
      gapless: fee.recognition === undefined,
    })),
    ...(parts.validity ?? []).map((rule, index) => ({
      line: `validity ${rule.level}`,
      path: ['validity', index],
      effective: rule.effective,
      gapless: true,
    })),
    ...(parts.terms ?? []).map((terms, index) => ({
      line: `terms ${terms.kind}`,
      path: ['terms', index],
      effective: terms.effective,
      gapless: true,
    })),
    ...(parts.recognition ?? []).map((rule, index) => ({
      line: `recognition ${rule.id}`,
      path: ['recognition', index],
      effective: rule.effective,
      gapless: false,
    })),
    ...(parts.criteriaSets ?? []).flatMap((set, index) =>
      (set.productTypes === 'any' ? ['any'] : set.productTypes).map((type) => ({
        line: `criteria ${set.level} ${type}`,
        path: ['criteriaSets', index],
        effective: set.effective,
        gapless: true,
      })),
    ),
  ];
}

function isReversed({ effective }: Dated): boolean {
  return effective.until !== undefined && isBefore(effective.until, effective.from);
}

/** What lies between two neighbours of a line, the earlier named first: nothing, a gap, or an overlap. */
function between(earlier: Dated, later: Dated): readonly ContentFault[] {
  const path = [...later.path, 'effective', 'from'];
  const { until } = earlier.effective;
  const { from } = later.effective;
  if (until === undefined || !isBefore(until, from)) {
    return [fault('period_overlap', path, { line: later.line, from, started: earlier.effective.from })];
  }
  const next = until.add({ days: 1 });
  if (!later.gapless || next.equals(from)) return [];
  return [fault('period_gap', path, { line: later.line, first: next, last: from.subtract({ days: 1 }) })];
}

/** Periods that end before they begin, and lines of entries on some days of which two or none would be in force. */
export function periodFaults(parts: SchemeParts): readonly ContentFault[] {
  const entries = datedEntries(parts);
  const reversed = entries
    .filter(isReversed)
    .map(({ path, effective }) =>
      fault('period_reversed', [...path, 'effective'], { from: effective.from, until: effective.until ?? '' }),
    );
  const lines = Map.groupBy(
    entries.filter((entry) => !isReversed(entry)),
    (entry) => entry.line,
  );
  const neighbours = [...lines.values()].flatMap((line) => {
    const sorted = line.toSorted((a, b) => Temporal.PlainDate.compare(a.effective.from, b.effective.from));
    return sorted.slice(1).flatMap((later, index) => {
      const earlier = sorted[index];
      return earlier === undefined ? [] : between(earlier, later);
    });
  });
  return [...reversed, ...neighbours];
}
