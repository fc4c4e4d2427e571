import { fault, type ContentFault, type SchemeParts, type SchemePath } from './content-fault.ts';
import type { ValidityRule } from './scheme.ts';

type Amount = { readonly path: SchemePath; readonly value: number; readonly least: number; readonly most: number };

function validityAmounts(rule: ValidityRule, index: number): readonly Amount[] {
  const at = (...path: string[]): SchemePath => ['validity', index, ...path];
  const { years, months } = rule.term ?? {};
  return [
    { path: at('graceDays'), value: rule.graceDays, least: 0, most: 366 },
    { path: at('renewal', 'opensMonthsBefore'), value: rule.renewal.opensMonthsBefore, least: 0, most: 120 },
    { path: at('renewal', 'closesWeeksBefore'), value: rule.renewal.closesWeeksBefore, least: 0, most: 520 },
    ...(years === undefined ? [] : [{ path: at('term', 'years'), value: years, least: 0, most: 100 }]),
    ...(months === undefined ? [] : [{ path: at('term', 'months'), value: months, least: 0, most: 1200 }]),
  ];
}

function amounts(parts: SchemeParts): readonly Amount[] {
  return [
    ...(parts.levels ?? []).map(({ stars }, index) => ({
      path: ['levels', index, 'stars'],
      value: stars,
      least: 1,
      most: 9,
    })),
    ...(parts.evaluatorCategories ?? []).map(({ rank }, index) => ({
      path: ['evaluatorCategories', index, 'rank'],
      value: rank,
      least: 0,
      most: 1000,
    })),
    ...(parts.fees ?? []).flatMap((fee, index) => [
      { path: ['fees', index, 'amount'], value: fee.amount, least: 0, most: 1_000_000_000 },
      { path: ['fees', index, 'taxBasisPoints'], value: fee.taxBasisPoints, least: 0, most: 10_000 },
    ]),
    ...(parts.clocks ?? []).map(({ days }, index) => ({
      path: ['clocks', index, 'days'],
      value: days,
      least: 1,
      most: 3650,
    })),
    ...(parts.validity ?? []).flatMap(validityAmounts),
  ];
}

/** A term of no length, and a renewal window that would close before it opens (months counted as four weeks). */
function termFaults(rule: ValidityRule, index: number): readonly ContentFault[] {
  if (rule.term === undefined) return [];
  const { opensMonthsBefore, closesWeeksBefore } = rule.renewal;
  const length = (rule.term.years ?? 0) + (rule.term.months ?? 0);
  return [
    ...(length > 0 ? [] : [fault('empty_term', ['validity', index, 'term'])]),
    ...(closesWeeksBefore < opensMonthsBefore * 4
      ? []
      : [fault('renewal_window_empty', ['validity', index, 'renewal'], { opensMonthsBefore, closesWeeksBefore })]),
  ];
}

/** Amounts that are not whole or lie outside what makes sense, terms of no length, renewal windows nobody can meet. */
export function amountFaults(parts: SchemeParts): readonly ContentFault[] {
  return [
    ...amounts(parts).flatMap(({ path, value, least, most }) =>
      Number.isInteger(value) && value >= least && value <= most
        ? []
        : [fault('out_of_range', path, { value, least, most })],
    ),
    ...(parts.validity ?? []).flatMap(termFaults),
  ];
}
