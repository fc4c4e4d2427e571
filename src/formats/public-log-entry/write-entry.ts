import { canonicalJson } from '../../core/log/canonical-json.ts';
import type { Sha256Of } from '../../core/log/tree-hash.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { LONGEST_ENTRY } from '../tlog-tiles/entry-bundle.ts';

/** A label that becomes public, with its stored record: canonical JSON, only what is public. */
type PublishedLabel = {
  readonly number: string;
  readonly publishedAt: Temporal.Instant;
  readonly record: string;
};

/**
 * The entry that makes a label public: its number, the moment, and its whole record, or the record's SHA-256 where the
 * entry would be longer than a bundle can say.
 */
export function labelPublishedEntry(sha256: Sha256Of, { number, publishedAt, record }: PublishedLabel): string {
  const fact = { kind: 'label-published', number, publishedAt: publishedAt.toString() };
  const whole = canonicalJson({ ...fact, record: JSON.parse(record) as unknown });
  if (new TextEncoder().encode(whole).length <= LONGEST_ENTRY) return whole;
  return canonicalJson({ ...fact, recordSha256: sha256(new TextEncoder().encode(record)).toHex() });
}

/** Scheme data that comes into force: which scheme, the version's hash, and the criteria it holds. */
type PublishedCriteria = {
  readonly scheme: string;
  readonly version: string;
  readonly publishedAt: Temporal.Instant;
  readonly criteriaSets: readonly { readonly id: string; readonly version: string }[];
};

/** The entry that makes a version of the scheme's criteria known. */
export function criteriaPublishedEntry({ publishedAt, criteriaSets, ...version }: PublishedCriteria): string {
  return canonicalJson({
    kind: 'criteria-published',
    ...version,
    publishedAt: publishedAt.toString(),
    criteriaSets: criteriaSets.map((set) => ({ id: set.id, version: set.version })),
  });
}

/** A further key that signs beside the log's, or one that signs no more; as text (C2SP signed-note, Verifier keys). */
type TurnedKey = {
  readonly kind: 'log-key-introduced' | 'log-key-retired';
  readonly at: Temporal.Instant;
  readonly key: string;
};

/** The entry that makes a change of the log's own keys known. */
export function logKeyEntry({ kind, at, key }: TurnedKey): string {
  return canonicalJson({ kind, at: at.toString(), key });
}

/** A day's snapshot of the register, and the sorted list of everything that is in it. */
type ListedRegister = {
  readonly day: Temporal.PlainDate;
  /** The moment the day was over in the scheme's zone: what was public before it is in the list. */
  readonly until: Temporal.Instant;
  /** Of the snapshot's file, in hexadecimal digits. */
  readonly snapshotSha256: string;
  readonly labels: number;
  readonly list: TreeHead;
};

/** The entry that commits to what the register had at the end of a day, so that also what it lacked can be proven. */
export function registerListedEntry({ day, until, snapshotSha256, labels, list }: ListedRegister): string {
  return canonicalJson({
    kind: 'register-listed',
    day: day.toString(),
    until: until.toString(),
    snapshotSha256,
    labels,
    list: { size: list.size, root: list.root.toBase64() },
  });
}

/** What a label is besides its dates, from a moment on. */
type ChangedStatus = {
  readonly number: string;
  readonly changedAt: Temporal.Instant;
  readonly isRevoked: boolean;
  readonly isSuspended: boolean;
};

/** The entry that says whether a label is revoked or suspended; the newest one counts, and a label without one is neither. */
export function labelStatusEntry({ number, changedAt, isRevoked, isSuspended }: ChangedStatus): string {
  return canonicalJson({ kind: 'label-status', number, changedAt: changedAt.toString(), isRevoked, isSuspended });
}

/** A key of the issuer of credentials and what became of it. */
type ChangedKey = {
  /** The key's name: its RFC 7638 thumbprint. */
  readonly key: string;
  readonly publicKey: Uint8Array;
  readonly usedFrom: Temporal.Instant;
  readonly usedUntil: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
};

/** The entry that says what became of a key of the issuer; the newest one about a key counts. */
export function issuerKeyEntry({ key, publicKey, usedFrom, usedUntil, revokedAt }: ChangedKey): string {
  return canonicalJson({
    kind: 'issuer-key',
    key,
    publicKey: publicKey.toBase64(),
    usedFrom: usedFrom.toString(),
    ...(usedUntil === null ? {} : { usedUntil: usedUntil.toString() }),
    ...(revokedAt === null ? {} : { revokedAt: revokedAt.toString() }),
  });
}
