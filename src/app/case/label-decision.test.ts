import { before, describe, test } from 'node:test';
import { aPaidCase, aProposedCase, aReturnedCase, submitted } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { findDecision } from '../../db/label-decisions.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { acceptCase } from './accept-case.ts';
import { confirmDecision, type SeenProposal } from './confirm-decision.ts';
import { findCase } from './find-case.ts';
import { proposeDecision } from './propose-decision.ts';
import { readCaseHistory } from './read-case-history.ts';
import { recordPayment } from './record-payment.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const unmet = (action: string, ...rules: readonly (readonly [rule: string, clause: string])[]) => ({
  code: 'rules_unmet',
  action,
  unmet: rules.map(([rule, clause]) => ({ rule, clause })),
});

describe('the label decision (DOMAIN §5.10)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('is proposed on the seal of what was submitted', async () => {
      const { deps, people } = world;
      const { id } = await aPaidCase(world);
      equal(okOf(await proposeDecision(deps, people.officerA, { id, outcome: 'grant' })), { outcome: 'grant' });
      const decision = await findDecision(deps.db.kysely, id);
      const submission = await findLastSubmission(deps.db.kysely, id);
      equal([decision?.seal, decision?.proposed_by], [submission?.seal, people.officerA.person]);
    });

    test('is proposed once at a time, with a reason for a refusal and for a shorter validity, not ending before today', async () => {
      const { deps, people } = world;
      const { id } = await aPaidCase(world);
      const propose = (proposal: object) => () =>
        proposeDecision(deps, people.officerA, { id, outcome: 'grant', ...proposal });
      const action = 'case.propose-decision';
      const validUntil = Temporal.PlainDate.from('2026-12-31');
      const yesterday = Temporal.PlainDate.from('2026-03-31');
      for (const [proposal, refusal] of [
        [{ outcome: 'refuse' }, unmet(action, ['refusal_has_reason', 'ISO/IEC 17065:2012, 7.6.6'])],
        [{ validUntil }, unmet(action, ['shortening_has_reason', 'DOMAIN §5, issue and validity [L]'])],
        [
          { validUntil: yesterday, reason: 'why' },
          { code: 'day_before_issue', day: yesterday },
        ],
      ] as const) {
        await refusedWithoutTrace(deps.db, propose(proposal), refusal);
      }
      okOf(await propose({ validUntil, reason: '試験運用のため' })());
      await refusedWithoutTrace(deps.db, propose({}), unmet(action, ['no_decision_is_proposed', 'DOMAIN §5.10 [O]']));
    });

    test('is withdrawn by its proposer, or sent back by another officer with a reason; then a new one may be made', async () => {
      const { deps, people } = world;
      const { id } = await aProposedCase(world);
      const action = 'case.withdraw-proposal';
      await refusedWithoutTrace(
        deps.db,
        () => withdrawProposal(deps, people.officerC, { id }),
        unmet(action, ['proposer_may_withdraw', 'DOMAIN §5.10 [O]']),
      );
      equal(okOf(await withdrawProposal(deps, people.officerB, { id })), 'awaiting_decision');
      await refusedWithoutTrace(
        deps.db,
        () => withdrawProposal(deps, people.officerB, { id, reason: 'again' }),
        unmet(action, ['decision_is_proposed', 'DOMAIN §5.10 [O]']),
      );
      okOf(await proposeDecision(deps, people.officerB, { id, outcome: 'grant' }));
      equal(
        okOf(await withdrawProposal(deps, people.officerC, { id, reason: '根拠が足りません。' })),
        'awaiting_decision',
      );
      okOf(await proposeDecision(deps, people.officerB, { id, outcome: 'refuse', reason: '適合しない' }));
    });

    test('is not confirmed unless proposed, by its proposer, or by the officer who made the format check', async () => {
      const { deps, people } = world;
      const action = 'case.confirm-decision';
      const { id } = await aPaidCase(world);
      const confirm = (by: 'officerA' | 'officerB') => () => confirmDecision(deps, people[by], { id });
      const checked = ['confirmer_did_not_make_format_check', 'DOMAIN §5.10 [O]; ISO/IEC 17065:2012, 7.6.2'] as const;
      const another = ['confirmer_is_another', 'DOMAIN §5.10 [O]; OWASP ASVS 5.0.0, 2.3.5'] as const;
      await refusedWithoutTrace(
        deps.db,
        confirm('officerB'),
        unmet(action, ['decision_is_proposed', 'DOMAIN §5.10 [O]']),
      );
      okOf(await proposeDecision(deps, people.officerB, { id, outcome: 'grant' }));
      await refusedWithoutTrace(deps.db, confirm('officerB'), unmet(action, another));
      await refusedWithoutTrace(deps.db, confirm('officerA'), unmet(action, checked));
      okOf(await withdrawProposal(deps, people.officerB, { id }));
      okOf(await proposeDecision(deps, people.officerA, { id, outcome: 'grant' }));
      await refusedWithoutTrace(deps.db, confirm('officerA'), unmet(action, another, checked));
      equal(okOf(await confirm('officerB')()).outcome, 'grant');
    });

    test('is not confirmed by an officer who only returned the case before another accepted it (ISO/IEC 17065:2012, 7.6.2)', async () => {
      const { deps, people } = world;
      const { id } = await aReturnedCase(world);
      await submitted(world, id);
      okOf(await acceptCase(deps, people.officerB, { id }));
      okOf(await recordPayment(deps, people.officerB, { id }));
      okOf(await proposeDecision(deps, people.officerB, { id, outcome: 'grant' }));
      await refusedWithoutTrace(
        deps.db,
        () => confirmDecision(deps, people.officerA, { id }),
        unmet('case.confirm-decision', [
          'confirmer_did_not_make_format_check',
          'DOMAIN §5.10 [O]; ISO/IEC 17065:2012, 7.6.2',
        ]),
      );
      equal(okOf(await confirmDecision(deps, people.officerC, { id })).outcome, 'grant');
    });

    test('to refuse ends the case with its reason, and no label', async () => {
      const { deps, people } = world;
      const { id } = await aProposedCase(world, { proposal: { outcome: 'refuse', reason: '基準3を満たしません。' } });
      equal(okOf(await confirmDecision(deps, people.officerC, { id })), {
        outcome: 'refuse',
        reason: '基準3を満たしません。',
      });
      const found = okOf(await findCase(deps, people.editor, id));
      equal([found.row.state, found.row.ended_reason, found.label], ['refused', '基準3を満たしません。', undefined]);
    });

    test('is not confirmed as another proposal than the officer has seen, nor with another last day', async () => {
      const { deps, people } = world;
      const { id } = await aProposedCase(world);
      const first = (await findDecision(deps.db.kysely, id))?.id ?? 0;
      okOf(await withdrawProposal(deps, people.officerB, { id }));
      const until = Temporal.PlainDate.from('2026-12-31');
      okOf(
        await proposeDecision(deps, people.officerB, { id, outcome: 'grant', validUntil: until, reason: '試験運用' }),
      );
      const second = (await findDecision(deps.db.kysely, id))?.id ?? 0;
      const confirm = (seen: SeenProposal) => () => confirmDecision(deps, people.officerC, { id, seen });
      for (const seen of [
        { id: first, validUntil: undefined },
        { id: first, validUntil: until },
        { id: second, validUntil: undefined },
        { id: second, validUntil: until.add({ days: 1 }) },
      ]) {
        await refusedWithoutTrace(deps.db, confirm(seen), { code: 'proposal_differs', until });
      }
      equal(okOf(await confirm({ id: second, validUntil: until })()).outcome, 'grant');
    });

    test('confirmed by two officers at once makes one label', async () => {
      const { deps, people } = world;
      const at = await aPaidCase(world);
      okOf(await proposeDecision(deps, people.officerA, { id: at.id, outcome: 'grant' }));
      const both = await Promise.all(
        [people.officerB, people.officerC].map((by) => confirmDecision(deps, by, { id: at.id })),
      );
      equal(both.map((one) => (one.ok ? one.value.outcome : one.error.code)).sort(), ['grant', 'wrong_state']);
      const labels = await deps.db.kysely.selectFrom('labels').select('number').where('case_id', '=', at.id).execute();
      equal(labels.length, 1);
    });

    test('leaves a history that names who did what and why, oldest first', async () => {
      const { deps, people } = world;
      const { id } = await aProposedCase(world, { proposal: { outcome: 'refuse', reason: 'なぜなら' } });
      okOf(await confirmDecision(deps, people.officerC, { id }));
      const history = okOf(await readCaseHistory(deps, people.officerA, id));
      equal(
        history.map(({ act, person, reason }) => [act, person, reason].filter((part) => part !== null).join(' ')),
        [
          'case.open editor',
          'case.edit editor',
          'case.submit signatory',
          'case.accept officerA',
          'case.record-payment officerA',
          'case.propose-decision officerB なぜなら',
          'case.confirm-decision officerC なぜなら',
        ],
      );
    });

    test('is not confirmed for a validity that ended while the proposal lay', async () => {
      const fresh = await aWorld(await open());
      const { deps, people } = fresh;
      const validUntil = fresh.today();
      const { id } = await aProposedCase(fresh, { proposal: { validUntil, reason: '短期' } });
      fresh.clock.advance({ days: 1 });
      const attempt = () => confirmDecision(deps, people.officerC, { id });
      await refusedWithoutTrace(deps.db, attempt, { code: 'day_before_issue', day: validUntil });
    });
  });
});
