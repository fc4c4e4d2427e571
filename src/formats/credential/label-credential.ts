import type { Localized } from '../../core/kernel/text.ts';
import type { Validity } from '../../core/attestation/validity.ts';
import { lastDayOfGrace } from '../../core/attestation/label-lifecycle.ts';
import { startOfDay } from '../../core/kernel/legal-day.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import type { JsonObject } from '../../core/kernel/json-object.ts';
import {
  CREDENTIALS_CONTEXT,
  issuerAt,
  labelContextAt,
  STATUS_LIST_PLACES,
  STATUS_PURPOSES,
  statusListAt,
} from './credential-names.ts';

/** What a label credential is made from: nothing that is not in the public log or in the scheme's data. */
type CredentialFacts = {
  readonly baseUrl: string;
  readonly operator: Localized;
  readonly zone: string;
  readonly level: { readonly id: string; readonly stars: number; readonly name: Localized };
  readonly record: PublicRecord;
  /** Of the record's canonical JSON, as the public log has it. */
  readonly recordSha256: string;
  /** The entry of the public log that made the label public: its place in the status lists. */
  readonly published: number;
  /** The entry that says what this credential says. */
  readonly entry: number;
  readonly signedAt: Temporal.Instant;
};

/** A moment as XML Schema's dateTimeStamp with the zone's own offset, to the second. */
export function dateTimeStamp(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Seconds since 1970 of a moment, as JSON Web Tokens count (RFC 7519, 2). */
export function numericDate(moment: Temporal.Instant): number {
  return Math.floor(moment.epochMilliseconds / 1000);
}

/** The same text in each language it is written in, as JSON-LD has it. */
export function inLanguages({ ja, en }: Localized): readonly object[] {
  return [
    { '@language': 'ja', '@value': ja },
    { '@language': 'en', '@value': en },
  ];
}

/** From the first moment of the first day to the first moment after the last one: grace is no validity. */
function period({ from, until }: Validity, zone: string): object {
  const end = until?.add({ days: 1 });
  return {
    validFrom: dateTimeStamp(startOfDay(from, zone), zone),
    ...(end === undefined ? {} : { validUntil: dateTimeStamp(startOfDay(end, zone), zone) }),
  };
}

function statusEntries({ baseUrl, published }: CredentialFacts): readonly object[] {
  const place = published % STATUS_LIST_PLACES;
  return STATUS_PURPOSES.map((purpose) => {
    const list = statusListAt(baseUrl, purpose, Math.floor(published / STATUS_LIST_PLACES));
    return {
      id: `${list}#${String(place)}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(place),
      statusListCredential: list,
    };
  });
}

const written = (ja: string | undefined, en: string | undefined): object => ({
  ...(ja === undefined ? {} : { ja }),
  ...(en === undefined ? {} : { en }),
});

function subjectOf({ baseUrl, level, record, recordSha256 }: CredentialFacts): object {
  const { answers, number, validity, criteriaSet, models } = record;
  const { from, until } = validity;
  const grace = lastDayOfGrace(validity);
  const { 'support.endsOn': support, 'product.type': productType } = answers;
  return {
    id: `${baseUrl}/labels/${number}`,
    type: 'LabelledProduct',
    number,
    scheme: record.scheme.id,
    level: level.id,
    stars: level.stars,
    levelName: written(level.name.ja, level.name.en),
    ...(productType === undefined ? {} : { productType }),
    productName: written(answers['product.name'], answers['product.nameEn']),
    vendorName: written(answers['vendor.name'], answers['vendor.nameEn']),
    models: models.flatMap((model) => model.number ?? []),
    criteria: criteriaSet.id,
    criteriaVersion: criteriaSet.version,
    labelFrom: from.toString(),
    ...(until === undefined ? {} : { labelUntil: until.toString() }),
    ...(grace === undefined ? {} : { graceUntil: grace.toString() }),
    ...(support === undefined ? {} : { supportUntil: support.toString() }),
    recordSha256,
  };
}

/**
 * A label as a Verifiable Credential 2.0, before it is signed: who has what label for what, from when until when, where
 * its status is told, and where it stands in the public log. The same facts always give the same credential.
 */
export function labelCredential(facts: CredentialFacts): JsonObject {
  const { baseUrl, operator, zone, record, entry, signedAt } = facts;
  const label = `${baseUrl}/labels/${record.number}`;
  return {
    '@context': [CREDENTIALS_CONTEXT, labelContextAt(baseUrl)],
    id: `${label}/credential`,
    type: ['VerifiableCredential', 'LabelCredential'],
    issuer: { id: issuerAt(baseUrl), name: inLanguages(operator) },
    ...period(record.validity, zone),
    credentialStatus: statusEntries(facts),
    credentialSubject: subjectOf(facts),
    evidence: [{ id: `${label}/proof`, type: 'PublicLogEntry', logIndex: entry }],
    iat: numericDate(signedAt),
  };
}
