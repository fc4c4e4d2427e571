import type { Actor } from '../src/core/access/actor.ts';
import { EMPTY_APPLICATION } from '../src/core/case/application.ts';
import { CASE_LIFECYCLE, type CaseAction, type CaseState } from '../src/core/case/case-lifecycle.ts';
import type { CaseId } from '../src/core/kernel/ids.ts';
import type { Result } from '../src/core/kernel/result.ts';
import { acceptCase } from '../src/app/case/accept-case.ts';
import { confirmDecision } from '../src/app/case/confirm-decision.ts';
import { declineCase } from '../src/app/case/decline-case.ts';
import { discontinueCase } from '../src/app/case/discontinue-case.ts';
import { editCase } from '../src/app/case/edit-case.ts';
import { proposeDecision } from '../src/app/case/propose-decision.ts';
import { recordPayment } from '../src/app/case/record-payment.ts';
import { requestProvisionalNumber } from '../src/app/case/request-provisional-number.ts';
import { returnCase } from '../src/app/case/return-case.ts';
import { submitCase } from '../src/app/case/submit-case.ts';
import { withdrawProposal } from '../src/app/case/withdraw-proposal.ts';
import {
  aDraft,
  aGrantedCase,
  anAcceptedCase,
  aPaidCase,
  aProposedCase,
  aReturnedCase,
  aSubmittedCase,
} from './builders/cases.ts';
import { okOf, type PersonName, type World } from './builders/world.ts';

/** How an act is tried. */
export type Attempt = {
  readonly by: PersonName;
  /** Somebody who may know of the case but not do the act. */
  readonly notBy: PersonName;
  readonly run: (world: World, actor: Actor, id: CaseId, version: number) => Promise<Result<unknown, unknown>>;
};

const reason = 'a reason';

/** Every act on a case, with somebody who may do it and somebody who may not. */
export const CASE_ATTEMPTS: Partial<Readonly<Record<CaseAction, Attempt>>> = {
  'case.edit': {
    by: 'editor',
    notBy: 'officerA',
    run: ({ deps }, actor, id, version) => editCase(deps, actor, { id, version, application: EMPTY_APPLICATION }),
  },
  'case.submit': {
    by: 'agent',
    notBy: 'editor',
    run: ({ deps }, actor, id, version) => submitCase(deps, actor, { id, version }),
  },
  'case.return': {
    by: 'officerA',
    notBy: 'signatory',
    run: ({ deps }, actor, id) => returnCase(deps, actor, { id, items: [{ item: 'vendor', remark: '?' }] }),
  },
  'case.decline': {
    by: 'officerA',
    notBy: 'agent',
    run: ({ deps }, actor, id) => declineCase(deps, actor, { id, reason }),
  },
  'case.accept': { by: 'officerA', notBy: 'reviewer', run: ({ deps }, actor, id) => acceptCase(deps, actor, { id }) },
  'case.record-payment': {
    by: 'officerA',
    notBy: 'signatory',
    run: ({ deps }, actor, id) => recordPayment(deps, actor, { id }),
  },
  'case.request-provisional': {
    by: 'signatory',
    notBy: 'officerA',
    run: ({ deps }, actor, id) => requestProvisionalNumber(deps, actor, { id }),
  },
  'case.propose-decision': {
    by: 'officerB',
    notBy: 'schemeOfficer',
    run: ({ deps }, actor, id) => proposeDecision(deps, actor, { id, outcome: 'grant' }),
  },
  'case.withdraw-proposal': {
    by: 'officerB',
    notBy: 'signatory',
    run: ({ deps }, actor, id) => withdrawProposal(deps, actor, { id, reason }),
  },
  'case.confirm-decision': {
    by: 'officerC',
    notBy: 'reviewer',
    run: ({ deps }, actor, id) => confirmDecision(deps, actor, { id }),
  },
  'case.discontinue': {
    by: 'signatory',
    notBy: 'editor',
    run: ({ deps }, actor, id) => discontinueCase(deps, actor, { id, reason }),
  },
};

/** A case in each state the first-party chain reaches. */
export async function oneOfEachState(world: World): Promise<Readonly<Partial<Record<CaseState, CaseId>>>> {
  const { deps, people } = world;
  const declined = await aSubmittedCase(world);
  okOf(await declineCase(deps, people.officerA, { id: declined.id, reason }));
  const given = await aDraft(world);
  okOf(await discontinueCase(deps, people.signatory, { id: given.id, reason }));
  const refused = await aProposedCase(world, { proposal: { outcome: 'refuse', reason } });
  okOf(await confirmDecision(deps, people.officerC, { id: refused.id }));
  return {
    draft: (await aDraft(world)).id,
    submitted: (await aSubmittedCase(world)).id,
    returned: (await aReturnedCase(world)).id,
    accepted: (await anAcceptedCase(world)).id,
    awaiting_decision: (await aPaidCase(world)).id,
    granted: (await aGrantedCase(world)).id,
    refused: refused.id,
    not_accepted: declined.id,
    discontinued: given.id,
  };
}

/** The states an act starts in, whatever the facts. */
export function startsOf(action: CaseAction): readonly CaseState[] {
  const rows = CASE_LIFECYCLE.transitions.filter((row) => row.action === action);
  return [...new Set(rows.flatMap((row) => row.from))];
}
