import { resolve } from 'node:path';
import { findCriteriaSet, levelOf } from '../core/scheme/in-force.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { LANGUAGES } from '../core/kernel/text.ts';
import { writeChecklist } from '../formats/checklist-workbook/write-checklist.ts';
import { legalDay } from '../core/kernel/legal-day.ts';
import { EXIT, type FileCommand, type CommandContext, type CommandInput } from './command.ts';
import { FORCE_OPTION, writeNamedFile } from './named-file.ts';
import { badValue, choiceOption, textOption } from './read-option.ts';
import { readScheme } from './scheme-folder.ts';
import { printResult, say } from './say.ts';
import { formWords } from './words.ts';

/** The id of the level named by its stars or its id. */
export function levelOption(context: CommandContext, input: CommandInput, scheme: Scheme): string {
  const text = textOption(input, 'level') ?? '1';
  const level = scheme.levels.find((candidate) => candidate.id === text || String(candidate.stars) === text);
  if (level !== undefined) return level.id;
  const values = scheme.levels.map((candidate) => String(candidate.stars));
  return badValue(context, { option: '--level', value: text }, 'cli.wanted.one-of', { values });
}

/** `shirushi template --level 1 --lang ja`: writes a checklist workbook to fill in. */
export const template: FileCommand = {
  needs: 'files',
  options: {
    level: { type: 'string', help: 'cli.option.level' },
    out: { type: 'string', help: 'cli.option.out' },
    ...FORCE_OPTION,
  },
  run: async (context, input) => {
    const scheme = await readScheme(context);
    if (scheme === undefined) return EXIT.refused;
    const language = choiceOption(context, input, { name: 'lang', values: LANGUAGES, otherwise: context.language });
    const level = levelOption(context, input, scheme);
    const today = legalDay(context.now(), scheme.zone);
    const set = findCriteriaSet(scheme, { level, productType: undefined, day: today });
    if (set === undefined) {
      context.printError(say(context, 'refusal.no_criteria_set', { level }));
      return EXIT.refused;
    }
    const bytes = await writeChecklist({ form: { scheme, set, words: formWords }, language, today });
    const file = resolve(context.directory, textOption(input, 'out') ?? `checklist-${level}-${language}.xlsx`);
    await writeNamedFile(context, input, file, bytes);
    const criteria = set.criteria.length;
    const name = levelOf(scheme, level).name[language];
    printResult(context, { file, level, criteria }, [
      say(context, 'cli.template.written', { file, level: name, criteria }),
    ]);
    return EXIT.done;
  },
};
