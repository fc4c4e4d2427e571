import { describe, test } from 'node:test';
import { aDraft } from '../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { listMandates } from '../app/parties/list-mandates.ts';
import type { CommandInput } from './command.ts';
import { mandateGive } from './mandate-give.ts';

describe('the command that gives a mandate', () => {
  eachDatabase((_kind, open) => {
    test('gives it for all applications, or for those named, with or without new ones', async () => {
      const { deps, clock, organisations, ...world } = await aWorld(await open());
      const { applicationNumber } = await aDraft({ deps, clock, organisations, ...world });
      const printed: string[] = [];
      const run = (values: CommandInput['values']): Promise<number> => {
        clock.set(deps.clock.now().add({ seconds: 1 }).toString());
        const context = { language: 'en', json: false, directory: '/', schemeDirectory: '/' } as const;
        const input = { positionals: [], values: { as: 'signatory@example.jp', to: organisations.agent, ...values } };
        const print = (line: string): void => void printed.push(line);
        return mandateGive.run({ ...context, print, printError: print, now: deps.clock.now, deps }, input);
      };
      const wide = applicationNumber.toLowerCase();
      const codes = [
        await run({}),
        await run({ application: [wide] }),
        await run({ application: [applicationNumber], new: true }),
        await run({ new: true }),
        await run({ application: ['A-26-99999-X', applicationNumber] }),
      ];
      equal(codes, [0, 0, 0, 0, 1]);
      const given = okOf(await listMandates(deps, world.people.signatory)).slice(0, 4);
      equal(
        given.toReversed().map(({ applications, numbers, allowsNew }) => [applications?.length, numbers, allowsNew]),
        [
          [undefined, [], true],
          [1, [applicationNumber], false],
          [1, [applicationNumber], true],
          [0, [], true],
        ],
      );
      equal(printed.at(-1)?.includes('A-26-99999-X'), true);
    });
  });
});
