import { listRegisteredPeople } from '../app/parties/list-registered-people.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printResult, say } from './say.ts';

/** `shirushi people`: who may act, for setting up and for `--as`. */
export const people: ActCommand = {
  needs: 'acts',
  name: 'people',
  help: 'cli.help.people',
  positionals: [],
  options: {},
  run: async (context) => {
    const listed = await listRegisteredPeople(context.deps);
    const lines = listed.map((person) =>
      say(context, 'cli.people.line', { ...person, role: say(context, `role.${person.role}`) }),
    );
    printResult(context, listed, lines);
    return EXIT.done;
  },
};
