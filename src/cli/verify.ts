import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { searchKey } from '../core/kernel/fold.ts';
import {
  isProven,
  looksSigned,
  verdictOn,
  verifyFile,
  verifyProof,
  type Step,
  type Verdict,
  type Verification,
} from '../verify/index.ts';
import { EXIT, type CommandContext, type CommandInput, type FileCommand } from './command.ts';
import { parseLabelAddress, registerAddress, type LabelAddress } from './label-address.ts';
import { credentialFileSteps, credentialSteps, readShown } from './credential-steps.ts';
import { keyFrom, keyOption, witnessOptions } from './log-key.ts';
import { badValue, textOption, UsageError } from './read-option.ts';
import { fetchText, RegisterAway } from './read-register.ts';
import { oneLine, printResult, say } from './say.ts';
import { stepLines } from './step-lines.ts';
import { VERIFY_TOOLS } from './verify-tools.ts';

type Verified = { readonly target: string; readonly steps: readonly Step[] };

/** Who verifies, with what was typed, and what they rely on. */
type Asking = {
  readonly context: CommandContext;
  readonly input: CommandInput;
  readonly key: string | undefined;
  readonly witnesses: readonly string[];
};

async function verifyKept({ context, input, key, witnesses }: Asking, file: string): Promise<readonly Step[]> {
  const text = await readShown(context, file);
  if (looksSigned(text)) return credentialFileSteps(context, input, { file, text });
  if (key === undefined) throw new UsageError(say(context, 'verify.key-needed', { file }));
  return verifyFile(text, { key, witnesses }, VERIFY_TOOLS);
}

type ShownLabel = { readonly number?: unknown; readonly record?: unknown };

/** What is known of a label once its proof was looked at. */
function provenBy({ entry }: Verification): { readonly recordSha256?: string } {
  return entry?.kind === 'label-published' ? { recordSha256: entry.recordSha256 } : {};
}

async function verifyAt(asking: Asking, { register, number }: LabelAddress): Promise<readonly Step[]> {
  const { context, input, key, witnesses } = asking;
  const label = encodeURIComponent(number);
  const shown = (JSON.parse(await fetchText(`${register}/labels/${label}.json`)) ?? {}) as ShownLabel;
  const proof = await fetchText(`${register}/labels/${label}/proof`);
  const known = key === undefined ? await keyFrom(register) : { key, steps: [] };
  // What was asked for counts, not what the register makes of it; only its spelling may differ.
  const isAsked = typeof shown.number === 'string' && searchKey(shown.number) === searchKey(number);
  const expected = { key: known.key, witnesses, number: isAsked ? shown.number : number, record: shown.record ?? null };
  const proven = await verifyProof(proof, expected, VERIFY_TOOLS);
  const about = { number: expected.number, ...provenBy(proven) };
  const credential = await credentialSteps(context, input, { register, label, proven: about });
  return [...known.steps, ...proven.steps, ...credential];
}

/** What a word on the command line stands for: a label at a register, or a file. */
function targetOf(
  context: CommandContext,
  input: CommandInput,
  typed: string,
): LabelAddress | { readonly file: string } {
  if (/^https?:/.test(typed)) {
    const address = parseLabelAddress(typed);
    return address ?? badValue(context, { option: 'TARGET', value: typed }, 'verify.wanted.label-address');
  }
  const file = resolve(context.directory, typed);
  const named = textOption(input, 'register');
  if (named === undefined || existsSync(file)) return { file };
  const register = registerAddress(named);
  if (register === undefined)
    return badValue(context, { option: '--register', value: named }, 'verify.wanted.register');
  return { register, number: typed };
}

async function verifyOne(context: CommandContext, input: CommandInput, typed: string): Promise<Verified> {
  const target = targetOf(context, input, typed);
  const relied = { key: await keyOption(context, input), witnesses: await witnessOptions(context, input) };
  const asking = { context, input, ...relied };
  const steps = 'file' in target ? await verifyKept(asking, target.file) : await verifyAt(asking, target);
  return { target: typed, steps };
}

/** One that does not hold outweighs one that stays open. */
function exitOf(verdicts: readonly Verdict[]): number {
  if (verdicts.includes('not-proven')) return EXIT.refused;
  return verdicts.includes('unsettled') ? EXIT.open : EXIT.done;
}

/**
 * `shirushi verify TARGET…`: verifies proofs and credentials of labels; files without asking anybody. Exit 1 when one does
 * not hold, else 3 when a question about one stays open.
 */
export const verify: FileCommand = {
  needs: 'files',
  options: {
    key: { type: 'string', help: 'verify.option.key' },
    witness: { type: 'string', multiple: true, help: 'verify.option.witness' },
    register: { type: 'string', help: 'verify.option.register' },
    issuer: { type: 'string', help: 'verify.option.issuer' },
    status: { type: 'string', multiple: true, help: 'verify.option.status' },
    on: { type: 'string', help: 'verify.option.on' },
  },
  run: async (context, input) => {
    const verified: Verified[] = [];
    for (const typed of input.positionals) {
      try {
        verified.push(await verifyOne(context, input, typed));
      } catch (error) {
        if (!(error instanceof RegisterAway) && !(error instanceof SyntaxError)) throw error;
        context.printError(oneLine(say(context, 'verify.away', { reason: error.message })));
        return EXIT.refused;
      }
    }
    const lines = verified.flatMap(({ target, steps }) => [`${target}:`, ...stepLines(context, steps)]);
    const told = verified.map((one) => ({ ...one, isProven: isProven(one.steps), verdict: verdictOn(one.steps) }));
    printResult(context, { verified: told }, lines);
    return exitOf(told.map(({ verdict }) => verdict));
  },
};
