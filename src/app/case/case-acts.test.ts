import { before, describe, test } from 'node:test';
import {
  aDraft,
  aGrantedCase,
  anAcceptedCase,
  aPaidCase,
  aProposedCase,
  aReturnedCase,
  aSubmittedCase,
  versionOf,
} from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type PersonName, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import type { Actor } from '../../core/access/actor.ts';
import { EMPTY_APPLICATION } from '../../core/case/application.ts';
import { CASE_LIFECYCLE, type CaseAction, type CaseState } from '../../core/case/case-lifecycle.ts';
import { rolesFor } from '../../core/access/permissions.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import type { Result } from '../../core/kernel/result.ts';
import { acceptCase } from './accept-case.ts';
import { confirmDecision } from './confirm-decision.ts';
import { declineCase } from './decline-case.ts';
import { discontinueCase } from './discontinue-case.ts';
import { editCase } from './edit-case.ts';
import { proposeDecision } from './propose-decision.ts';
import { recordPayment } from './record-payment.ts';
import { requestProvisionalNumber } from './request-provisional-number.ts';
import { returnCase } from './return-case.ts';
import { submitCase } from './submit-case.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

type Attempt = {
  readonly by: PersonName;
  /** Somebody who may know of the case but not do the act. */
  readonly notBy: PersonName;
  readonly run: (world: World, actor: Actor, id: CaseId, version: number) => Promise<Result<unknown, unknown>>;
};

const reason = 'a reason';

/** Every act on a case, with somebody who may do it and somebody who may not. */
const ACTS: Partial<Readonly<Record<CaseAction, Attempt>>> = {
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
async function oneOfEachState(world: World): Promise<Readonly<Partial<Record<CaseState, CaseId>>>> {
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
function startsOf(action: CaseAction): readonly CaseState[] {
  const rows = CASE_LIFECYCLE.transitions.filter((row) => row.action === action);
  return [...new Set(rows.flatMap((row) => row.from))];
}

describe('every act on a case', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let cases: Readonly<Partial<Record<CaseState, CaseId>>>;
    before(async () => {
      world = await aWorld(await open());
      cases = await oneOfEachState(world);
    });

    for (const [action, { by, notBy, run }] of Object.entries(ACTS) as [CaseAction, Attempt][]) {
      test(`${action} is refused to strangers as if the case did not exist, and leaves no trace`, async () => {
        const { deps, people } = world;
        const id = cases.submitted ?? ('' as CaseId);
        const version = await versionOf(world, id);
        const missing = '00000000-0000-7000-8000-00000000ffff' as CaseId;
        for (const [actor, subject] of [
          [people.stranger, id],
          [people.administrator, id],
          [people[by], missing],
        ] as const) {
          await refusedWithoutTrace(deps.db, () => run(world, actor, subject, version), { code: 'no_such_subject' });
        }
      });

      test(`${action} is refused to who may know of the case but not do this, and leaves no trace`, async () => {
        const id = cases.submitted ?? ('' as CaseId);
        await refusedWithoutTrace(world.deps.db, () => run(world, world.people[notBy], id, 1), {
          code: 'not_permitted',
          act: action,
          roles: rolesFor(action),
        });
      });

      test(`${action} is refused from every state it does not start in, and leaves no trace`, async () => {
        for (const [state, id] of Object.entries(cases) as [CaseState, CaseId][]) {
          if (startsOf(action).includes(state)) continue;
          const version = await versionOf(world, id);
          const wrongState = { code: 'wrong_state', action, state, from: startsOf(action) };
          await refusedWithoutTrace(world.deps.db, () => run(world, world.people[by], id, version), wrongState);
        }
      });
    }
  });
});
