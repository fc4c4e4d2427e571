import { ok, type Result } from '../../core/kernel/result.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { appendEvent } from '../../db/events.ts';
import type { PublicFact } from '../../db/public-log.ts';
import { insertSchemeVersion, listUnloggedSchemeVersions } from '../../db/scheme-versions.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { criteriaPublishedEntry } from '../../formats/public-log-entry/write-entry.ts';
import { fromStoredScheme, toStoredScheme } from '../../formats/scheme-files/stored-scheme.ts';
import { appendPublicFacts, type LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import type { SchemeVersion } from './scheme-version.ts';

type LoadDeps = Pick<Deps, 'db' | 'clock' | 'signer' | 'logOrigin'>;

/** Entries for all versions that have none: the one just loaded, and those from before the log knew of criteria. */
async function unloggedCriteria(tx: Tx, at: Temporal.Instant): Promise<readonly PublicFact[]> {
  const versions = await listUnloggedSchemeVersions(tx);
  return versions.map(({ sha256, content }) => {
    const { id, criteriaSets } = fromStoredScheme(content);
    const entry = criteriaPublishedEntry({ scheme: id, version: sha256, publishedAt: at, criteriaSets });
    return { at, kind: 'criteria-published', subject: sha256, entry };
  });
}

async function load(deps: LoadDeps, tx: Tx, version: SchemeVersion): Promise<Result<true, LogNotSigned>> {
  const { sha256, scheme } = version;
  const at = deps.clock.now();
  const content = toStoredScheme(scheme);
  // Where two processes start at once, the second waits here for the first, and then finds nothing left to log.
  const isNew = await insertSchemeVersion(tx, { sha256, content, scheme: scheme.id, loadedAt: at });
  if (isNew) {
    await appendEvent(tx, {
      at,
      act: 'scheme.load',
      actor: { role: 'system:start' },
      subject: { kind: 'scheme', id: scheme.id },
      detail: { version: sha256 },
    });
  }
  const facts = await unloggedCriteria(tx, at);
  return facts.length === 0 ? ok(true) : appendPublicFacts(deps, tx, facts);
}

/**
 * Puts scheme data into force for new cases, and its criteria into the public log. Changed data makes a new version; cases
 * already submitted stay under the version they were filed under. Loading the same data again changes nothing. No person
 * does this: the program does, at its start, with the files its operator has put there.
 */
export async function loadScheme(deps: LoadDeps, scheme: Scheme): Promise<Result<SchemeVersion, LogNotSigned>> {
  const version = { sha256: sha256Of(toStoredScheme(scheme)), scheme };
  const loaded = await transact(deps.db, (tx) => load(deps, tx, version));
  return loaded.ok ? ok(version) : loaded;
}
