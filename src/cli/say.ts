import { message, type MessageKey, type MessageParam } from '../i18n/message.ts';
import type { CommandContext } from './command.ts';
import { plainJson } from './plain-text.ts';

/** A text of the interface in the language of the context. */
export function say(
  context: Pick<CommandContext, 'language'>,
  key: MessageKey,
  params: Readonly<Record<string, MessageParam>> = {},
): string {
  return message(context.language, key, params);
}

/** A line with what strangers wrote in it, whose breaks must not begin a line of ours; steering signs go on the way out. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

/** Prints a result: the object as JSON, or else the lines. */
export function printResult(context: CommandContext, json: unknown, lines: readonly string[]): void {
  if (context.json) context.print(plainJson(json));
  else lines.forEach((line) => context.print(line));
}

/** A moment as people read it, in the scheme's zone. */
export function shownMoment(context: Pick<CommandContext, 'language'>, at: Temporal.Instant, zone: string): string {
  const locale = context.language === 'ja' ? 'ja-JP' : 'en-GB';
  return at.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
}

/** An amount of money as people read it. */
export function shownMoney(context: Pick<CommandContext, 'language'>, amount: number, currency: string): string {
  const locale = context.language === 'ja' ? 'ja-JP' : 'en-GB';
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}
