import { findCase, type ShownCase } from '../app/case/find-case.ts';
import { caseCommand } from './case-command.ts';
import type { PersonContext } from './command.ts';
import { gapLines } from './gap-lines.ts';
import { nameIn } from './name-in.ts';
import { say, shownMoment, shownMoney } from './say.ts';

/** The files that whoever opens them must know of. */
function scanLines(context: PersonContext, { files, scans }: ShownCase): readonly string[] {
  return files.flatMap(({ name, sha256 }) => {
    const { outcome = 'clean', finding } = scans.get(sha256) ?? {};
    return outcome === 'clean' ? [] : [say(context, `cli.case.file-${outcome}`, { name, finding: finding ?? '' })];
  });
}

function partyLines(context: PersonContext, shown: ShownCase): readonly string[] {
  const { row, application, vendor, version, set } = shown;
  const level = version.scheme.levels.find((candidate) => candidate.id === row.level);
  return [
    say(context, 'cli.case.number', { number: row.application_number }),
    say(context, 'cli.case.state', { state: say(context, `case.state.${row.state}`) }),
    say(context, 'cli.case.vendor', { vendor: nameIn(context, vendor.name, vendor.nameEn) }),
    say(context, 'cli.case.product', {
      product: nameIn(
        context,
        application.answers['product.name'] ?? say(context, 'cli.none'),
        application.answers['product.nameEn'],
      ),
      models: application.models.length,
    }),
    say(context, 'cli.case.level', {
      level: level?.name[context.language] ?? row.level,
      set: set === undefined ? say(context, 'cli.none') : `${set.id} ${set.version}`,
    }),
    say(context, 'cli.case.files', { count: shown.files.length }),
    ...scanLines(context, shown),
  ];
}

function feeLine(context: PersonContext, fee: NonNullable<ShownCase['fee']>): string {
  return say(context, 'cli.case.fee', {
    amount: shownMoney(context, fee.amount, fee.currency),
    dueOn: fee.due_on,
    paid:
      fee.paid_on === null
        ? say(context, 'cli.case.fee-unpaid')
        : say(context, 'cli.case.fee-paid', { on: fee.paid_on }),
  });
}

/** Who proposed what, when, why, and until when the label is to hold; and since when that is decided. */
function decisionLines(
  context: PersonContext,
  decision: NonNullable<ShownCase['decision']>,
  zone: string,
): readonly string[] {
  const { proposer, proposed_at: proposed, confirmed_at: confirmed, reason, valid_until: until } = decision;
  const outcome = say(context, `cli.case.outcome.${decision.outcome}`);
  const at = shownMoment(context, confirmed ?? proposed, zone);
  return [
    say(context, confirmed === null ? 'cli.case.proposed' : 'cli.case.decided', { outcome, proposer, at }),
    ...(until === null ? [] : [say(context, 'cli.case.proposed-until', { until })]),
    ...(reason === null ? [] : [say(context, 'cli.case.ended', { reason })]),
  ];
}

function progressLines(context: PersonContext, shown: ShownCase): readonly string[] {
  const { row, fee, decision, label } = shown;
  const lines: string[] = [];
  if (row.acceptance_number !== null)
    lines.push(say(context, 'cli.case.acceptance', { number: row.acceptance_number }));
  if (row.provisional_number !== null) {
    lines.push(say(context, 'cli.case.provisional', { number: row.provisional_number }));
  }
  if (fee !== undefined) lines.push(feeLine(context, fee));
  if (row.due_on !== null) lines.push(say(context, 'cli.case.due', { dueOn: row.due_on }));
  if (decision !== undefined) lines.push(...decisionLines(context, decision, shown.version.scheme.zone));
  if (label !== undefined) {
    const address = `${context.deps.baseUrl}/labels/${label.number}`;
    lines.push(say(context, 'cli.case.label', { number: label.number, address }));
  }
  // A refusal's reason stands with the decision already.
  if (row.ended_reason !== null && row.ended_reason !== decision?.reason)
    lines.push(say(context, 'cli.case.ended', { reason: row.ended_reason }));
  return lines;
}

function openLines(context: PersonContext, shown: ShownCase): readonly string[] {
  const returned = shown.returned.map(({ item, remark }) => say(context, 'cli.case.returned-item', { item, remark }));
  return [
    ...(returned.length === 0 ? [] : [say(context, 'cli.case.returned'), ...returned]),
    ...(shown.gaps.length === 0 ? [] : [say(context, 'cli.apply.open-gaps', { count: shown.gaps.length })]),
    ...gapLines(context, shown.gaps),
  ];
}

/** `shirushi case show NUMBER`: the case as it stands, with everything still to mend. */
export const caseShow = caseCommand({
  act: (context, id) => findCase(context.deps, context.actor, id),
  lines: (context, shown) => [
    ...partyLines(context, shown),
    ...progressLines(context, shown),
    ...openLines(context, shown),
  ],
});
