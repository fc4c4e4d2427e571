import { listCases } from '../app/case/list-cases.ts';
import { CASE_STATES } from '../core/case/case-lifecycle.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { nameIn } from './name-in.ts';
import { choiceOption, numberOption, textOption } from './read-option.ts';
import { printResult, say } from './say.ts';

/** `shirushi case list`: the newest cases the person may see. */
export const caseList: ActCommand = {
  needs: 'acts',
  options: {
    ...AS_OPTION,
    state: { type: 'string', help: 'cli.option.state' },
    limit: { type: 'string', help: 'cli.option.limit' },
  },
  run: async (context, input) => {
    const { deps, actor } = await actingPerson(context, input);
    const state =
      textOption(input, 'state') === undefined
        ? undefined
        : choiceOption(context, input, { name: 'state', values: CASE_STATES, otherwise: 'draft' });
    const limit = numberOption(context, input, { name: 'limit', from: 1, to: 1000, otherwise: 50 });
    const cases = await listCases(deps, actor, { state, limit });
    const none = say(context, 'cli.none');
    const lines = cases.map((line) =>
      say(context, 'cli.case.line', {
        number: line.application_number,
        state: say(context, `case.state.${line.state}`),
        level: line.level_name[context.language],
        vendor: nameIn(context, line.vendor_name, line.vendor_name_en),
        product: nameIn(context, line.product ?? none, line.product_en),
        due: line.due_on ?? none,
      }),
    );
    printResult(context, cases, lines.length === 0 ? [say(context, 'cli.case.none')] : lines);
    return EXIT.done;
  },
};
