import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { MandateId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ROLES, type Actor, type HeldMandate, type Role } from './actor.ts';
import { authorize, type Subject } from './authorize.ts';
import { actsForOperator, PERMISSIONS, rolesFor, type ActId } from './permissions.ts';

type Parties = readonly [OrganisationId, OrganisationId, OrganisationId];
const [OWN, MANDATOR, FOREIGN] = ['own', 'mandator', 'foreign'] as unknown as Parties;
const MANDATE: HeldMandate = { id: 'm' as MandateId, vendor: MANDATOR, applications: undefined, allowsNew: true };

/** How a subject stands to the actor; `missing` is a subject nobody found. */
const SUBJECTS = {
  own: { owner: OWN },
  mandated: { owner: MANDATOR },
  foreign: { owner: FOREIGN },
  self: { person: 'someone' as PersonId },
  another: { person: 'another' as PersonId },
  missing: undefined,
} as const satisfies Record<string, Subject | undefined>;
type Relation = keyof typeof SUBJECTS;

/** Everybody who can act: each role by itself, the system, and the public. All people hold the same mandates. */
function actorAs(who: Role | 'system' | 'public'): Actor {
  if (who === 'system') return { kind: 'system', job: 'test' };
  if (who === 'public') return { kind: 'public' };
  return { kind: 'person', person: 'someone' as PersonId, organisation: OWN, roles: [who], mandates: [MANDATE] };
}

/**
 * `o`: on subjects of its own organisation, `m`: of a vendor that gave a mandate, `*`: anybody's, `s`: their own as a person.
 * Columns: the roles in their order, system, public.
 */
