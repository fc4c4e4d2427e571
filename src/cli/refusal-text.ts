import type { MessageKey, MessageParam } from '../i18n/message.ts';
import { refusalWords, type WordedRefusal } from '../i18n/refusal-words.ts';
import { EXIT, type CommandContext } from './command.ts';
import { say } from './say.ts';

/** The project's own reading of the scheme, which readers do not have, is left out of a rule's sources. */
function ruleLine({ words, clause }: { readonly words: string; readonly clause: string }): string {
  const published = clause.split('; ').filter((source) => !source.startsWith('DOMAIN'));
  return `  - ${words}${published.length === 0 ? '' : ` (${published.join('; ')})`}`;
}

/** Prints a refusal, as words to the error stream or as JSON, and answers with the exit code. */
export function printRefusal(context: CommandContext, refusal: WordedRefusal): number {
  const inWords = (key: MessageKey, params?: Readonly<Record<string, MessageParam>>) => say(context, key, params);
  const { words, unmet } = refusalWords(inWords, refusal);
  const lines = [words, ...unmet.map(ruleLine)];
  if (context.json) context.print(JSON.stringify({ refused: { ...refusal, message: lines.join('\n') } }, null, 2));
  else lines.forEach((line) => context.printError(line));
  return EXIT.refused;
}
