import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyCredential, type CredentialExpectation, type Step } from '../verify/index.ts';
import type { CommandContext, CommandInput } from './command.ts';
import { readNamedFile } from './named-file.ts';
import { badValue, dayOption, listOption, textOption, UsageError } from './read-option.ts';
import { fetchText, RegisterAway } from './read-register.ts';
import { say } from './say.ts';
import { VERIFY_TOOLS } from './verify-tools.ts';

/** Bytes of a file that is read for verifying at most: the longest proof and the longest credential fit. */
const LONGEST_SHOWN = 1_200_000;

/** The text of a named file; empty where there is none to read, which is told on the way. */
export async function readShown(context: CommandContext, file: string): Promise<string> {
  const bytes = await readNamedFile(context, file, LONGEST_SHOWN);
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : '';
}

/** The issuer's document named with `--issuer`: in a file, or at its address. */
async function issuerOption(context: CommandContext, input: CommandInput): Promise<string | undefined> {
  const named = textOption(input, 'issuer');
  if (named === undefined) return undefined;
  if (/^https?:\/\//.test(named)) return fetchText(named);
  const file = resolve(context.directory, named);
  return existsSync(file)
    ? readShown(context, file)
    : badValue(context, { option: '--issuer', value: named }, 'verify.wanted.issuer');
}

type When = Pick<CredentialExpectation, 'now' | 'day'>;

function whenOf(context: CommandContext, input: CommandInput): When {
  const now = Math.floor(context.now().epochMilliseconds / 1000);
  return { now, day: dayOption(context, input, 'on')?.toString() };
}

/** The steps of a credential in a file, with the status lists in other files; nobody is asked. */
export async function credentialFileSteps(
  context: CommandContext,
  input: CommandInput,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<readonly Step[]> {
  const issuer = await issuerOption(context, input);
  if (issuer === undefined) throw new UsageError(say(context, 'verify.issuer-needed', { file }));
  const lists: string[] = [];
  for (const list of listOption(input, 'status'))
    lists.push(await readShown(context, resolve(context.directory, list)));
  return (await verifyCredential(text, { issuer, lists, ...whenOf(context, input) }, VERIFY_TOOLS)).steps;
}

/** What a register's credential is held against: the label that was asked for, and what its proof has shown. */
type Proven = Pick<CredentialExpectation, 'number' | 'recordSha256'>;

async function fetchedSteps(
  register: string,
  label: string,
  expected: Omit<CredentialExpectation, 'lists'>,
): Promise<readonly Step[]> {
  const text = await fetchText(`${register}/labels/${label}/credential`);
  const alone = await verifyCredential(text, expected, VERIFY_TOOLS);
  if (alone.credential === undefined) return alone.steps;
  const lists: string[] = [];
  // Only from the register that was named, wherever the credential says they are.
  for (const path of alone.credential.statusPaths) lists.push(await fetchText(register + path));
  return (await verifyCredential(text, { ...expected, lists }, VERIFY_TOOLS)).steps;
}

/** The steps of the credential a register gives for a label, with its status as of now. */
export async function credentialSteps(
  context: CommandContext,
  input: CommandInput,
  { register, label, proven }: { readonly register: string; readonly label: string; readonly proven: Proven },
): Promise<readonly Step[]> {
  const address = `${register}/issuer`;
  try {
    const known = await issuerOption(context, input);
    const issuer = known ?? (await fetchText(address));
    const steps = await fetchedSteps(register, label, { issuer, ...proven, ...whenOf(context, input) });
    return known === undefined ? [{ id: 'issuer', outcome: 'unknown', detail: { address } }, ...steps] : steps;
  } catch (error) {
    if (!(error instanceof RegisterAway)) throw error;
    return [{ id: 'credential', outcome: 'failed', detail: { code: error.message } }];
  }
}
