import { acceptCase } from '../../app/case/accept-case.ts';
import type { CaseRefusal } from '../../app/case/case-refusal.ts';
import { confirmDecision } from '../../app/case/confirm-decision.ts';
import { declineCase } from '../../app/case/decline-case.ts';
import { discontinueCase } from '../../app/case/discontinue-case.ts';
import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { proposeDecision } from '../../app/case/propose-decision.ts';
import { recordPayment } from '../../app/case/record-payment.ts';
import { returnCase } from '../../app/case/return-case.ts';
import { withdrawProposal } from '../../app/case/withdraw-proposal.ts';
import { publishLabel, type PublishRefusal } from '../../app/label/publish-label.ts';
import type { Deps } from '../../app/ports.ts';
import type { Actor } from '../../core/access/actor.ts';
import { DECISION_OUTCOMES } from '../../core/decision/label-decision.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { parseDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { parseDayLeniently } from '../../formats/answers/parse-day-leniently.ts';
import type { OfficeAct } from './act-places.ts';

/** Why the form of an act was not taken: what it says cannot be read, or the act was refused. */
export type ActRefusal =
  | CaseRefusal
  | PublishRefusal
  | { readonly code: 'unreadable_field'; readonly field: 'paidOn' | 'validUntil' | 'outcome' }
  /** What was submitted has changed since the proposal was shown. */
  | { readonly code: 'not_as_seen' };

/** An act with all it needs. */
type AskedToDo = {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly found: OfficeCase;
  readonly form: URLSearchParams;
};

type Done = Promise<Result<unknown, ActRefusal>>;

const textOf = (form: URLSearchParams, name: string): string => asTyped(form.get(name) ?? '');

/** A day as typed; undefined where nothing is. */
function dayIn(
  form: URLSearchParams,
  field: 'paidOn' | 'validUntil',
): Result<Temporal.PlainDate | undefined, ActRefusal> {
  const typed = textOf(form, field);
  if (typed === '') return ok(undefined);
  const day = parseDayLeniently(typed);
  return day.ok ? day : refused({ code: 'unreadable_field', field });
}

function accept({ deps, actor, found, form }: AskedToDo): Done {
  return acceptCase(deps, actor, { id: found.shown.row.id, knownUnlooked: Number(form.get('unlooked') ?? '0') });
}

async function pay({ deps, actor, found, form }: AskedToDo): Done {
  const paidOn = dayIn(form, 'paidOn');
  if (!paidOn.ok) return paidOn;
  if (paidOn.value === undefined) return refused({ code: 'unreadable_field', field: 'paidOn' });
  return recordPayment(deps, actor, { id: found.shown.row.id, paidOn: paidOn.value });
}

async function propose({ deps, actor, found, form }: AskedToDo): Done {
  const outcome = DECISION_OUTCOMES.find((known) => known === form.get('outcome'));
  if (outcome === undefined) return refused({ code: 'unreadable_field', field: 'outcome' });
  const validUntil = dayIn(form, 'validUntil');
  if (!validUntil.ok) return validUntil;
  const reason = textOf(form, 'reason');
  return proposeDecision(deps, actor, {
    id: found.shown.row.id,
    outcome,
    reason: reason === '' ? undefined : reason,
    validUntil: outcome === 'grant' ? validUntil.value : undefined,
  });
}

async function confirm({ deps, actor, found, form }: AskedToDo): Done {
  const id = Number(form.get('seenId') ?? '');
  const until = parseDay(form.get('seenUntil') ?? '');
  const { decision } = found.shown;
  if (decision?.id !== id || decision.seal !== form.get('seenSeal')) return refused({ code: 'not_as_seen' });
  const seen = { id, validUntil: until.ok ? until.value : undefined };
  return confirmDecision(deps, actor, { id: found.shown.row.id, seen });
}

async function publish({ deps, actor, found }: AskedToDo): Done {
  const { label } = found.shown;
  return label === undefined ? refused({ code: 'no_such_subject' }) : publishLabel(deps, actor, label.id);
}

/** How each act is done with what its form says. */
const ACTS: Readonly<Record<OfficeAct, (asked: AskedToDo) => Done>> = {
  'case.accept': accept,
  'case.return': ({ deps, actor, found }) => {
    const items = found.checked.filter(({ remark }) => remark !== '');
    return returnCase(deps, actor, { id: found.shown.row.id, items });
  },
  'case.decline': ({ deps, actor, found, form }) =>
    declineCase(deps, actor, { id: found.shown.row.id, reason: textOf(form, 'reason') }),
  'case.record-payment': pay,
  'case.discontinue': ({ deps, actor, found, form }) =>
    discontinueCase(deps, actor, { id: found.shown.row.id, reason: textOf(form, 'reason') }),
  'case.propose-decision': propose,
  'case.withdraw-proposal': ({ deps, actor, found, form }) => {
    const reason = textOf(form, 'reason');
    return withdrawProposal(deps, actor, { id: found.shown.row.id, reason: reason === '' ? undefined : reason });
  },
  'case.confirm-decision': confirm,
  'label.publish': publish,
};

/** Does an act with what its form says, on the submission that was seen; one that came in since has to be looked at first. */
export async function doAct(act: OfficeAct, asked: AskedToDo): Done {
  if (Number(asked.form.get('sequence')) !== asked.found.filed.sequence) return refused({ code: 'submitted_again' });
  return ACTS[act](asked);
}
