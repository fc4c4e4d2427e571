import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, storedText, versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, SYSTEM, type PersonName, type World } from '../../../testing/builders/world.ts';
import { brokenPromises, countEvents } from '../../../testing/case-invariants.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { seededChance, type SeededChance } from '../../../testing/seeded-chance.ts';
import { changedItems } from '../../core/case/form-items.ts';
import type { Application } from '../../core/case/application.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import type { Result } from '../../core/kernel/result.ts';
import { findCase as findRow } from '../../db/cases.ts';
import type { Database } from '../../db/database.ts';
import { listSubmissionFiles } from '../../db/submissions.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import { publishDueLabels } from '../label/publish-due-labels.ts';
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

const HISTORIES = 50;
const STEPS = 16;

type Turn = { readonly world: World; readonly chance: SeededChance; readonly id: CaseId };
type Attempt = (turn: Turn) => Promise<Result<unknown, { readonly code: string }>>;

const someone = ({ world, chance }: Turn, ...likely: readonly PersonName[]) =>
  world.people[chance.once(12) ? chance.oneOf(Object.keys(world.people) as PersonName[]) : chance.oneOf(likely)];
const officer = (turn: Turn) => someone(turn, 'officerA', 'officerB', 'officerC');
const applicant = (turn: Turn) => someone(turn, 'signatory', 'agent');
const items = ['product', 'support', 'determination:S1.1-02'] as const;

async function edit(turn: Turn): ReturnType<Attempt> {
  const { world, chance, id } = turn;
  const row = await findRow(world.deps.db.kysely, id);
  const application = fromStoredApplication(row?.application ?? '');
  const text = `note ${chance.below(1000)}`;
  const change: Application['answers'] = chance.oneOf([{ 'support.note': text }, { 'product.name': text }]);
  const attach = chance.once(3) ? [await storedText(world, 'S1.1-02.txt', text)] : [];
  const edited = { ...application, answers: { ...application.answers, ...change } };
  const version = (row?.version ?? 0) - (chance.once(15) ? 1 : 0);
  return editCase(world.deps, applicant(turn), { id, version, application: edited, attach });
}

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  edit,
  submit: async (turn) => {
    const version = await versionOf(turn.world, turn.id);
    return submitCase(turn.world.deps, applicant(turn), { id: turn.id, version });
  },
  return: (turn) => {
    const item = turn.chance.oneOf(items);
    return returnCase(turn.world.deps, officer(turn), { id: turn.id, items: [{ item, remark: '?' }] });
  },
  decline: (turn) => declineCase(turn.world.deps, officer(turn), { id: turn.id, reason: 'out' }),
  accept: (turn) => acceptCase(turn.world.deps, officer(turn), { id: turn.id }),
  pay: (turn) => recordPayment(turn.world.deps, officer(turn), { id: turn.id }),
  provisional: (turn) => requestProvisionalNumber(turn.world.deps, applicant(turn), { id: turn.id }),
  propose: (turn) => {
    const outcome = turn.chance.once(4) ? 'refuse' : 'grant';
    const reason = turn.chance.once(3) ? undefined : 'because';
    return proposeDecision(turn.world.deps, officer(turn), { id: turn.id, outcome, reason });
  },
  withdraw: (turn) => withdrawProposal(turn.world.deps, officer(turn), { id: turn.id, reason: 'again' }),
  confirm: (turn) => confirmDecision(turn.world.deps, officer(turn), { id: turn.id }),
  discontinue: (turn) => discontinueCase(turn.world.deps, applicant(turn), { id: turn.id, reason: 'gone' }),
};

