import { refused, ok, type Result } from '../core/kernel/result.ts';
import { STATUS_PURPOSES, type StatusPurpose } from '../formats/credential/credential-names.ts';
import type { Issuer } from '../formats/credential/issuer-document.ts';
import { decodeStatusBits, isBitSet } from '../formats/credential/status-bits.ts';
import { isJsonObject, type JsonObject } from '../core/kernel/json-object.ts';
import { CLOCK_SKEW, readSecured, type Secured } from './read-secured.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';

/** Where the status of a label is told. */
export type StatusEntry = { readonly purpose: StatusPurpose; readonly list: string; readonly place: number };

/** A status list that is believed, or why it is not. */
type StatusList = {
  readonly list: string;
  readonly purposes: readonly unknown[];
  readonly bits: Uint8Array;
  /** When it was made, in seconds since 1970; of two the later counts. */
  readonly from: number;
};

function parseEntry(value: unknown): StatusEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { type, statusPurpose, statusListIndex: index, statusListCredential: list, statusSize = 1 } = value;
  const purpose = STATUS_PURPOSES.find((known) => known === statusPurpose);
  if (type !== 'BitstringStatusListEntry' || purpose === undefined || statusSize !== 1) return undefined;
  if (typeof list !== 'string' || typeof index !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(index)) return undefined;
  return { purpose, list, place: Number(index) };
}

/**
 * Where a credential says that its status is told: once for each purpose; undefined when it does not say so rightly.
 */
export function statusEntriesOf({ credentialStatus }: JsonObject): readonly StatusEntry[] | undefined {
  const entries = Array.isArray(credentialStatus) ? credentialStatus.map(parseEntry) : [];
  const read = entries.filter((entry) => entry !== undefined);
  const purposes = new Set(read.map(({ purpose }) => purpose));
  return read.length === entries.length && read.length === STATUS_PURPOSES.length && purposes.size === read.length
    ? read
    : undefined;
}

/** What keeps a signed text from being a status list of now. */
function listFault({ types, id, from, until }: Secured, now: number): string | undefined {
  if (!types.includes('BitstringStatusListCredential') || id === undefined) return 'type_not_known';
  if (from !== undefined && from > now + CLOCK_SKEW) return 'list_not_yet_valid';
  return until !== undefined && until <= now - CLOCK_SKEW ? 'list_out_of_date' : undefined;
}

async function readList(
  text: string,
  about: { readonly issuer: Issuer; readonly now: number },
  tools: VerifyTools,
): Promise<Result<StatusList, string>> {
  const secured = await readSecured(text, about, tools);
  if (!secured.ok) return refused(secured.error.code);
  const fault = listFault(secured.value, about.now);
  if (fault !== undefined) return refused(fault);
  const { credentialSubject: subject } = secured.value.members;
  if (!isJsonObject(subject) || subject['type'] !== 'BitstringStatusList') return refused('list_malformed');
  const { statusPurpose, encodedList } = subject;
  if (typeof encodedList !== 'string') return refused('list_malformed');
  const bits = await decodeStatusBits(encodedList);
  if (!bits.ok) return refused(bits.error.code);
  const purposes: readonly unknown[] = Array.isArray(statusPurpose) ? statusPurpose : [statusPurpose];
  return ok({ list: secured.value.id ?? '', purposes, bits: bits.value, from: secured.value.from ?? 0 });
}

/** What the newest of these lists says of a place; where two of one moment differ, that it is set. */
function isSetIn(lists: readonly StatusList[], place: number): boolean | undefined {
  const newest = Math.max(...lists.map(({ from }) => from));
  const said = lists.filter(({ from }) => from === newest).map(({ bits }) => isBitSet(bits, place));
  return said.includes(undefined) ? undefined : said.includes(true);
}

function stepOf({ purpose, list, place }: StatusEntry, lists: readonly StatusList[]): Step {
  const found = lists.filter((one) => one.list === list && one.purposes.includes(purpose));
  if (found.length === 0) return { id: purpose, outcome: 'unknown', detail: { list } };
  const isSet = isSetIn(found, place);
  if (isSet === undefined) return fails('status-list', { code: 'place_not_in_list' });
  return isSet ? fails(purpose, { list }) : holds(purpose, { list });
}

/**
 * What status lists say of a label, as of now (Bitstring Status List 1.0, 3.2). A list that is not to be believed
 * fails; one that was not given leaves its question open.
 */
export async function verifyStatus(
  entries: readonly StatusEntry[],
  lists: readonly string[],
  about: { readonly issuer: Issuer; readonly now: number },
  tools: VerifyTools,
): Promise<readonly Step[]> {
  const read: StatusList[] = [];
  const steps: Step[] = [];
  for (const text of lists) {
    const list = await readList(text, about, tools);
    if (list.ok) read.push(list.value);
    else steps.push(fails('status-list', { code: list.error }));
  }
  return [...steps, ...entries.map((entry) => stepOf(entry, read))];
}
