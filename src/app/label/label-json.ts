import { lastDayOfGrace, nextCalendarChange } from '../../core/attestation/label-lifecycle.ts';
import { findProductType, mostStars } from '../../core/scheme/in-force.ts';
import type { Inclusion } from '../log/prove-entry.ts';
import { evaluatorOf } from './evaluator-of.ts';
import type { ShownLabel } from './find-label.ts';
import type { ListedLabel } from './listed-label.ts';
import { publicState } from './public-state.ts';

/** A day as machines read it, null where there is none. */
const day = (value: Temporal.PlainDate | undefined): string | null => value?.toString() ?? null;

function namesOf(label: ShownLabel): object {
  const { record, scheme, level, set } = label;
  const { title, document, version } = set;
  return {
    scheme: scheme.name,
    operator: scheme.operator.name,
    level: level.name,
    productType: findProductType(scheme, record.answers['product.type'])?.name ?? null,
    evaluator: evaluatorOf(label)?.name ?? null,
    criteriaSet: { title, document, version },
    criteria: set.criteria.map((criterion) => ({
      id: criterion.id,
      title: criterion.title,
      wording: criterion.status,
    })),
  };
}

/** Where the label's publication stands in the public log, and what proves it. */
function logOf(number: string, inclusion: Inclusion | undefined, baseUrl: string): object | null {
  if (inclusion === undefined) return null;
  const log = `${baseUrl}/log`;
  const { index, hashes, checkpoint } = inclusion;
  return {
    index,
    inclusion: { checkpoint, hashes: hashes.map((hash) => hash.toBase64()) },
    proof: `${baseUrl}/labels/${number}/proof`,
    checkpoint: `${log}/checkpoint`,
    key: `${log}/vkey`,
  };
}

function linksOf({ record, level }: Pick<ListedLabel, 'record' | 'level'>, baseUrl: string): object {
  const { number } = record;
  const declaration =
    level.chain === 'first-party'
      ? {
          declaration: {
            ja: `${baseUrl}/labels/${number}/declaration`,
            en: `${baseUrl}/en/labels/${number}/declaration`,
          },
        }
      : {};
  return {
    self: `${baseUrl}/labels/${number}.json`,
    page: { ja: `${baseUrl}/labels/${number}`, en: `${baseUrl}/en/labels/${number}` },
    short: `${baseUrl}/l/${number}`,
    ...declaration,
  };
}

/**
 * A label for machines (format `shirushi-label/1`). `status` is the answer for `status.on`, a legal day in
 * `status.zone` that may have passed; it holds until `status.changesOn` at the latest, and a later act may change it
 * sooner. `record` is the public record as it is logged, `log` where, with the proof of it: to a checkpoint of its own,
 * which may be older than the newest; `credential` is where it is signed; `names` puts its ids into words. Days are ISO
 * 8601, moments RFC 3339 in UTC.
 */
export function labelJson(label: ShownLabel, baseUrl: string, inclusion: Inclusion | undefined): object {
  const { record, stored, today, publishedAt, scheme, level } = label;
  const { from, until, graceDays } = record.validity;
  const state = publicState(label);
  const { says, doesNotSay } = scheme.claims;
  return {
    format: 'shirushi-label/1',
    number: record.number,
    status: {
      state,
      isValid: state === 'valid',
      on: day(today),
      zone: scheme.zone,
      changesOn: day(nextCalendarChange({ validity: record.validity, isPublished: true }, today)),
    },
    validity: { from: day(from), until: day(until), graceDays, graceUntil: day(lastDayOfGrace(record.validity)) },
    support: { until: day(record.answers['support.endsOn']) },
    level: { id: level.id, stars: level.stars, of: mostStars(scheme) },
    publishedAt: publishedAt.toString(),
    names: namesOf(label),
    record: JSON.parse(stored) as unknown,
    meaning: { says, doesNotSay },
    log: logOf(record.number, inclusion, baseUrl),
    credential: `${baseUrl}/labels/${record.number}/credential`,
    links: linksOf(label, baseUrl),
  };
}

/** A label as one line of a list for machines. */
export function labelLineJson(label: ListedLabel, baseUrl: string): object {
  const { record, today, level, scheme } = label;
  const { answers, number, validity } = record;
  return {
    number,
    status: { state: publicState(label), on: day(today), zone: scheme.zone },
    validity: { from: day(validity.from), until: day(validity.until) },
    level: level.id,
    vendor: { ja: answers['vendor.name'] ?? null, en: answers['vendor.nameEn'] ?? null },
    product: { ja: answers['product.name'] ?? null, en: answers['product.nameEn'] ?? null },
    evaluator: answers['evaluation.evaluator'] ?? null,
    models: record.models.flatMap((model) => model.number ?? []),
    links: linksOf(label, baseUrl),
  };
}
