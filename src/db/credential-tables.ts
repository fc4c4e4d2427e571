/** The keys of the issuer of credentials; the one without `used_until` signs. */
export type IssuerKeysTable = {
  public_key: Uint8Array;
  used_from: Temporal.Instant;
  used_until: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
};

/** The credentials that were signed, each for an entry of the public log; append-only by trigger. */
export type LabelCredentialsTable = {
  entry: number;
  issuer: string;
  public_key: Uint8Array;
  credential: string;
  made_at: Temporal.Instant;
};

/** Entries the issuer has no credential for, though later ones have one. */
export type CredentialGapsTable = { entry: number; issuer: string };
