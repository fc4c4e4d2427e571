import type { Localized } from '../../core/kernel/text.ts';
import type { JsonObject } from '../../core/kernel/json-object.ts';
import { CREDENTIALS_CONTEXT, issuerAt, statusListAt, type StatusPurpose } from './credential-names.ts';
import { dateTimeStamp, inLanguages, numericDate } from './label-credential.ts';
import { encodeStatusBits } from './status-bits.ts';

/** What a status list says, and for how long it may be believed. */
type StatusListFacts = {
  readonly baseUrl: string;
  readonly operator: Localized;
  readonly zone: string;
  readonly purpose: StatusPurpose;
  readonly list: number;
  /** The places of labels that are revoked, or suspended. */
  readonly places: readonly number[];
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** Seconds after which it is worth asking again. */
  readonly freshSeconds: number;
};

/** A status list as a credential, before it is signed (Bitstring Status List 1.0, 2.2). */
export async function statusListCredential(facts: StatusListFacts): Promise<JsonObject> {
  const { baseUrl, operator, zone, purpose, list, places, from, until, freshSeconds } = facts;
  const id = statusListAt(baseUrl, purpose, list);
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: issuerAt(baseUrl), name: inLanguages(operator) },
    validFrom: dateTimeStamp(from, zone),
    validUntil: dateTimeStamp(until, zone),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await encodeStatusBits(places),
      ttl: freshSeconds * 1000,
    },
    iat: numericDate(from),
  };
}