const MATRIX = `
                           ve vs ag lo re de su so ad sy pu
  case.open                o  o  m  .  .  .  .  .  .  .  .
  case.edit                o  o  m  .  .  .  .  .  .  .  .
  case.carry-over          o  o  m  .  .  .  .  .  .  .  .
  case.read                o  o  m  *  *  *  *  *  .  .  .
  case.submit              .  o  m  .  .  .  .  .  .  .  .
  case.verify-receipt      .  .  .  .  .  .  .  .  .  *  .
  case.return              .  .  .  *  .  .  .  .  .  .  .
  case.decline             .  .  .  *  .  .  .  .  .  .  .
  case.accept              .  .  .  *  .  .  .  .  .  .  .
  case.record-payment      .  .  .  *  .  .  .  .  .  .  .
  case.request-provisional .  o  m  .  .  .  .  .  .  .  .
  case.ask-more            .  .  .  .  *  .  .  .  .  .  .
  case.answer-more         .  o  m  .  .  .  .  .  .  .  .
  case.certify             .  .  .  .  .  *  .  .  .  .  .
  case.propose-decision    .  .  .  *  .  .  .  .  .  .  .
  case.withdraw-proposal   .  .  .  *  .  .  .  .  .  .  .
  case.confirm-decision    .  .  .  *  .  .  .  .  .  .  .
  case.discontinue         .  o  m  *  .  .  .  .  .  *  .
  case.read-history        o  o  m  *  *  *  *  *  .  .  .
  case.read-queue          .  .  .  *  *  *  *  *  .  .  .
  case.read-at-office      .  .  .  *  *  *  *  *  .  .  .
  case.assign              .  .  .  *  .  .  .  .  .  .  .
  case.keep-check          .  .  .  *  .  .  .  .  .  .  .
  case.add-note            .  .  .  *  *  *  *  *  .  .  .
  case.export              .  .  .  *  .  .  .  .  .  .  .
  figures.read             .  .  .  *  *  *  *  *  *  .  .
  health.read              .  .  .  .  .  .  .  .  *  .  .
  label.publish            .  .  .  *  .  .  .  .  .  *  .
  label.read               *  *  *  *  *  *  *  *  *  *  *
  label.download-artwork   o  o  m  *  .  .  .  .  .  .  .
  scheme.load              .  .  .  .  .  .  .  .  .  *  .
  scheme.read-in-force     .  .  .  .  .  .  .  .  *  .  .
  organisation.register    .  .  .  .  .  .  .  .  *  *  .
  person.register          .  .  .  .  .  .  .  .  *  *  .
  person.list              .  .  .  .  .  .  .  .  *  *  .
  mandate.give             .  o  .  .  .  .  .  .  .  .  .
  mandate.list             o  o  o  .  .  .  .  .  .  .  .
  mandate.revoke           .  o  .  *  .  .  .  .  .  .  .
  mandate.file-letter      .  o  o  .  .  .  .  .  .  .  .
  mandate.read-letter      o  o  o  *  .  .  .  .  .  .  .
  mandate.confirm-letter   .  .  .  *  .  .  .  .  .  .  .
  mandate.refuse-letter    .  .  .  *  .  .  .  .  .  .  .
  mandate.read-at-office   .  .  .  *  .  .  .  .  .  .  .
  issuer-key.rotate        .  .  .  .  .  .  .  .  *  *  .
  issuer-key.revoke        .  .  .  .  .  .  .  .  *  *  .
  issuer-key.list          .  .  .  .  .  .  .  .  *  *  .
  log-key.rotate           .  .  .  .  .  .  .  .  *  *  .
  log-key.retire           .  .  .  .  .  .  .  .  *  *  .
  subscription.ask         *  *  *  *  *  *  *  *  *  *  *
  subscription.confirm     *  *  *  *  *  *  *  *  *  *  *
  subscription.end         *  *  *  *  *  *  *  *  *  *  *
  subscription.tell        .  .  .  .  .  .  .  .  .  *  .
  mail.send                .  .  .  .  .  .  .  .  .  *  .
  mail.ask-to-send         .  .  .  .  .  .  .  .  *  .  .
  mail.list                .  .  .  .  .  .  .  .  *  .  .
  mail.list-own            s  s  s  s  s  s  s  s  s  .  .
  file.reconcile           .  .  .  .  .  .  .  .  *  *  .
  file.scan                .  .  .  .  .  .  .  .  .  *  .
  session.start            *  *  *  *  *  *  *  *  *  *  *
  session.choose-organisation s s s  s  s  s  s  s  s  .  .
  session.list             s  s  s  s  s  s  s  s  s  .  .
  session.end              s  s  s  s  s  s  s  s  s  .  .
  session.end-of-person    .  .  .  .  .  .  .  .  *  *  .
  person.choose-language   s  s  s  s  s  s  s  s  s  .  .
  session.prove            s  s  s  s  s  s  s  s  s  .  .
  passkey.list             s  s  s  s  s  s  s  s  s  .  .
  passkey.enrol            s  s  s  s  s  s  s  s  s  .  .
  passkey.remove           s  s  s  s  s  s  s  s  s  .  .
  recovery-code.make       s  s  s  s  s  s  s  s  s  .  .
  organisation.list        .  .  .  .  .  .  .  .  *  .  .
  person.give-role         .  .  .  .  .  .  .  .  *  .  .
  person.take-role         .  .  .  .  .  .  .  .  *  .  .
  person.list-invitations  .  .  .  .  .  .  .  .  *  .  .
  person.withdraw-invitation . . .  .  .  .  .  .  *  .  .
  person.invite            .  .  .  .  .  .  .  .  *  *  .
  person.leave-organisation . . .  .  .  .  .  .  *  *  .`;

/** Whose subjects an actor may know of at all: of others it is told the same as of missing ones. */
const KNOWN: Readonly<Record<Role | 'system' | 'public', readonly Relation[]>> = {
  'vendor-editor': ['own', 'self'],
  'vendor-signatory': ['own', 'self'],
  agent: ['own', 'mandated', 'self'],
  'label-officer': ['own', 'mandated', 'foreign', 'self'],
  reviewer: ['own', 'mandated', 'foreign', 'self'],
  decider: ['own', 'mandated', 'foreign', 'self'],
  'surveillance-officer': ['own', 'mandated', 'foreign', 'self'],
  'scheme-officer': ['own', 'mandated', 'foreign', 'self'],
  administrator: ['own', 'self'],
  system: ['own', 'mandated', 'foreign', 'self', 'another'],
  public: [],
};

