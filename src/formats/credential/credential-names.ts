/** The media type of a credential secured as a JSON Web Token (VC-JOSE-COSE, 6.1.1), also in the header as `typ`. */
export const CREDENTIAL_MEDIA_TYPE = 'application/vc+jwt';

/** What a credential says it is, in the header of its signature (VC-JOSE-COSE, 3.1.1). */
export const CREDENTIAL_TYP = 'vc+jwt';

/** The first context of every credential (Verifiable Credentials Data Model 2.0, 4.3). */
export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** What a status list can say of a label (Bitstring Status List 1.0, 2.2): for good, or for a while. */
export const STATUS_PURPOSES = ['revocation', 'suspension'] as const;
/** One of the things a status list can say. */
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/** Places in one status list: what the specification asks for at least, so that a list says nothing about single labels. */
export const STATUS_LIST_PLACES = 131_072;

/** Where the operator of a register stands as an issuer: the document with its keys. */
export function issuerAt(baseUrl: string): string {
  return `${baseUrl}/issuer`;
}

/** The register an issuer belongs to; undefined for one of another software. */
export function baseOfIssuer(issuer: string): string | undefined {
  return /^(https?:\/\/.+)\/issuer$/.exec(issuer)?.[1];
}

/** Where the terms of label credentials are defined. */
export function labelContextAt(baseUrl: string): string {
  return `${baseUrl}/credentials/v1`;
}

/** Where a status list is. */
export function statusListAt(baseUrl: string, purpose: StatusPurpose, list: number): string {
  return `${baseUrl}/status/${purpose}/${String(list)}`;
}
