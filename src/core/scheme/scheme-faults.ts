import { amountFaults } from './amount-faults.ts';
import { coverageFaults } from './coverage-faults.ts';
import type { ContentFault, SchemeParts } from './content-fault.ts';
import { identityFaults } from './identity-faults.ts';
import { listFaults } from './list-faults.ts';
import { numberFormatFaults } from './number-format-faults.ts';
import { periodFaults } from './period-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import { textFaults } from './text-faults.ts';

/**
 * Everything wrong with what a scheme says, as far as its parts could be read. A rule that needs a missing part stays silent:
 * the fault of that part is reported where it lies, and not again wherever it is referred to.
 */
export function schemeFaults(parts: SchemeParts): readonly ContentFault[] {
  return [
    ...textFaults(parts),
    ...identityFaults(parts),
    ...listFaults(parts),
    ...amountFaults(parts),
    ...periodFaults(parts),
    ...(parts.numbers === undefined ? [] : numberFormatFaults(parts.numbers)),
    ...referenceFaults(parts),
    ...coverageFaults(parts),
  ];
}