const COLUMNS = [...ROLES, 'system', 'public'] as const;
const REACHED: Readonly<Record<string, readonly Relation[]>> = {
  '.': [],
  o: ['own'],
  m: ['mandated'],
  s: ['self'],
  '*': ['own', 'mandated', 'foreign', 'self', 'another'],
};

const ROWS = MATRIX.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [act = '', ...cells] = line.trim().split(/\s+/);
    return { act: act as ActId, cells };
  });

function outcome(actor: Actor, act: ActId, relation: Relation): string {
  const answer = authorize(actor, act, SUBJECTS[relation]);
  return answer.ok ? 'allowed' : answer.error.code;
}

describe('the access table (DOMAIN §2: a person acts for one function; ARCHITECTURE: who may do and read what)', () => {
  test('names every act there is, once', () => {
    equal(ROWS.map((row) => row.act).sort(), Object.keys(PERMISSIONS).sort());
  });

  for (const { act, cells } of ROWS) {
    test(`allows ${act} to those of its row, on the subjects within their reach, and to nobody else`, () => {
      equal(cells.length, COLUMNS.length);
      COLUMNS.forEach((who, column) => {
        const reached = REACHED[cells[column] ?? ''] ?? [];
        for (const relation of ['own', 'mandated', 'foreign', 'self', 'another'] as const) {
          const unreached = KNOWN[who].includes(relation) ? 'not_permitted' : 'no_such_subject';
          const expected = reached.includes(relation) ? 'allowed' : unreached;
          equal(outcome(actorAs(who), act, relation), expected, `${who}, ${act}, ${relation}`);
        }
        equal(outcome(actorAs(who), act, 'missing'), 'no_such_subject', `${who}, ${act}, missing`);
      });
    });
  }
});

test('a foreign subject and a missing one are refused alike, to the letter, so that identifiers cannot be probed', () => {
  for (const who of ['vendor-editor', 'vendor-signatory', 'agent', 'administrator', 'public'] as const) {
    for (const { act } of ROWS.filter(({ cells }) => cells.some((cell) => cell !== '*'))) {
      const answers = (['foreign', 'missing'] as const).map((relation) =>
        authorize(actorAs(who), act, SUBJECTS[relation]),
      );
      if (answers[0]?.ok === false) equal(answers[0], answers[1], `${who}, ${act}`);
      else equal(who, 'administrator', `${who} reaches foreign subjects by ${act}`);
    }
  }
});

test('a refusal names the roles that may do the act, in the order of the table', () => {
  equal(authorize(actorAs('vendor-editor'), 'case.submit', SUBJECTS.own), {
    ok: false,
    error: { code: 'not_permitted', act: 'case.submit', roles: ['vendor-signatory', 'agent'] },
  });
  equal(rolesFor('case.submit'), ['vendor-signatory', 'agent']);
});

test('somebody with two roles acts in the one that permits the act', () => {
  const both = { ...actorAs('vendor-editor'), roles: ['vendor-editor', 'vendor-signatory'] } as Actor;
  equal(authorize(both, 'case.submit', SUBJECTS.own), { ok: true, value: 'vendor-signatory' });
});

test('an act whose subject belongs to nobody is permitted by role alone, never by belonging', () => {
  equal(authorize(actorAs('administrator'), 'organisation.register', {}), { ok: true, value: 'administrator' });
  for (const who of ['vendor-editor', 'agent', 'public'] as const) {
    for (const act of ['case.open', 'mandate.give', 'organisation.register'] as const) {
      equal(authorize(actorAs(who), act, {}).ok, false, `${who}, ${act}`);
    }
  }
});

test('an agent without a mandate reaches nobody, not even by its own organisation (METI slides, 申請代理)', () => {
  const agent = { ...actorAs('agent'), mandates: [] } as Actor;
  equal(authorize(agent, 'case.read', { owner: MANDATOR }), { ok: false, error: { code: 'no_such_subject' } });
  equal(authorize(agent, 'case.open', { owner: OWN }).ok, false);
});

test('vendors and agents act for an applicant, everybody else for the operator (DOMAIN §5, states)', () => {
  equal(
    COLUMNS.filter((who) => who !== 'public' && !actsForOperator(who)),
    ['vendor-editor', 'vendor-signatory', 'agent'],
  );
});
