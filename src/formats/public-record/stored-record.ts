import type { Answer, Item } from '../../core/case/answer-kinds.ts';
import { ITEMS, TABLES } from '../../core/case/application-items.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';

type Cells = Readonly<Record<string, Answer | undefined>>;

/** A public record as it is kept and logged: canonical JSON (RFC 8785), days as ISO 8601, absent answers left out. */
export function toStoredRecord(record: PublicRecord): string {
  return canonicalJson(JSON.parse(JSON.stringify(record)));
}

function revive(cells: Readonly<Record<string, unknown>>, items: readonly Item[]): Cells {
  const days = new Set(items.filter((item) => item.kind === 'day').map((item) => item.id));
  return Object.fromEntries(
    Object.entries(cells).map(([id, value]) => [
      id,
      days.has(id) ? Temporal.PlainDate.from(value as string) : (value as Answer),
    ]),
  );
}

type StoredRecord = Omit<PublicRecord, 'validity'> & {
  readonly validity: { readonly from: string; readonly until?: string; readonly graceDays: number };
};

/** Reads back what `toStoredRecord` wrote; only for text of our own. */
export function fromStoredRecord(text: string): PublicRecord {
  const stored = JSON.parse(text) as StoredRecord;
  const { from, until, graceDays } = stored.validity;
  return {
    ...stored,
    validity: {
      from: Temporal.PlainDate.from(from),
      until: until === undefined ? undefined : Temporal.PlainDate.from(until),
      graceDays,
    },
    answers: revive(stored.answers, ITEMS),
    models: stored.models.map((row) => revive(row, TABLES.models)),
    personalData: stored.personalData.map((row) => revive(row, TABLES.personalData)),
    services: stored.services.map((row) => revive(row, TABLES.services)),
  };
}
