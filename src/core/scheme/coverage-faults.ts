import { inPeriod } from '../kernel/legal-day.ts';
import { fault, type ContentFault, type SchemeParts } from './content-fault.ts';
import { TERMS_KINDS, type CriteriaSet, type EffectivePeriod, type Opening } from './scheme.ts';

type Need = { readonly what: string; readonly met: readonly { readonly effective: EffectivePeriod }[] | undefined };

function coversType(set: CriteriaSet, type: string | undefined): boolean {
  return set.productTypes === 'any' || (type !== undefined && set.productTypes.includes(type));
}

function needsOf(opening: Opening, parts: SchemeParts): readonly Need[] {
  const { level, productType } = opening;
  return [
    {
      what: 'criteria',
      met: parts.criteriaSets?.filter((set) => set.level === level && coversType(set, productType)),
    },
    { what: 'fees', met: parts.fees?.filter((fee) => fee.level === level && fee.recognition === undefined) },
    { what: 'validity', met: parts.validity?.filter((rule) => rule.level === level) },
    ...TERMS_KINDS.map((kind) => ({
      what: `terms ${kind}`,
      met: parts.terms?.filter((terms) => terms.kind === kind),
    })),
  ];
}

/** Whether an opening names what the scheme does not have: a fault of its own, reported as one. */
function isUnknown({ level, productType }: Opening, { levels, productTypes }: SchemeParts): boolean {
  const unknownLevel = levels !== undefined && !levels.some(({ id }) => id === level);
  const unknownType = productType !== undefined && productTypes?.some(({ id }) => id === productType) === false;
  return unknownLevel || unknownType;
}

/**
 * Levels that open without criteria, ordinary fee, validity rule or terms in force on their first day, so that the first
 * application could not be decided.
 */
export function coverageFaults(parts: SchemeParts): readonly ContentFault[] {
  return (parts.openings ?? []).flatMap((opening, index) => {
    const day = opening.opensOn;
    if (day === undefined || isUnknown(opening, parts)) return [];
    return needsOf(opening, parts)
      .filter(({ met }) => met !== undefined && !met.some((entry) => inPeriod(day, entry.effective)))
      .map(({ what }) =>
        fault('nothing_in_force', ['openings', index, 'opensOn'], { what, level: opening.level, day }),
      );
  });
}
