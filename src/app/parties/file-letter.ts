import type { PersonActor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { foldIdentifier } from '../../core/kernel/fold.ts';
import type { MandateId, OrganisationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { insertFiles } from '../../db/files.ts';
import { lockMandate } from '../../db/mandates.ts';
import { findOrganisation, findVendorNamed } from '../../db/organisations.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { StoredEvidence } from '../case/edit-case.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { recordedTerms, scopeOf, type StatedTerms, type TermsRefusal } from './mandate-scope.ts';
import { recordMandate } from './record-mandate.ts';

/** The kinds of file a scanned letter comes as, told by their content. */
const LETTER_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** Why a letter was not filed. */
export type LetterRefusal =
  | AccessRefusal
  | TermsRefusal
  | { readonly code: 'not_an_agent' }
  | { readonly code: 'no_such_vendor' }
  | { readonly code: 'letter_not_readable'; readonly name: string };

/** A scanned letter, already in the file store, with what it says. */
export type FiledLetter = StatedTerms & {
  readonly id?: MandateId | undefined;
  /** The other party: the agent when a vendor files, the vendor by its corporate number or exact name when an agent does. */
  readonly other: { readonly agent: OrganisationId } | { readonly vendor: string };
  readonly letter: StoredEvidence;
};

type Parties = { readonly vendor: OrganisationId; readonly agent: OrganisationId };

async function partiesOf(
  tx: Tx,
  { organisation }: PersonActor,
  { other }: FiledLetter,
): Promise<Result<Parties, LetterRefusal>> {
  const own = await findOrganisation(tx, organisation);
  if ('agent' in other) {
    const agent = await findOrganisation(tx, other.agent);
    if (own?.kind !== 'vendor' || agent?.kind !== 'agent') return refused({ code: 'not_an_agent' });
    return ok({ vendor: own.id, agent: agent.id });
  }
  const named = other.vendor.trim();
  const vendor = named === '' ? undefined : await findVendorNamed(tx, { name: named, number: foldIdentifier(named) });
  if (vendor === undefined) return refused({ code: 'no_such_vendor' });
  return own?.kind === 'agent' ? ok({ vendor, agent: own.id }) : refused({ code: 'not_an_agent' });
}

/**
 * An agent that names a vendor is not told which of the numbers are that vendor's: it would learn, without a trace, who
 * applies for what.
 */
function withoutTelling(refusal: TermsRefusal, { other, numbers = [] }: FiledLetter): Result<never, LetterRefusal> {
  const hidesThem = refusal.code === 'no_such_application' && 'vendor' in other;
  return refused(hidesThem ? { ...refusal, numbers } : refusal);
}

/**
 * Files a scanned letter of consent (委任状) between a vendor and an agent. It gives no rights before staff confirmed it;
 * the vendor's people are told and can stop it. With an id drawn when its form was made, it is filed once.
 */
export function fileLetter(
  deps: Deps,
  actor: PersonActor,
  input: FiledLetter,
): Promise<Result<MandateId, LetterRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<MandateId, LetterRefusal>> => {
    const allowed = authorize(actor, 'mandate.file-letter', { owner: actor.organisation });
    if (!allowed.ok) return allowed;
    const { letter, from, until } = input;
    if (!LETTER_TYPES.includes(letter.mediaType)) return refused({ code: 'letter_not_readable', name: letter.name });
    const parties = await partiesOf(tx, actor, input);
    if (!parties.ok) return parties;
    const scope = await scopeOf(tx, parties.value.vendor, input);
    if (!scope.ok) return withoutTelling(scope.error, input);
    const id = input.id ?? (deps.ids.uuid() as MandateId);
    const at = deps.clock.now();
    await insertFiles(tx, [{ ...letter, storedAt: at }]);
    const filed = { ...parties.value, ...scope.value, id, from, until, givenBy: actor.person, givenAt: at };
    if (!(await recordMandate(tx, { ...filed, letter }))) {
      const earlier = await lockMandate(tx, id);
      const isTheirs = earlier?.vendor === filed.vendor && earlier.agent === filed.agent;
      return isTheirs ? ok(id) : refused({ code: 'no_such_subject' });
    }
    await appendEvent(tx, {
      at,
      act: 'mandate.file-letter',
      actor: eventActor(actor, allowed.value, filed.vendor),
      subject: { kind: 'mandate', id },
      detail: {
        ...parties.value,
        ...recordedTerms(input),
        attached: [{ name: letter.name, sha256: letter.sha256 }],
      },
    });
    return ok(id);
  });
}
