import { lastDayOfGrace } from '../../core/attestation/label-lifecycle.ts';
import { toStoredRecord } from '../../formats/public-record/stored-record.ts';
import type { ShownLabel } from '../label/find-label.ts';
import { publicState } from '../label/public-state.ts';

/** A label as a line of a dump: the record as it is logged, and its state on the dump's day. */
export function dumpedLabel(label: ShownLabel, baseUrl: string): object {
  const { record, publishedAt, today, scheme, level } = label;
  const { number, validity } = record;
  const { from, until, graceDays } = validity;
  return {
    number,
    publishedAt: publishedAt.toString(),
    record: JSON.parse(toStoredRecord(record)) as unknown,
    status: { state: publicState(label), on: today.toString(), zone: scheme.zone },
    validity: {
      from: from.toString(),
      until: until?.toString() ?? null,
      graceDays,
      graceUntil: lastDayOfGrace(validity)?.toString() ?? null,
    },
    level: level.id,
    page: `${baseUrl}/labels/${number}`,
  };
}

/** The columns of the table, in their order. */
export const COLUMNS = [
  ...['number', 'level', 'state', 'on', 'valid_from', 'valid_until', 'grace_until', 'published_at'],
  ...['vendor', 'vendor_en', 'corporate_number', 'product', 'product_en', 'product_type', 'models', 'firmware'],
  ...['evaluator', 'support_ends_on', 'personal_data', 'vulnerability_contact', 'page'],
] as const;

/** Between the model numbers of a label in its one cell. */
const BETWEEN_MODELS = ' | ';

/** A label as a row of the table, in the order of the columns. */
export function tabledLabel(label: ShownLabel, baseUrl: string): readonly string[] {
  const { record, publishedAt, today } = label;
  const { answers, validity, number } = record;
  const cells = {
    number,
    level: record.level,
    state: publicState(label),
    on: today,
    valid_from: validity.from,
    valid_until: validity.until,
    grace_until: lastDayOfGrace(validity),
    published_at: publishedAt,
    vendor: answers['vendor.name'],
    vendor_en: answers['vendor.nameEn'],
    corporate_number: answers['vendor.corporateNumber'],
    product: answers['product.name'],
    product_en: answers['product.nameEn'],
    product_type: answers['product.type'],
    models: record.models.flatMap((model) => model.number ?? []).join(BETWEEN_MODELS),
    firmware: answers['product.firmware'],
    evaluator: answers['evaluation.evaluator'],
    support_ends_on: answers['support.endsOn'],
    personal_data: { true: 'yes', false: 'no' }[String(answers['data.personalDataHandled'])],
    vulnerability_contact: answers['vulnerability.contact'],
    page: `${baseUrl}/labels/${number}`,
  };
  return COLUMNS.map((column) => cells[column]?.toString() ?? '');
}

/** A label as schema.org's `Certification`. */
export function certification(label: ShownLabel, baseUrl: string): object {
  const { record, today, level, scheme, publishedAt } = label;
  const { answers, validity, number, models } = record;
  const text = ({ ja, en }: { readonly ja: string; readonly en: string }): readonly object[] => [
    { '@language': 'ja', '@value': ja },
    { '@language': 'en', '@value': en },
  ];
  const page = `${baseUrl}/labels/${number}`;
  const isActive = publicState(label) === 'valid';
  return {
    '@type': 'Certification',
    '@id': page,
    url: page,
    certificationIdentification: number,
    name: text(level.name),
    certificationStatus: `https://schema.org/Certification${isActive ? 'Active' : 'Inactive'}`,
    certificationRating: { '@type': 'Rating', ratingValue: level.stars },
    datePublished: publishedAt.toString(),
    validFrom: validity.from.toString(),
    ...(validity.until === undefined ? {} : { expires: validity.until.toString() }),
    auditDate: answers['evaluation.completedOn']?.toString(),
    dateModified: today.toString(),
    issuedBy: { '@type': 'Organization', name: text(scheme.operator.name), url: scheme.operator.url },
    about: {
      '@type': 'Product',
      name: text({ ja: answers['product.name'] ?? number, en: answers['product.nameEn'] ?? number }),
      model: models.flatMap((model) => model.number ?? []),
      manufacturer: {
        '@type': 'Organization',
        name: text({ ja: answers['vendor.name'] ?? '', en: answers['vendor.nameEn'] ?? '' }),
      },
    },
  };
}