/** What is likely next in each state, so that histories get somewhere; anything may be tried now and then. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  draft: ['edit', 'submit', 'submit'],
  submitted: ['return', 'return', 'accept', 'accept', 'accept', 'decline'],
  returned: ['edit', 'submit'],
  accepted: ['pay', 'pay', 'provisional'],
  awaiting_decision: ['propose', 'confirm', 'confirm', 'provisional', 'withdraw'],
};

/** The items that changed between two submissions of one case although they were not returned in between. */
async function smuggledItems(db: Database, id: CaseId): Promise<readonly string[]> {
  const submissions = await db.kysely
    .selectFrom('submissions')
    .select(['sequence', 'application'])
    .where('case_id', '=', id)
    .orderBy('sequence')
    .execute();
  const smuggled: string[] = [];
  for (const [place, { sequence, application }] of submissions.entries()) {
    const later = submissions[place + 1];
    if (later === undefined) break;
    const [before, after] = await Promise.all(
      [sequence, later.sequence].map((one) => listSubmissionFiles(db.kysely, id, one)),
    );
    const fileOf = (files: typeof before) => (name: string) => files?.find((file) => file.name === name)?.sha256;
    const findings = db.kysely.selectFrom('format_check_findings').select('item').where('case_id', '=', id);
    const returned = (await findings.where('sequence', '=', sequence).execute()).map(({ item }) => item);
    const changed = changedItems(
      { application: fromStoredApplication(application), fileOf: fileOf(before) },
      { application: fromStoredApplication(later.application), fileOf: fileOf(after) },
    );
    smuggled.push(...changed.filter((item) => !returned.includes(item)));
  }
  return smuggled;
}

describe('histories of cases through the acts', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    const done = new Map<string, number>();
    before(async () => {
      world = await aWorld(await open());
    });

    async function attempt(turn: Turn, name: string): Promise<void> {
      const { db } = world.deps;
      const before_ = await countEvents(db);
      const outcome = await (ATTEMPTS[name] ?? edit)(turn);
      const events = (await countEvents(db)) - before_;
      const published = await db.kysely
        .selectFrom('labels')
        .select('id')
        .where('case_id', '=', turn.id)
        .where('published_at', 'is not', null)
        .executeTakeFirst();
      // a grant that is public at once is two acts: the officer's, and the system's publication
      const most = name === 'confirm' && published !== undefined ? 2 : 1;
      const expected = !outcome.ok ? [0] : name === 'provisional' ? [0, 1] : [most];
      assert.ok(expected.includes(events), `${name} wrote ${events} events`);
      equal(await brokenPromises(db), [], name);
      const what = outcome.ok ? name : `${name} refused`;
      done.set(what, (done.get(what) ?? 0) + 1);
    }

    /** One step of a history; false once it has ended and nothing more is tried. */
    async function goOn(id: CaseId, chance: SeededChance): Promise<boolean> {
      const likely = LIKELY[(await findRow(world.deps.db.kysely, id))?.state ?? ''];
      if (likely === undefined && !chance.once(4)) return false;
      const anything = likely === undefined || chance.once(10);
      await attempt({ world, chance, id }, chance.oneOf(anything ? Object.keys(ATTEMPTS) : likely));
      return true;
    }

    test('keep every promise of the scheme in the database after each of their steps', async () => {
      for (let seed = 1; seed <= HISTORIES; seed += 1) {
        const chance = seededChance(seed);
        const wishedOn = chance.once(3) ? world.today().add({ days: 1 + chance.below(40) }) : undefined;
        const { id } = await aDraft(world, { answers: { 'publication.wishedOn': wishedOn } });
        for (let step = 0; step < STEPS; step += 1) if (!(await goOn(id, chance))) break;
        equal(await smuggledItems(world.deps.db, id), [], `history ${seed}`);
        if (chance.once(3)) world.clock.advance({ days: 1 });
        await publishDueLabels(world.deps, SYSTEM);
        equal(await brokenPromises(world.deps.db), [], 'publishing');
      }
    });

    test('took every step, and were refused the riskiest, so that nothing was kept of what never happened', () => {
      const names = [
        ...Object.keys(ATTEMPTS),
        ...['edit', 'submit', 'confirm', 'propose'].map((name) => `${name} refused`),
      ];
      equal(
        names.filter((name) => !done.has(name)),
        [],
      );
    });
  });
});
