import type { Actor } from '../../core/access/actor.ts';
import { authorize } from '../../core/access/authorize.ts';
import { mandatesToWiden } from '../../core/access/held-mandates.ts';
import { EMPTY_APPLICATION, type Application } from '../../core/case/application.ts';
import type { CaseId, OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { insertCase } from '../../db/cases.ts';
import { appendEvent } from '../../db/events.ts';
import { insertMandateCases } from '../../db/mandates.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { applicationColumns } from './application-columns.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { personOf } from './locked-case.ts';
import { takeNumber } from './take-number.ts';

/** What a case is opened with; without an application nothing is answered yet. */
type NewCase = {
  readonly vendor: OrganisationId;
  readonly level: string;
  readonly application?: Application | undefined;
  /** The id it is to have; drawn anew without one. */
  readonly id?: CaseId | undefined;
};

/** A case just opened: its id and the application number given to it. */
export type OpenedCase = { readonly id: CaseId; readonly applicationNumber: string };

/** Opens a case within an open transaction. */
export async function openCaseIn(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  input: NewCase,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const allowed = authorize(actor, 'case.open', { owner: input.vendor });
  if (!allowed.ok) return allowed;
  const { scheme } = deps.scheme;
  const level = scheme.levels.find((candidate) => candidate.id === input.level);
  if (level === undefined) return refused({ code: 'unknown_level', level: input.level });
  const now = deps.clock.now();
  const id = input.id ?? (deps.ids.uuid() as CaseId);
  const today = legalDay(now, scheme.zone);
  const applicationNumber = await takeNumber(tx, scheme, { kind: 'application', stars: level.stars, today });
  if (!applicationNumber.ok) return applicationNumber;
  const widened = allowed.value === 'agent' ? mandatesToWiden(actor, input.vendor) : [];
  const inserted = insertCase(tx, {
    id,
    kind: 'new',
    state: 'draft',
    level: level.id,
    vendor: input.vendor,
    opened_by: personOf(actor).person,
    opened_at: now,
    ...applicationColumns(input.application ?? EMPTY_APPLICATION),
    application_number: applicationNumber.value,
    drafted_under: deps.scheme.sha256,
    drafted_on: today,
  });
  const recorded = appendEvent(tx, {
    at: now,
    act: 'case.open',
    actor: eventActor(actor, allowed.value, input.vendor),
    subject: { kind: 'case', id },
    detail: {
      level: level.id,
      applicationNumber: applicationNumber.value,
      ...(widened.length === 0 ? {} : { addedToMandates: widened.map((mandate) => mandate.id) }),
    },
  });
  const [isNew] = await Promise.all([inserted, recorded]);
  if (!isNew) return refused({ code: 'already_begun' });
  await Promise.all(widened.map((mandate) => insertMandateCases(tx, mandate.id, [id])));
  return ok({ id, applicationNumber: applicationNumber.value });
}

/** Opens a case for a vendor: a draft with its application number (申請番号). */
export function openCase(deps: Deps, actor: Actor, input: NewCase): Promise<Result<OpenedCase, CaseRefusal>> {
  return transact(deps.db, (tx) => openCaseIn(deps, tx, actor, input));
}
