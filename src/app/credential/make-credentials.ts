import { ok, type Result } from '../../core/kernel/result.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import {
  insertCredentials,
  listDisbelievedSources,
  listNewSources,
  listSkippedSources,
  saveGaps,
  type CredentialSource,
} from '../../db/label-credentials.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { issuerAt } from '../../formats/credential/credential-names.ts';
import { labelCredential } from '../../formats/credential/label-credential.ts';
import { parseLogEntry } from '../../formats/public-log-entry/parse-entry.ts';
import { fromStoredRecord } from '../../formats/public-record/stored-record.ts';
import type { Deps, Signer } from '../ports.ts';
import { schemeOfRecord } from '../scheme/find-scheme-version.ts';
import { sha256Bytes, sha256Of } from '../sha256.ts';
import { credentialSigningInput, notSigned, signCredential, type NotSigned } from './sign-credential.ts';
import { lockOrMakeKey } from './signing-key.ts';

/** Credentials made in one transaction: a rotation of the key must not wait long for it. */
const AT_ONCE = 100;

/** How many credentials were made, and how many labels got none because their row is not what was logged. */
type MadeCredentials = { readonly made: number; readonly differing: number };

/** Whether the row still says what was logged: nothing else is ever signed. */
function isLogged({ logged, record, number }: CredentialSource): boolean {
  const entry = parseLogEntry(sha256Bytes, new TextEncoder().encode(logged));
  if (!entry.ok || entry.value.kind !== 'label-published') return false;
  return entry.value.number === number && entry.value.recordSha256 === sha256Of(record);
}

async function makeOne(deps: Deps, tx: Tx, source: CredentialSource, signer: Signer) {
  const { baseUrl, clock } = deps;
  const record = fromStoredRecord(source.record);
  const { scheme } = await schemeOfRecord(deps, tx, record);
  const level = levelOf(scheme, record.level);
  const signedAt = clock.now();
  const payload = labelCredential({
    baseUrl,
    operator: scheme.operator.name,
    zone: scheme.zone,
    level,
    record,
    recordSha256: sha256Of(source.record),
    published: source.published,
    entry: source.entry,
    signedAt,
  });
  const credential = await signCredential(signer, credentialSigningInput(payload, baseUrl, signer.publicKey));
  if (!credential.ok) return credential;
  const made = { entry: source.entry, issuer: issuerAt(baseUrl), public_key: signer.publicKey };
  return ok({ ...made, credential: credential.value, made_at: signedAt });
}

type List = typeof listNewSources;

/** What one transaction did, and the entry to go on behind; none when that was all. */
type Some = MadeCredentials & { readonly after: number | undefined };

/** Makes the next few credentials; one process at a time, for the key that signs is locked. */
async function makeSome(deps: Deps, tx: Tx, list: List, after: number): Promise<Result<Some, NotSigned>> {
  const key = await lockOrMakeKey(deps, tx);
  const signer = key.ok ? await deps.issuerKeys.open(key.value.public_key) : key;
  if (!signer.ok) return notSigned(signer.error);
  const sources = await list(tx, { issuer: issuerAt(deps.baseUrl), after, limit: AT_ONCE });
  const logged = sources.filter(isLogged);
  const rows = [];
  for (const source of logged) {
    const made = await makeOne(deps, tx, source, signer.value);
    if (!made.ok) return made;
    rows.push(made.value);
  }
  if (rows.length > 0) await insertCredentials(tx, rows);
  const left = sources.filter((source) => !logged.includes(source));
  const entries = (of: readonly CredentialSource[]): readonly number[] => of.map(({ entry }) => entry);
  await saveGaps(tx, issuerAt(deps.baseUrl), { left: entries(left), filled: entries(logged) });
  const next = sources.length < AT_ONCE ? undefined : sources.at(-1)?.entry;
  return ok({ made: rows.length, differing: sources.length - logged.length, after: next });
}

/**
 * Signs the credentials of labels that have none yet, also of those whose rows were mended since, and anew those whose
 * key was revoked; what was made once stays as it is. Nothing of it was not public before, so no event is written.
 * Stopped early, it goes on from there the next time.
 */
export async function makeCredentials(deps: Deps, signal: AbortSignal): Promise<Result<MadeCredentials, NotSigned>> {
  let [made, differing] = [0, 0];
  for (const list of [listSkippedSources, listNewSources, listDisbelievedSources]) {
    let after: number | undefined = -1;
    while (after !== undefined && !signal.aborted) {
      const from: number = after;
      const some = await transact(deps.db, (tx) => makeSome(deps, tx, list, from));
      if (!some.ok) return some;
      made += some.value.made;
      differing += some.value.differing;
      after = some.value.after;
    }
  }
  return ok({ made, differing });
}
