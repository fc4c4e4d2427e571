import { describe, test } from 'node:test';
import { joinOrganisation } from '../../../testing/builders/join-organisation.ts';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { acceptInvitation } from '../access/accept-invitation.ts';
import { findSession } from '../access/find-session.ts';
import { invitePerson } from '../access/invite-person.ts';
import { signInForDemonstration } from '../access/sign-in-for-demonstration.ts';
import { findActor } from './find-actor.ts';
import { leaveOrganisation } from './leave-organisation.ts';

const MAIL = 'editor@example.jp';

async function signIn({ deps }: World): Promise<string> {
  return okOf(await signInForDemonstration(deps, { mail: MAIL, userAgent: '' })).token;
}

async function codeOf({ deps }: World, token: string): Promise<string> {
  const found = await findSession(deps, token);
  return found.ok ? 'live' : found.error.code;
}

describe('somebody who leaves', () => {
  eachDatabase((_kind, open) => {
    test('has no session, role or open invitation from that moment, in no browser (ASVS 5.0, 7.4.2)', async () => {
      const world = await aWorld(await open());
      const { deps, people } = world;
      const tokens = [await signIn(world), await signIn(world)];
      const { link } = okOf(await invitePerson(deps, SYSTEM, { mail: MAIL }));
      const left = okOf(await leaveOrganisation(deps, people.administrator, { mail: MAIL, reason: '退職' }));
      equal(left, { organisations: [world.organisations.vendor], sessions: 2 });
      for (const token of tokens) equal(await codeOf(world, token), 'no_session');
      equal(await findActor(deps, MAIL), undefined);
      const secret = link.split('/').at(-1) ?? '';
      equal((await acceptInvitation(deps, { secret, network: 'x', userAgent: '' })).ok, false);
      await joinOrganisation(deps.db, people.editor.person, world.organisations.vendor, 'vendor-editor');
      for (const token of tokens) equal(await codeOf(world, token), 'session_ended');
    });

    test('one of several organisations signs in again for the others', async () => {
      const world = await aWorld(await open());
      const { deps, organisations, people } = world;
      await joinOrganisation(deps.db, people.editor.person, organisations.otherVendor, 'vendor-editor');
      const token = await signIn(world);
      const leaving = { mail: MAIL, organisation: organisations.vendor, reason: '' };
      okOf(await leaveOrganisation(deps, SYSTEM, leaving));
      equal(await codeOf(world, token), 'session_ended');
      equal((await findActor(deps, MAIL))?.organisation, organisations.otherVendor);
      await refusedWithoutTrace(deps.db, () => leaveOrganisation(deps, SYSTEM, leaving), { code: 'no_such_subject' });
    });

    test('is taken out by administrators only, and only if there', async () => {
      const world = await aWorld(await open());
      const { deps, people } = world;
      for (const name of ['signatory', 'officerA', 'editor'] as const) {
        const refusal = { code: 'not_permitted', act: 'person.leave-organisation', roles: ['administrator', 'system'] };
        const leave = () => leaveOrganisation(deps, people[name], { mail: MAIL, reason: '' });
        await refusedWithoutTrace(deps.db, leave, refusal);
      }
      const nobody = () => leaveOrganisation(deps, people.administrator, { mail: 'nobody@example.jp', reason: '' });
      await refusedWithoutTrace(deps.db, nobody, { code: 'no_such_subject' });
    });
  });
});
