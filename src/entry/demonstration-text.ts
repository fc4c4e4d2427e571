import type { CommandContext } from '../cli/command.ts';
import { say } from '../cli/say.ts';
import type { Config } from './config.ts';
import { stepsOf } from './demonstration-steps.ts';
import type { Suggestion } from '../../testing/world/suggestions.ts';
import type { DemonstrationSummary } from '../../testing/world/summary.ts';

function peopleLines(context: CommandContext, { people }: DemonstrationSummary): readonly string[] {
  return people.map(({ name, mail, organisation, roles }) =>
    say(context, 'demonstration.person', {
      mail,
      name,
      organisation: organisation[context.language],
      roles: roles.map((role) => say(context, `role.${role}`)),
    }),
  );
}

function labelLines(context: CommandContext, { labels }: DemonstrationSummary): readonly string[] {
  return labels.map(({ number, product, state, interest }) =>
    say(context, 'demonstration.label', {
      number,
      product: product[context.language],
      state: say(context, `label.state.${state}`),
      interest: say(context, `demonstration.label.${interest}`),
    }),
  );
}

function caseLines(context: CommandContext, { cases }: DemonstrationSummary): readonly string[] {
  return cases.map(({ applicationNumber, product, state, interest }) =>
    say(context, 'demonstration.case', {
      number: applicationNumber,
      product: product?.[context.language] ?? say(context, 'demonstration.case.unnamed'),
      state: say(context, `case.state.${state}`),
      interest: say(context, `demonstration.case.${interest}`),
    }),
  );
}

function suggestionLines(
  context: CommandContext,
  suggestions: readonly Suggestion[],
  config: Config,
): readonly string[] {
  return suggestions.flatMap((suggestion, index) => [
    `${String(index + 1)}. ${say(context, suggestion.key, suggestion.params)}`,
    ...stepsOf(suggestion, config).map((step) => `     ${step}`),
  ]);
}

/** What is printed when the demonstration is up: the people, what is worth a look, and what to try first. */
export function summaryLines(
  context: CommandContext,
  summary: DemonstrationSummary,
  config: Config,
): readonly string[] {
  return [
    '',
    say(context, 'demonstration.people.heading'),
    ...peopleLines(context, summary),
    '',
    say(context, 'demonstration.labels.heading'),
    ...labelLines(context, summary),
    '',
    say(context, 'demonstration.cases.heading'),
    ...caseLines(context, summary),
    '',
    say(context, 'demonstration.try.heading'),
    ...suggestionLines(context, summary.suggestions, config),
    '',
  ];
}
