import { verdictOn, type Difference, type Step } from '../verify/index.ts';
import type { CommandContext } from './command.ts';
import { oneLine, say } from './say.ts';

/** Steps whose question can be left open: there are words for these only. */
type LeftOpen = 'key' | 'issuer' | 'period' | 'revocation' | 'suspension';

/** One step in words, behind a mark that tells at a glance how it went. */
function stepLine(context: CommandContext, { id, outcome, detail }: Step): string {
  const mark = say(context, `verify.mark.${outcome}`);
  const words =
    outcome === 'unknown'
      ? say(context, `verify.${id as LeftOpen}.unknown`, detail)
      : say(context, `verify.${id}.${outcome}`, detail);
  return `${mark} ${oneLine(words)}`;
}

/** What a verifier has looked at, a line each, and the answer at the end. */
export function stepLines(context: CommandContext, steps: readonly Step[]): readonly string[] {
  const answer = say(context, `verify.${verdictOn(steps)}`);
  return [...steps.map((step) => stepLine(context, step)), answer];
}

/** A difference between register and log in words. */
export function differenceLine(context: CommandContext, { number, how, index }: Difference): string {
  return oneLine(say(context, `verify.difference.${how}`, { number, index: index ?? '' }));
}
