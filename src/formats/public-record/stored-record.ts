import type { Answer, Item } from '../../core/case/answer-kinds.ts';
import { ITEMS, TABLES } from '../../core/case/application-items.ts';
import type { Validity } from '../../core/attestation/validity.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import type { ListedRecord } from '../../core/register/listed-record.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';

type Cells = Readonly<Record<string, Answer | undefined>>;

/** A public record as it is kept and logged: canonical JSON (RFC 8785), days as ISO 8601, absent answers left out. */
export function toStoredRecord(record: PublicRecord): string {
  return canonicalJson(JSON.parse(JSON.stringify(record)));
}

const daysOf = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'day' ? [item.id] : []));

/** The items whose answers are days, of the form and of each of its tables. */
const DAYS = {
  answers: daysOf(ITEMS),
  models: daysOf(TABLES.models),
  personalData: daysOf(TABLES.personalData),
  services: daysOf(TABLES.services),
};

/** Cells just read from JSON, with their days as days. */
function revive(cells: Cells, days: readonly string[]): Cells {
  const read: Record<string, Answer | undefined> = cells;
  for (const id of days) {
    const written = read[id];
    if (typeof written === 'string') read[id] = Temporal.PlainDate.from(written);
  }
  return read;
}

type StoredValidity = { readonly from: string; readonly until?: string; readonly graceDays: number };

type Stored<R> = Omit<R, 'validity'> & { readonly validity: StoredValidity };

function reviveValidity({ from, until, graceDays }: StoredValidity): Validity {
  return {
    from: Temporal.PlainDate.from(from),
    until: until === undefined ? undefined : Temporal.PlainDate.from(until),
    graceDays,
  };
}

/** Reads back what `toStoredRecord` wrote; only for text of our own. */
export function fromStoredRecord(text: string): PublicRecord {
  const stored = JSON.parse(text) as Stored<PublicRecord>;
  return {
    ...stored,
    validity: reviveValidity(stored.validity),
    answers: revive(stored.answers, DAYS.answers),
    models: stored.models.map((row) => revive(row, DAYS.models)),
    personalData: stored.personalData.map((row) => revive(row, DAYS.personalData)),
    services: stored.services.map((row) => revive(row, DAYS.services)),
  };
}

/** What lists say of a label, as it is kept: days as ISO 8601, absent answers left out. */
export type StoredLine = Stored<ListedRecord>;

/** Reads back what lists say of a label; only for JSON of our own. */
export function fromStoredLine(stored: StoredLine): ListedRecord {
  return { ...stored, validity: reviveValidity(stored.validity) };
}
