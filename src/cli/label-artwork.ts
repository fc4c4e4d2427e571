import { resolve } from 'node:path';
import { downloadArtwork } from '../app/label/download-artwork.ts';
import { LANGUAGES } from '../core/kernel/text.ts';
import { LABEL_VARIANTS } from '../formats/label-artwork/label-artwork.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { FORCE_OPTION, writeNamedFile } from './named-file.ts';
import { choiceOption, textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi label artwork NUMBER`: writes the label for the printer or the web. */
export const labelArtwork: ActCommand = {
  needs: 'acts',
  options: {
    ...AS_OPTION,
    format: { type: 'string', help: 'cli.option.format' },
    variant: { type: 'string', help: 'cli.option.variant' },
    dpi: { type: 'string', help: 'cli.option.dpi' },
    out: { type: 'string', help: 'cli.option.out' },
    ...FORCE_OPTION,
  },
  run: async (context, input) => {
    const { deps, actor } = await actingPerson(context, input);
    const number = input.positionals[0] ?? '';
    const format = choiceOption(context, input, { name: 'format', values: ['svg', 'pdf', 'png'], otherwise: 'svg' });
    const variant = choiceOption(context, input, { name: 'variant', values: LABEL_VARIANTS, otherwise: 'horizontal' });
    const dpi = choiceOption(context, input, { name: 'dpi', values: ['300', '600'], otherwise: '600' });
    const language = choiceOption(context, input, { name: 'lang', values: LANGUAGES, otherwise: context.language });
    const resolution = dpi === '300' ? 300 : 600;
    const artwork = await downloadArtwork(deps, actor, { number, format, variant, language, resolution });
    if (!artwork.ok) return printRefusal(context, artwork.error);
    const file = resolve(context.directory, textOption(input, 'out') ?? `label-${number}-${language}.${format}`);
    await writeNamedFile(context, input, file, artwork.value);
    printResult(context, { file, size: artwork.value.length }, [say(context, 'cli.artwork.written', { file })]);
    return EXIT.done;
  },
};
