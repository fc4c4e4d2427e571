import { listKeys } from '../app/credential/list-keys.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say, shownMoment } from './say.ts';

/** `shirushi key list`: the keys credentials are and were signed with. */
export const keyList: ActCommand = {
  needs: 'acts',
  options: {},
  run: async (context) => {
    const listed = await listKeys(context.deps, COMMAND_LINE);
    if (!listed.ok) return printRefusal(context, listed.error);
    const { zone } = context.deps.scheme.scheme;
    const lines = listed.value.map(({ key, state, usedFrom, usedUntil }) => {
      const from = shownMoment(context, usedFrom, zone);
      const until = usedUntil === null ? '' : shownMoment(context, usedUntil, zone);
      return say(context, `key.state.${state}`, { key, from, until });
    });
    const keys = listed.value.map(({ usedFrom, usedUntil, ...key }) => {
      return { ...key, usedFrom: usedFrom.toString(), usedUntil: usedUntil?.toString() ?? null };
    });
    printResult(context, { keys }, lines.length === 0 ? [say(context, 'key.none')] : lines);
    return EXIT.done;
  },
};
