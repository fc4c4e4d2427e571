import { findCase, resolveCase, type ShownCase } from '../app/case/find-case.ts';
import { importApplication, type ImportOutcome } from '../app/case/import-application.ts';
import { listGaps, listGapsInCase } from '../app/case/list-gaps.ts';
import { replaceApplication } from '../app/case/replace-application.ts';
import type { CaseRefusal } from '../app/case/case-refusal.ts';
import type { StoredEvidence } from '../app/case/edit-case.ts';
import type { Application } from '../core/case/application.ts';
import type { GapCode } from '../core/case/application-gaps.ts';
import type { Gap } from '../core/kernel/gap.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import { legalDay } from '../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { CommandInput, PersonContext } from './command.ts';
import type { ReadingBasis } from './read-application-file.ts';
import { badValue, textOption, UsageError } from './read-option.ts';
import { say } from './say.ts';

/** Where an application from a file goes: into a new case of a vendor, or into one that is there. */
export type ApplyTarget = {
  readonly basis: ReadingBasis;
  readonly vendor: OrganisationId;
  /** The case whose answers the file replaces, as it was when the command began. */
  readonly existing: ShownCase | undefined;
};

/** Whose application it is: the organisation named, or the person's own, or an agent's only mandator. */
function vendorOption(context: PersonContext, input: CommandInput): OrganisationId {
  const { actor } = context;
  const text = textOption(input, 'for');
  if (text === undefined) {
    const [mandator, ...others] = new Set(actor.mandates.map(({ vendor }) => vendor));
    return mandator !== undefined && others.length === 0 ? mandator : actor.organisation;
  }
  const id = parseId<OrganisationId>(text);
  return id.ok ? id.value : badValue(context, { option: '--for', value: text }, 'cli.wanted.id');
}

/** The target the options name. */
export async function applyTarget(
  context: PersonContext,
  input: CommandInput,
): Promise<Result<ApplyTarget, CaseRefusal>> {
  const { deps, actor } = context;
  const named = textOption(input, 'case');
  if (named === undefined) {
    const { scheme } = deps.scheme;
    const basis = { scheme, day: legalDay(deps.clock.now(), scheme.zone), level: undefined };
    return ok({ basis, vendor: vendorOption(context, input), existing: undefined });
  }
  if (textOption(input, 'for') !== undefined) throw new UsageError(say(context, 'cli.apply.case-without-for'));
  const id = await resolveCase(deps, named);
  const found = id === undefined ? refused({ code: 'no_such_subject' } as const) : await findCase(deps, actor, id);
  if (!found.ok) return found;
  const { row, version } = found.value;
  const { scheme } = version;
  const day = row.first_submitted_on ?? legalDay(deps.clock.now(), scheme.zone);
  return ok({ basis: { scheme, day, level: row.level }, vendor: row.vendor, existing: found.value });
}

/** Everything that stands between the file's answers and a submission of them at their target. */
export function gapsAtTarget(
  { deps, actor }: PersonContext,
  { existing, vendor }: ApplyTarget,
  content: { readonly application: Application; readonly level: string; readonly attached: readonly string[] },
): Promise<Result<readonly Gap<GapCode>[], CaseRefusal>> {
  const { application, level } = content;
  const before = existing?.files.map(({ name }) => name) ?? [];
  const attached = new Set([...before, ...content.attached]);
  return existing === undefined
    ? listGaps(deps, actor, { vendor, level, application, attached })
    : listGapsInCase(deps, actor, { id: existing.row.id, application, attached });
}

/** Puts the file's answers and evidence where they go, all of it or nothing. */
export async function applyToTarget(
  { deps, actor }: PersonContext,
  { existing, vendor }: ApplyTarget,
  content: {
    readonly application: Application;
    readonly level: string;
    readonly evidence: readonly StoredEvidence[];
    readonly submit: boolean;
  },
): Promise<Result<ImportOutcome, CaseRefusal>> {
  if (existing === undefined) return importApplication(deps, actor, { vendor, ...content });
  const { id, version, application_number: applicationNumber } = existing.row;
  const { application, evidence, submit } = content;
  const replaced = await replaceApplication(deps, actor, { id, version, application, evidence, submit });
  return replaced.ok ? ok({ id, applicationNumber, receipt: replaced.value.receipt }) : replaced;
}
