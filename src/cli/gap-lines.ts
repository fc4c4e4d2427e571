import type { GapCode } from '../core/case/application-gaps.ts';
import type { Gap } from '../core/kernel/gap.ts';
import type { CommandContext } from './command.ts';
import { say } from './say.ts';

/** One printed line for each gap: where, what is wrong, how to mend it. */
export function gapLines(context: CommandContext, gaps: readonly Gap<GapCode>[]): readonly string[] {
  return gaps.map((gap) => {
    const place = gap.criterion === undefined ? gap.path : `${gap.path} (${gap.criterion})`;
    return `  ${place}: ${say(context, `gap.${gap.code}`, gap.params)} ${say(context, `gap.${gap.code}.mend`, gap.params)}`;
  });
}
