import { listRegisteredPeople } from '../app/parties/list-registered-people.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi people`: who may act, for setting up and for `--as`. */
export const people: ActCommand = {
  needs: 'acts',
  options: {},
  run: async (context) => {
    const listed = await listRegisteredPeople(context.deps, COMMAND_LINE);
    if (!listed.ok) return printRefusal(context, listed.error);
    const lines = listed.value.map((person) =>
      say(context, 'cli.people.line', { ...person, role: say(context, `role.${person.role}`) }),
    );
    printResult(context, listed.value, lines);
    return EXIT.done;
  },
};
