import { isJsonObject, type JsonObject } from '../core/kernel/json-object.ts';
import { SortedDigests } from '../core/log/sorted-digests.ts';
import { HASH_BYTES, isSameHash, type Sha256Of } from '../core/log/tree-hash.ts';
import { listedKeys } from '../core/register/listed-key.ts';
import type { LogEntry } from '../formats/public-log-entry/parse-entry.ts';
import { WaitingLabels } from './waiting-labels.ts';

type LabelEntry = Extract<LogEntry, { readonly kind: 'label-published' }>;
type ListEntry = Extract<LogEntry, { readonly kind: 'register-listed' }>;

/**
 * In what the list of a day is not what the entries before it say: the day is not over when it says it is, or not later
 * than the day listed before; it counts other labels; it has other keys, or not in their order; or it cannot be made
 * anew, for a record that only its hash names was not to be had.
 */
type ListFault = {
  readonly day: string;
  /** The place of the list's entry. */
  readonly index: number;
  readonly how: 'day_differs' | 'labels_differ' | 'keys_differ' | 'record_missing';
  /** What the list says: labels or keys, and what the entries say. */
  readonly listed: number;
  readonly expected: number;
};

const membersOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The keys of a label, from whatever stands where its record should. */
function keysOf(number: string, record: unknown): readonly string[] {
  const { answers, models } = membersOf(record);
  const named = Array.isArray(models) ? models.flatMap((model) => textOf(membersOf(model)['number']) ?? []) : [];
  const [maker, makerEn] = ['vendor.name', 'vendor.nameEn'].map((item) => textOf(membersOf(answers)[item]));
  return listedKeys({
    number,
    answers: { 'vendor.name': maker, 'vendor.nameEn': makerEn },
    models: named.map((model) => ({ number: model })),
  });
}

const utf8 = new TextEncoder();

/** Room for a key of the usual length, filled anew for each. */
const room = new Uint8Array(4096);

function encoded(key: string): Uint8Array {
  // No character takes more than three bytes a code unit.
  if (key.length * 3 > room.length) return utf8.encode(key);
  return room.subarray(0, utf8.encodeInto(key, room).written);
}

function digestsOf(sha256: Sha256Of, keys: readonly string[]): Uint8Array {
  const digests = new Uint8Array(keys.length * HASH_BYTES);
  keys.forEach((key, place) => digests.set(sha256(encoded(key)), place * HASH_BYTES));
  return digests;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Whether a moment as entries write it comes before another; without its last letter, its text sorts as it does. */
function isEarlier(moment: string, than: string): boolean {
  return MOMENT.test(moment) && moment.slice(0, -1) < than.slice(0, -1);
}

/** How far the ends of one day are apart, in hours from its end by UTC: there is no zone further east or west. */
const [EAST, WEST] = [14, 12];

/** The moment a list's day was over; undefined when it is not the end of that day anywhere. */
function endOf({ day, until }: ListEntry): string | undefined {
  try {
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
    const hours = Temporal.Instant.from(`${next}T00:00:00Z`).since(Temporal.Instant.from(until)).total('hours');
    return MOMENT.test(until) && hours <= EAST && hours >= -WEST ? until : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The lists of days as the entries before each make them: every key of every label whose publication stands before the
 * list's entry and is of a moment before the end of its day.
 */
export class DayLists {
  readonly #sha256: Sha256Of;
  readonly #from: number;
  readonly #lists: { readonly index: number; readonly entry: ListEntry }[] = [];
  readonly #digests = new SortedDigests();
  readonly #faults: ListFault[] = [];
  readonly #waiting = new WaitingLabels();
  #labels = 0;
  #end: string | undefined;
  #count = 0;

  /** Lists at places before `from` are not made anew: somebody has done that before. */
  constructor(sha256: Sha256Of, from: number) {
    this.#sha256 = sha256;
    this.#from = from;
  }

  /** Takes the next publication of a label. */
  takeLabel(index: number, { number, publishedAt, record }: LabelEntry): void {
    const digests = record === undefined ? undefined : digestsOf(this.#sha256, keysOf(number, record));
    this.#waiting.add({ index, publishedAt }, { number, digests });
  }

  /** Takes the next list. */
  takeList(index: number, entry: ListEntry): void {
    if (index < this.#from) {
      this.#end = endOf(entry);
      return;
    }
    this.#lists.push({ index, entry });
    this.#settle();
  }

  /** Whether the record of a label is needed that its entry only names by its hash. */
  lacks(number: string): boolean {
    return this.#waiting.lacks(number);
  }

  /** Takes the record of a label that was lacking, once it has the hash its entry names. */
  takeRecord(number: string, record: unknown): void {
    this.#waiting.fill(number, digestsOf(this.#sha256, keysOf(number, record)));
    this.#settle();
  }

  /** How many lists were made anew, and which of them are not what the entries say. */
  result(): { readonly count: number; readonly faults: readonly ListFault[] } {
    const left = this.#lists.map(({ index, entry: { day, list } }) => {
      return { day, index, how: 'record_missing', listed: list.size, expected: this.#waiting.lacking } as const;
    });
    return { count: this.#count + left.length, faults: [...this.#faults, ...left] };
  }

  /** Makes the lists anew for which all is there, in their order. */
  #settle(): void {
    for (let next = this.#lists[0]; next !== undefined; next = this.#lists[0]) {
      if (!this.#settleOne(next)) return;
      this.#lists.shift();
    }
  }

  #settleOne({ index, entry }: { readonly index: number; readonly entry: ListEntry }): boolean {
    const { day, labels, list } = entry;
    const fault = (how: ListFault['how'], listed: number, expected: number): true => {
      this.#faults.push({ day, index, how, listed, expected });
      this.#count += 1;
      return true;
    };
    const end = endOf(entry);
    const isLater = end !== undefined && (this.#end === undefined || isEarlier(this.#end, end));
    if (!isLater) return fault('day_differs', list.size, list.size);
    if (!this.#addUpTo(index, end)) return false;
    this.#end = end;
    const head = this.#digests.head(this.#sha256);
    if (!isSameHash(head.root, list.root) || head.size !== list.size) return fault('keys_differ', list.size, head.size);
    if (labels !== this.#labels) return fault('labels_differ', labels, this.#labels);
    this.#count += 1;
    return true;
  }

  /** Adds the labels of before a place and a moment; false when the record of one is lacking. */
  #addUpTo(index: number, end: string): boolean {
    const taken = this.#waiting.take((label) => label.index < index && isEarlier(label.publishedAt, end));
    if (taken === undefined) return false;
    this.#digests.add(taken.digests);
    this.#labels += taken.count;
    return true;
  }
}
