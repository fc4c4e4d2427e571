import type { Actor } from '../../core/access/actor.ts';
import type { Application } from '../../core/case/application.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { evidencePlace, withEvidence } from '../../core/case/evidence-place.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { CriteriaSet } from '../../core/scheme/scheme.ts';
import { listCaseFiles } from '../../db/cases.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { openItems } from './closed-items.ts';
import { saveEdit, type StoredEvidence } from './edit-case.ts';
import { criteriaSetOf, lockForAct, type LockedCase } from './locked-case.ts';

/** Files that came without a criterion, and files of the case for which somebody has chosen one. */
type EvidenceToPlace = {
  readonly id: CaseId;
  /** Already in the file store. */
  readonly files?: readonly StoredEvidence[];
  /** File names and ids of criteria. */
  readonly chosen?: readonly { readonly name: string; readonly criterion: string }[];
};

/** What became of a file. */
export type PlacedEvidence = {
  readonly name: string;
  /** The criteria it is evidence for; none where somebody has to choose. */
  readonly criteria: readonly string[];
  /** Whether it was left out, because it is evidence of a criterion that may not be changed now. */
  readonly isClosed: boolean;
};

type Placing = { readonly set: CriteriaSet; readonly isOpen: (criterion: string) => boolean };
type Placed = {
  readonly application: Application;
  readonly files: readonly (PlacedEvidence & { readonly file: StoredEvidence })[];
};

function withEvidenceOf(application: Application, set: CriteriaSet, placed: Pick<PlacedEvidence, 'name' | 'criteria'>) {
  const { name, criteria } = placed;
  return set.criteria
    .filter(({ id }) => criteria.includes(id))
    .reduce((now, criterion) => withEvidence(now, { name, criterion }), application);
}

/** Puts each file where its name tells; one that would change what is closed is left out. */
function placeByName(before: Application, files: readonly StoredEvidence[], { set, isOpen }: Placing): Placed {
  const placed: Placed['files'][number][] = [];
  let application = before;
  for (const file of files) {
    const { name, criteria } = evidencePlace(file.name, { application, set });
    const isClosed = criteria.some((id) => !isOpen(id));
    if (!isClosed) application = withEvidenceOf(application, set, { name, criteria });
    placed.push({ name, criteria, isClosed, file: { ...file, name } });
  }
  return { application, files: placed };
}

async function placeIn(
  tx: Tx,
  actor: Actor,
  locked: LockedCase,
  { id, files = [], chosen = [] }: EvidenceToPlace,
): Promise<Result<readonly PlacedEvidence[], CaseRefusal>> {
  const { row } = locked;
  const set = criteriaSetOf(locked);
  if (set === undefined) return refused({ code: 'no_criteria_set', level: row.level });
  const isOpenNow = await openItems(tx, locked);
  const isOpen = (criterion: string): boolean => isOpenNow(`determination:${criterion}`);
  const byName = placeByName(locked.application, files, { set, isOpen });
  const attached = new Set((await listCaseFiles(tx, id)).map(({ name }) => name));
  const asked = new Set(set.criteria.map(({ id: criterion }) => criterion));
  const wanted = chosen.filter(
    ({ name, criterion }) => attached.has(name) && asked.has(criterion) && isOpen(criterion),
  );
  if (wanted.length < chosen.length) return refused({ code: 'changed_meanwhile', version: row.version });
  const byChoice = wanted.map(({ name, criterion }) => ({ name, criteria: [criterion], isClosed: false }));
  const application = byChoice.reduce((now, one) => withEvidenceOf(now, set, one), byName.application);
  const attach = byName.files.filter(({ isClosed }) => !isClosed).map(({ file }) => file);
  const told = [...byName.files.map(({ name, criteria, isClosed }) => ({ name, criteria, isClosed })), ...byChoice];
  if (application === locked.application && attach.length === 0) return ok(told);
  const saved = await saveEdit(tx, actor, locked, { application, attach, unread: row.unread_answers });
  return saved.ok ? ok(told) : saved;
}

/**
 * Attaches many files to a draft or returned case at once and makes each evidence of the criterion its name tells, or that
 * was chosen for it. A file whose name tells nothing is attached and waits for somebody to choose.
 */
export function placeEvidence(
  deps: Deps,
  actor: Actor,
  evidence: EvidenceToPlace,
): Promise<Result<readonly PlacedEvidence[], CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<readonly PlacedEvidence[], CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.edit', id: evidence.id });
    if (!locked.ok) return locked;
    const open = step(CASE_LIFECYCLE, locked.value.row.state, 'case.edit', NO_FACTS);
    return open.ok ? placeIn(tx, actor, locked.value, evidence) : open;
  });
}
