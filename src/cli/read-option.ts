import { asTyped } from '../core/kernel/fold.ts';
import { parseCorporateNumber } from '../formats/answers/parse-corporate-number.ts';
import { parseDayLeniently } from '../formats/answers/parse-day-leniently.ts';
import type { MessageKey, MessageParam } from '../i18n/message.ts';
import { EXIT, type CommandContext, type CommandInput } from './command.ts';
import { say } from './say.ts';

/** The user wrote something that cannot be used; ends the command with the usage exit code. */
export class UsageError extends Error {
  readonly exit = EXIT.usage;
}

/** Throws a usage error that names the option, what was given and what is wanted. */
export function badValue(
  context: CommandContext,
  given: { readonly option: string; readonly value: string },
  wanted: MessageKey,
  params: Readonly<Record<string, MessageParam>> = {},
): never {
  throw new UsageError(say(context, 'cli.bad-value', { ...given, wanted: say(context, wanted, params) }));
}

/** The text of an option as its writer meant it (no controls that would act on a terminal); undefined when absent. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === 'string' ? asTyped(value) : undefined;
}

/** The text of an option that must be there. */
export function neededText(context: CommandContext, input: CommandInput, name: string): string {
  const text = textOption(input, name);
  if (text === undefined || text === '') {
    throw new UsageError(say(context, 'cli.missing-argument', { argument: `--${name}` }));
  }
  return text;
}

/** Every value of an option that may be repeated. */
export function listOption(input: CommandInput, name: string): readonly string[] {
  const value = input.values[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A day in any of the spellings people use. */
export function dayOption(context: CommandContext, input: CommandInput, name: string): Temporal.PlainDate | undefined {
  const text = textOption(input, name);
  if (text === undefined) return undefined;
  const day = parseDayLeniently(text);
  return day.ok ? day.value : badValue(context, { option: `--${name}`, value: text }, 'cli.wanted.day');
}

/** One of a fixed list of values. */
export function choiceOption<T extends string>(
  context: CommandContext,
  input: CommandInput,
  option: { readonly name: string; readonly values: readonly T[]; readonly otherwise: T },
): T {
  const text = textOption(input, option.name);
  if (text === undefined) return option.otherwise;
  const found = option.values.find((value) => value === text);
  return (
    found ??
    badValue(context, { option: `--${option.name}`, value: text }, 'cli.wanted.one-of', { values: option.values })
  );
}

/** A whole number within bounds. */
export function numberOption(
  context: CommandContext,
  input: CommandInput,
  option: { readonly name: string; readonly from: number; readonly to: number; readonly otherwise: number },
): number {
  const text = textOption(input, option.name);
  if (text === undefined) return option.otherwise;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= option.from && number <= option.to) return number;
  return badValue(context, { option: `--${option.name}`, value: text }, 'cli.wanted.number', {
    from: option.from,
    to: option.to,
  });
}

/** A corporate number whose check digit fits. */
export function corporateNumberOption(context: CommandContext, input: CommandInput): string | undefined {
  const text = textOption(input, 'corporate-number');
  if (text === undefined) return undefined;
  const number = parseCorporateNumber(text);
  if (number.ok) return number.value;
  return badValue(context, { option: '--corporate-number', value: text }, 'cli.wanted.corporate-number');
}
