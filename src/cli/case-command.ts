import { resolveCase } from '../app/case/find-case.ts';
import type { CaseRefusal } from '../app/case/case-refusal.ts';
import type { CaseId } from '../core/kernel/ids.ts';
import type { Result } from '../core/kernel/result.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { EXIT, type ActCommand, type CommandInput, type CommandOption, type PersonContext } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult } from './say.ts';

/** What one command on one case does, and how its outcome is printed. */
type CaseCommand<T> = {
  readonly options?: Readonly<Record<string, CommandOption>>;
  readonly act: (context: PersonContext, id: CaseId, input: CommandInput) => Promise<Result<T, CaseRefusal>>;
  readonly lines: (context: PersonContext, done: T, named: string) => readonly string[];
};

/** A command that does one act on one case, named by any of its numbers or its id. */
export function caseCommand<T>({ options, act, lines }: CaseCommand<T>): ActCommand {
  return {
    needs: 'acts',
    options: { ...AS_OPTION, ...options },
    run: async (context, input) => {
      const person = await actingPerson(context, input);
      const named = input.positionals[0] ?? '';
      const id = await resolveCase(context.deps, named);
      if (id === undefined) return printRefusal(context, { code: 'no_such_subject' });
      const done = await act(person, id, input);
      if (!done.ok) return printRefusal(context, done.error);
      printResult(context, done.value, lines(person, done.value, named));
      return EXIT.done;
    },
  };
}
