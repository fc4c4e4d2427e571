import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import {
  labelStateOn,
  LABEL_LIFECYCLE,
  type LabelAction,
  type LabelState,
} from '../../core/attestation/label-lifecycle.ts';
import type { LabelId } from '../../core/kernel/ids.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { step, type StepRefusal } from '../../core/kernel/lifecycle.ts';
import { refused, type Result } from '../../core/kernel/result.ts';
import { lockLabel, saveLabelPublished } from '../../db/labels.ts';
import { transact } from '../../db/transact.ts';
import { fromStoredRecord } from '../../formats/public-record/stored-record.ts';
import { eventActor } from '../event-actor.ts';
import type { LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps } from '../ports.ts';
import { schemeOfRecord } from '../scheme/find-scheme-version.ts';
import { appendPublication } from './append-publication.ts';

/** Why a label was not published. */
export type PublishRefusal =
  | AccessRefusal
  | LogNotSigned
  | StepRefusal<LabelState, LabelAction, never>
  | { readonly code: 'under_embargo'; readonly until: Temporal.PlainDate };

/** Publishes a label whose wished day has come; it becomes public with the commit of its log entry. */
export function publishLabel(deps: Deps, actor: Actor, id: LabelId): Promise<Result<LabelState, PublishRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<LabelState, PublishRefusal>> => {
    const row = await lockLabel(tx, id);
    const allowed = authorize(actor, 'label.publish', row && caseSubject({ id: row.case_id, vendor: row.vendor }));
    if (!allowed.ok) return allowed;
    if (row === undefined) return refused({ code: 'no_such_subject' });
    const record = fromStoredRecord(row.record);
    const { scheme } = await schemeOfRecord(deps, tx, record);
    const now = deps.clock.now();
    const today = legalDay(now, scheme.zone);
    const isPublished = row.published_at !== null;
    const state = labelStateOn({ validity: record.validity, isPublished }, today);
    const next = step(LABEL_LIFECYCLE, state, 'label.publish', { isPublished });
    if (!next.ok) return next;
    if (isBefore(today, row.publish_on)) return refused({ code: 'under_embargo', until: row.publish_on });
    const by = eventActor(actor, allowed.value, row.vendor);
    const [, logged] = await Promise.all([
      saveLabelPublished(tx, row.id, now),
      appendPublication(deps, tx, row, { at: now, by }),
    ]);
    return logged.ok ? next : logged;
  });
}
