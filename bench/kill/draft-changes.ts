import { carryOverDraft } from '../../src/app/case/carry-over-draft.ts';
import { compareBrought, continueCase } from '../../src/app/case/continue-case.ts';
import { editCase } from '../../src/app/case/edit-case.ts';
import { findCase } from '../../src/app/case/find-case.ts';
import { openCase } from '../../src/app/case/open-case.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { PersonActor } from '../../src/core/access/actor.ts';
import type { Application } from '../../src/core/case/application.ts';
import type { CaseId } from '../../src/core/kernel/ids.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import { completeApplication, setFor } from '../../testing/builders/application.ts';
import { okOf } from '../../testing/builders/world.ts';
import type { Acting } from './parties.ts';

/** Somebody who changes one draft, over and over. */
type Changing = Acting & { readonly actor: PersonActor };

/** The draft of a place: from an earlier life of it, or begun now. */
export async function findDraft({ deps, next, acknowledge, actor }: Changing): Promise<CaseId> {
  const { scheme } = deps.scheme;
  const found = await deps.db.kysely.selectFrom('cases').select(['id', 'version']).executeTakeFirst();
  const today = legalDay(deps.clock.now(), scheme.zone);
  let id = found?.id;
  if (id === undefined) {
    const at = next();
    const level = setFor(scheme, today).set.level;
    id = okOf(await openCase(deps, actor, { vendor: actor.organisation, level })).id;
    acknowledge({ at, events: [{ act: 'case.open', subject: id }] });
  }
  if ((found?.version ?? 1) === 1) {
    const at = next();
    const application = completeApplication(scheme, today);
    const determinations = application.determinations.map((row) => ({ ...row, evidence: [] }));
    okOf(await editCase(deps, actor, { id, version: 1, application: { ...application, determinations } }));
    acknowledge({ at, events: [{ act: 'case.edit', subject: id }] });
  }
  return id;
}

/** The application as somebody brings it back from elsewhere: the same number in several of its parts. */
function changedElsewhere(application: Application, number: number): Application {
  const names = { 'product.name': `製品 ${number}`, 'product.nameEn': `Product ${number}` };
  return { ...application, answers: { ...application.answers, ...names }, models: [{ number: `M-${number}` }] };
}

async function carryOver({ next, acknowledge, actor }: Changing, deps: Deps, id: CaseId): Promise<void> {
  const { row } = okOf(await findCase(deps, actor, id));
  const at = next();
  const { version } = okOf(await carryOverDraft(deps, actor, { id, version: row.version }));
  if (version !== row.version) acknowledge({ at, events: [{ act: 'case.carry-over', subject: id }] });
}

async function bring({ next, acknowledge, actor }: Changing, deps: Deps, id: CaseId): Promise<void> {
  const shown = okOf(await findCase(deps, actor, id));
  const { version } = shown.row;
  const brought = { application: changedElsewhere(shown.application, version), marks: undefined };
  const { parts } = okOf(await compareBrought(deps, actor, { id, brought }));
  const taken = new Set(parts.map(({ name }) => name));
  const at = next();
  okOf(await continueCase(deps, actor, { id, brought, version, taken, from: `${version}.xlsx` }));
  acknowledge({ at, events: [{ act: 'case.edit', subject: id }] });
}

/** Carries a draft over to each of two schemes in turn, and brings changes from a file each time. */
export async function changeDraft(changing: Changing, id: CaseId, schemes: readonly Deps['scheme'][]): Promise<void> {
  for (const scheme of schemes) {
    const deps = { ...changing.deps, scheme };
    await carryOver(changing, deps, id);
    await bring(changing, deps, id);
  }
}
