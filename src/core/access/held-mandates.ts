import type { CaseId, OrganisationId } from '../kernel/ids.ts';
import type { Actor, HeldMandate } from './actor.ts';

/** Whether a mandate covers an application, or with none one yet to be opened. */
export function mandateReaches(
  { applications, allowsNew }: Pick<HeldMandate, 'applications' | 'allowsNew'>,
  application: CaseId | undefined,
): boolean {
  if (application === undefined) return allowsNew;
  return applications === undefined || applications.includes(application);
}

/** The mandates an agent opens an application under that do not cover it by themselves: it must be added to them. */
export function mandatesToWiden(actor: Actor, vendor: OrganisationId): readonly HeldMandate[] {
  if (actor.kind !== 'person') return [];
  const theirs = actor.mandates.filter((mandate) => mandate.vendor === vendor && mandate.allowsNew);
  return theirs.some(({ applications }) => applications === undefined) ? [] : theirs;
}

/** The actor after opening an application: an agent whose mandate is limited has it among the covered ones. */
export function havingOpened<A extends Actor>(actor: A, vendor: OrganisationId, application: CaseId): A {
  if (actor.kind !== 'person') return actor;
  const widened = new Set(mandatesToWiden(actor, vendor));
  const mandates = actor.mandates.map((mandate) =>
    widened.has(mandate) ? { ...mandate, applications: [...(mandate.applications ?? []), application] } : mandate,
  );
  return { ...actor, mandates };
}
