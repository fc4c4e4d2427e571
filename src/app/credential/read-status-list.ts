import { legalDay, startOfDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findSigningKey } from '../../db/issuer-keys.ts';
import { listLabelStatuses } from '../../db/label-credentials.ts';
import { findLogHead } from '../../db/public-log.ts';
import { STATUS_LIST_PLACES, type StatusPurpose } from '../../formats/credential/credential-names.ts';
import { statusListCredential } from '../../formats/credential/status-list-credential.ts';
import type { Deps, Signer } from '../ports.ts';
import { credentialSigningInput, notSigned, signCredential, type NotSigned } from './sign-credential.ts';

/** Seconds after which it is worth asking for a status list again. */
export const STATUS_FRESH_SECONDS = 300;

/** Days for which a list is believed at most: an old list cannot hide a revocation for longer. */
const BELIEVED_DAYS = 8;

/** Lists signed before, by what was signed: a device need not sign the same again for each reader. */
const signedBefore = new Map<string, string>();
const MOST_KEPT = 100;

async function signOnce(signer: Signer, input: string): Promise<Result<string, NotSigned>> {
  const before = signedBefore.get(input);
  if (before !== undefined) return ok(before);
  const signed = await signCredential(signer, input);
  if (!signed.ok) return signed;
  if (signedBefore.size >= MOST_KEPT) signedBefore.clear();
  signedBefore.set(input, signed.value);
  return signed;
}

const latest = (moments: readonly Temporal.Instant[]): Temporal.Instant | undefined =>
  moments.toSorted((first, second) => Temporal.Instant.compare(second, first))[0];

/** What a list says today; the same until somebody is revoked or suspended, the key changes, or the day is over. */
async function payloadOf(
  { db, baseUrl, scheme: { scheme }, clock }: Deps,
  {
    purpose,
    list,
    usedFrom,
  }: { readonly purpose: StatusPurpose; readonly list: number; readonly usedFrom: Temporal.Instant },
) {
  const from = list * STATUS_LIST_PLACES;
  const statuses = await listLabelStatuses(db.kysely, { from, to: from + STATUS_LIST_PLACES });
  const isSaid = purpose === 'revocation' ? 'isRevoked' : 'isSuspended';
  const today = legalDay(clock.now(), scheme.zone);
  const morning = startOfDay(today, scheme.zone);
  return statusListCredential({
    baseUrl,
    operator: scheme.operator.name,
    zone: scheme.zone,
    purpose,
    list,
    places: statuses.filter((status) => status[isSaid]).map(({ entry }) => entry - from),
    from: latest([morning, usedFrom, ...statuses.map(({ changedAt }) => changedAt)]) ?? morning,
    until: startOfDay(today.add({ days: BELIEVED_DAYS }), scheme.zone),
    freshSeconds: STATUS_FRESH_SECONDS,
  });
}

/**
 * A status list as a signed credential (Bitstring Status List 1.0): one for each 131,072 entries of the public log, in
 * which a label has the place of the entry that made it public. Undefined for a list the log does not reach. What the
 * calendar brings is not in it: that follows from the credential's own dates. Everybody may have it.
 */
export async function readStatusList(
  deps: Deps,
  purpose: StatusPurpose,
  list: number,
): Promise<Result<string, NotSigned> | undefined> {
  const [{ edge }, key] = await Promise.all([findLogHead(deps.db.kysely), findSigningKey(deps.db.kysely)]);
  if (list * STATUS_LIST_PLACES >= Math.max(edge.size, 1)) return undefined;
  if (key === undefined) return refused({ code: 'credential_not_signed', cause: 'no key was made yet' });
  const signer = await deps.issuerKeys.open(key.public_key);
  if (!signer.ok) return notSigned(signer.error);
  const payload = await payloadOf(deps, { purpose, list, usedFrom: key.used_from });
  return signOnce(signer.value, credentialSigningInput(payload, deps.baseUrl, key.public_key));
}
