import { resolve } from 'node:path';
import { auditRegister, isProven, type Audit } from '../verify/index.ts';
import { readAuditState, writeAuditState, type AuditState } from './audit-state.ts';
import { EXIT, type CommandContext, type CommandInput, type FileCommand } from './command.ts';
import { registerAddress } from './label-address.ts';
import { keyFrom, keyOption, witnessOptions, type KnownKey } from './log-key.ts';
import { badValue, textOption } from './read-option.ts';
import { RegisterAway, registerAt } from './read-register.ts';
import { oneLine, printResult, say } from './say.ts';
import { differenceLine, stepLines } from './step-lines.ts';
import { VERIFY_TOOLS } from './verify-tools.ts';

/** Differences shown one by one. */
const MOST_SHOWN = 100;

function stateFile(context: CommandContext, input: CommandInput, register: string): string {
  const name = register.replace(/^https?:\/\//, '').replaceAll(/[^A-Za-z0-9.-]+/g, '-');
  return resolve(context.directory, textOption(input, 'state') ?? `${name}.audit.json`);
}

/** The key given now, else the one kept from the last audit, else the register's own word. */
async function keyFor(
  context: CommandContext,
  input: CommandInput,
  { register, state }: { readonly register: string; readonly state: AuditState | undefined },
): Promise<KnownKey> {
  const given = (await keyOption(context, input)) ?? state?.key;
  return given === undefined ? keyFrom(register) : { key: given, steps: [] };
}

function printAudit(
  context: CommandContext,
  { steps, differences }: Omit<Audit, 'head'>,
  { file, isKept }: { readonly file: string; readonly isKept: boolean },
): void {
  const shown = differences.slice(0, MOST_SHOWN).map((difference) => differenceLine(context, difference));
  const lines = [...shown, ...stepLines(context, steps)];
  const kept = isKept ? [say(context, 'verify.state-kept', { file })] : [];
  printResult(context, { isProven: isProven(steps), steps, differences, state: file }, [...lines, ...kept]);
}

async function auditAt(context: CommandContext, input: CommandInput, register: string): Promise<number> {
  const file = stateFile(context, input, register);
  const state = await readAuditState(context, file);
  const known = await keyFor(context, input, { register, state });
  const witnesses = await witnessOptions(context, input);
  const expected = { key: known.key, seen: state, listedBefore: state?.listed, witnesses };
  const audit = await auditRegister(registerAt(register), expected, VERIFY_TOOLS);
  const steps = [...known.steps, ...audit.steps];
  const isSound = isProven(steps) && audit.head !== undefined;
  try {
    if (isSound)
      await writeAuditState(context, file, { ...audit.head, listed: audit.head.size, key: audit.keys ?? known.key });
  } catch (error) {
    // What a long audit found is told in any case.
    printAudit(context, { ...audit, steps }, { file, isKept: false });
    throw error;
  }
  printAudit(context, { ...audit, steps }, { file, isKept: isSound });
  return isSound ? EXIT.done : EXIT.refused;
}

/** `shirushi audit URL`: holds a whole register against its log, and its log against what was seen before. */
export const audit: FileCommand = {
  needs: 'files',
  options: {
    key: { type: 'string', help: 'verify.option.key' },
    witness: { type: 'string', multiple: true, help: 'verify.option.witness' },
    state: { type: 'string', help: 'verify.option.state' },
  },
  run: async (context, input) => {
    const [typed = ''] = input.positionals;
    const register = registerAddress(typed);
    if (register === undefined) return badValue(context, { option: 'URL', value: typed }, 'verify.wanted.register');
    try {
      return await auditAt(context, input, register);
    } catch (error) {
      if (!(error instanceof RegisterAway)) throw error;
      context.printError(oneLine(say(context, 'verify.away', { reason: error.message })));
      return EXIT.refused;
    }
  },
};
