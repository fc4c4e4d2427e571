import type { PersonActor, Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import type { ActId, Grant } from '../../core/access/permissions.ts';
import type { Application } from '../../core/case/application.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findCriteriaSet, levelOf } from '../../core/scheme/in-force.ts';
import type { CriteriaSet, Level, Scheme } from '../../core/scheme/scheme.ts';
import { lockCase, type CaseRow } from '../../db/cases.ts';
import { appendEvent } from '../../db/events.ts';
import type { JsonObject } from '../../db/schema.ts';
import type { Tx } from '../../db/transact.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import type { LevelGone } from './case-refusal.ts';
import { schemeVersionOf } from '../scheme/find-scheme-version.ts';
import type { SchemeVersion } from '../scheme/scheme-version.ts';

/** A case locked for one act by an actor who may do it, with what every act on a case needs. */
export type LockedCase = {
  readonly row: CaseRow;
  /** Read from its stored text when somebody asks: not every act does. */
  readonly application: Application;
  /** The version it was filed under, or the current one while it is a draft. */
  readonly version: SchemeVersion;
  readonly scheme: Scheme;
  /** Throws for a draft whose level the scheme has dropped: it can only be discontinued. */
  readonly level: Level;
  /** The role the actor acts in. */
  readonly role: Grant['role'];
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  /** Records what the act did; the subject, actor and time are known. */
  readonly record: (done: { readonly reason?: string | undefined; readonly detail?: JsonObject }) => Promise<number>;
};

/** Locks a case and decides whether the actor may do the act; a missing case and a foreign one are refused alike. */
export async function lockForAct(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  wanted: { readonly act: ActId; readonly id: CaseId },
): Promise<Result<LockedCase, AccessRefusal>> {
  const row = await lockCase(tx, wanted.id);
  const allowed = authorize(actor, wanted.act, caseSubject(row));
  if (!allowed.ok || row === undefined) return allowed.ok ? { ok: false, error: { code: 'no_such_subject' } } : allowed;
  const version = row.scheme_version === null ? deps.scheme : await schemeVersionOf(deps, tx, row.scheme_version);
  const now = deps.clock.now();
  let application: Application | undefined;
  return ok({
    row,
    get application() {
      return (application ??= fromStoredApplication(row.application));
    },
    version,
    scheme: version.scheme,
    get level() {
      return levelOf(version.scheme, row.level);
    },
    role: allowed.value,
    now,
    today: legalDay(now, version.scheme.zone),
    record: ({ reason, detail }) =>
      appendEvent(tx, {
        at: now,
        act: wanted.act,
        actor: eventActor(actor, allowed.value, row.vendor),
        subject: { kind: 'case', id: row.id },
        reason,
        detail,
      }),
  });
}

/** Refuses to go on with a draft whose level the scheme in force has dropped; what was submitted stays under its version. */
export function levelIsThere({ scheme, row }: Pick<LockedCase, 'scheme' | 'row'>): Result<true, LevelGone> {
  const isThere = scheme.levels.some(({ id }) => id === row.level);
  return isThere ? ok(true) : refused({ code: 'level_gone', level: row.level });
}

/** The criteria set a case is held against: the one in force on the day of its first submission, or today. */
export function criteriaSetOf(
  found: Pick<LockedCase, 'row' | 'scheme' | 'application' | 'today'>,
): CriteriaSet | undefined {
  return findCriteriaSet(found.scheme, {
    level: found.row.level,
    productType: found.application.answers['product.type'],
    day: found.row.first_submitted_on ?? found.today,
  });
}

/** The person who acts. Acts on cases that only people may do are never granted to others by the access table. */
export function personOf(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new Error(`an act for people was granted to ${actor.kind}`);
  return actor;
}
