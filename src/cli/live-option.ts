import type { CommandContext, CommandInput } from './command.ts';
import { registerAddress } from './label-address.ts';
import { badValue, textOption } from './read-option.ts';

/** Where the program runs, as `--live` says it; undefined where that is the address of the copy as well. */
export function liveOption(context: CommandContext, input: CommandInput): string | undefined {
  const value = textOption(input, 'live');
  if (value === undefined) return undefined;
  return registerAddress(value) ?? badValue(context, { option: '--live', value }, 'copied.wanted.live');
}
