import { ROLES, type PersonActor, type Role } from '../../core/access/actor.ts';
import { rolesFor, type ActId } from '../../core/access/permissions.ts';
import type { MessageKey } from '../../i18n/message.ts';

/** A place people at work can go to, and in which roles it is of use to them. */
type Place = {
  /** Its address without the language. */
  readonly path: string;
  readonly name: MessageKey;
  /** What can be done there, for the start page. */
  readonly purpose: MessageKey;
  readonly roles: readonly Role[];
};

/** The roles of people the access table lets do what the place is for. */
function rolesOf(act: ActId): readonly Role[] {
  const granted = rolesFor(act);
  return granted.includes('person') ? ROLES : ROLES.filter((role) => granted.includes(role));
}

/** Every desk and list, in the order they are offered. What somebody may do there, the acts decide. */
const PLACES: readonly Place[] = [
  {
    path: '/workspace/cases',
    name: 'desk.cases',
    purpose: 'desk.purpose',
    roles: rolesOf('case.open'),
  },
  {
    path: '/workspace/office',
    name: 'office.place',
    purpose: 'office.place.purpose',
    roles: rolesOf('case.read-queue'),
  },
  {
    path: '/workspace/office/figures',
    name: 'office.figures',
    purpose: 'office.figures.purpose',
    roles: rolesOf('figures.read'),
  },
  {
    path: '/workspace/office/health',
    name: 'office.health',
    purpose: 'office.health.text',
    roles: rolesOf('health.read'),
  },
  {
    path: '/workspace/mandates',
    name: 'mandates.title',
    purpose: 'mandates.purpose',
    roles: rolesOf('mandate.list'),
  },
  {
    path: '/workspace/office/mandates',
    name: 'office.mandates',
    purpose: 'office.mandates.purpose',
    roles: rolesOf('mandate.read-at-office'),
  },
  {
    path: '/workspace/administration',
    name: 'administration.title',
    purpose: 'administration.purpose',
    roles: rolesOf('person.list'),
  },
  {
    path: '/workspace/mails',
    name: 'mails.title',
    purpose: 'mails.purpose',
    roles: rolesOf('mail.list-own'),
  },
  {
    path: '/workspace/account',
    name: 'workspace.place.account',
    purpose: 'workspace.place.account.purpose',
    roles: rolesOf('session.list'),
  },
];

/** The places of use to somebody in one of their roles. */
export function placesFor({ roles }: PersonActor): readonly Place[] {
  return PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));
}
