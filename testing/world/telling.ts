import type { StoredEvidence } from '../../src/app/case/edit-case.ts';
import { findActor } from '../../src/app/parties/find-actor.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { PersonActor } from '../../src/core/access/actor.ts';
import type { Application } from '../../src/core/case/application.ts';
import type { CaseId, OrganisationId } from '../../src/core/kernel/ids.ts';
import { findCriteriaSet } from '../../src/core/scheme/in-force.ts';
import { applicationOf } from './applications.ts';
import { evidenceFiles, type EvidenceFile } from './evidence.ts';
import { mustSucceed } from './must-succeed.ts';
import { vendorOf } from './organisations.ts';
import { LABEL_OFFICERS, MANDATES, personWith, type WorldPerson } from './people.ts';
import type { PlannedStory } from './plan-stories.ts';

/** Most bytes of an evidence file of the world. */
const FILE_LIMIT = 1_000_000;

/** A story being told: what was planned, and the case it is about once it is opened. */
export type Telling = {
  readonly deps: Deps;
  readonly plan: PlannedStory;
  readonly organisations: ReadonlyMap<string, OrganisationId>;
  case: CaseId | undefined;
};

/** Who acts for the vendor: its agent where the story goes through one, else its own people. */
export function applicant({ plan }: Telling, role: 'vendor-editor' | 'vendor-signatory'): WorldPerson {
  const mandate = MANDATES.find(({ vendor }) => vendor === plan.vendor);
  if (plan.story?.throughAgent === true && mandate !== undefined) return personWith(mandate.agent, 'agent');
  return personWith(plan.vendor, role);
}

/** The label officers of a story: one makes the format check and proposes, the next in turn confirms. */
export function officer({ plan }: Telling, part: 'checks' | 'confirms'): WorldPerson {
  const found = LABEL_OFFICERS[(plan.place + (part === 'checks' ? 0 : 1)) % LABEL_OFFICERS.length];
  if (found === undefined) throw new Error('the operator has no label officers');
  return found;
}

/** A person of the world as an actor, with the mandates of the day. */
export async function actorFor(deps: Deps, person: WorldPerson): Promise<PersonActor> {
  const actor = await findActor(deps, person.mail);
  if (actor === undefined) throw new Error(`${person.mail} has not been registered`);
  return actor;
}

/** The case of a story that has been opened. */
export function openedCase(telling: Telling): CaseId {
  if (telling.case === undefined) throw new Error(`the story of ${telling.plan.product?.code ?? ''} has no case yet`);
  return telling.case;
}

/** The vendor of a story as it was registered. */
export function registeredVendor({ organisations, plan }: Telling): OrganisationId {
  const id = organisations.get(plan.vendor);
  if (id === undefined) throw new Error(`${plan.vendor} has not been registered`);
  return id;
}

/** The whole application of a story, and the evidence it names. */
export function writeApplication(telling: Telling): {
  readonly application: Application;
  readonly files: readonly EvidenceFile[];
} {
  const { deps, plan } = telling;
  const { product, productType, level, submittedOn, shortenedTo, wishedOn } = plan;
  const { scheme } = deps.scheme;
  const set = findCriteriaSet(scheme, { level, productType, day: submittedOn });
  if (product === undefined || set === undefined)
    throw new Error(`nothing can be written about ${productType} at ${level}`);
  const vendor = vendorOf(plan.vendor);
  const signatory = personWith(plan.vendor, 'vendor-signatory');
  const contact = applicant(telling, 'vendor-editor');
  const subject = { scheme, set, product, productType, vendor, contact, signatory, submittedOn, wishedOn };
  const application = applicationOf({ ...subject, supportEndsOn: shortenedTo });
  return { application, files: evidenceFiles({ product, vendor, set, application }) };
}

/** Puts evidence files into the file store. */
export function storeFiles(deps: Deps, files: readonly EvidenceFile[]): Promise<readonly StoredEvidence[]> {
  const stored = files.map(async ({ name, mediaType, text }) => {
    const bytes = new TextEncoder().encode(text);
    return { name, mediaType, ...mustSucceed(await deps.files.put(bytes, FILE_LIMIT), name) };
  });
  return Promise.all(stored);
}
