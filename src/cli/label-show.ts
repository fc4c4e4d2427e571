import { findLabel } from '../app/label/find-label.ts';
import { EXIT, type ActCommand } from './command.ts';
import { nameIn } from './name-in.ts';
import { dayOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi label show NUMBER`: what the public page says, in short. */
export const labelShow: ActCommand = {
  needs: 'acts',
  options: { 'as-of': { type: 'string', help: 'cli.option.as-of' } },
  run: async (context, input) => {
    const found = await findLabel(context.deps, input.positionals[0] ?? '', dayOption(context, input, 'as-of'));
    if (!found.ok) return printRefusal(context, found.error);
    const { record, state, today } = found.value;
    const { until } = record.validity;
    printResult(context, { state, today, record }, [
      say(context, 'cli.label.state', { number: record.number, state: say(context, `label.state.${state}`), today }),
      until === undefined ? say(context, 'cli.label.no-end') : say(context, 'cli.label.until', { until }),
      say(context, 'cli.label.product', {
        vendor: nameIn(context, record.answers['vendor.name'] ?? '', record.answers['vendor.nameEn']),
        product: nameIn(context, record.answers['product.name'] ?? '', record.answers['product.nameEn']),
      }),
    ]);
    return EXIT.done;
  },
};
