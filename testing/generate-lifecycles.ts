import { PERMISSIONS, rolesFor, type ActId } from '../src/core/access/permissions.ts';
import { LABEL_LIFECYCLE } from '../src/core/attestation/label-lifecycle.ts';
import { CASE_LIFECYCLE } from '../src/core/case/case-lifecycle.ts';
import { MANDATE_LIFECYCLE } from '../src/core/parties/mandate-lifecycle.ts';
import { terminalStates, type Lifecycle, type Transition } from '../src/core/kernel/lifecycle.ts';

const HEAD = `<!-- Written by \`npm run generate\` from the files …-lifecycle.ts of src/core. -->

# Lifecycles

The tables that decide in the program, drawn. An arrow is an act; the table below each diagram says who may do it, which
rules must hold, and where each of them comes from (DOMAIN: [docs/domain.md](domain.md)). A row marked † is taken only for some facts: the first row of an act
that fits decides.
`;

type AnyTransition = Transition<string, string, string, never>;
type AnyLifecycle = Omit<Lifecycle<string, string, string, never>, 'transitions'> & {
  readonly transitions: readonly AnyTransition[];
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Arrows between the same states share one line of the diagram; acts that lead nowhere else are left to the table. */
function diagram(lifecycle: AnyLifecycle): readonly string[] {
  const arrows = new Map<string, Set<string>>();
  for (const { action, from, to } of lifecycle.transitions) {
    for (const state of from.filter((origin) => origin !== to)) {
      const arrow = `${state} --> ${to}`;
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(action));
    }
  }
  const ends = terminalStates(lifecycle);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[lifecycle.initial, ...(lifecycle.alsoInitial ?? [])].map((state) => `  [*] --> ${state}`),
    ...[...arrows].map(([arrow, actions]) => `  ${arrow} : ${[...actions].join(' · ')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ];
}

function who(action: string): string {
  return action in PERMISSIONS ? rolesFor(action as ActId).join(', ') : 'nobody: the calendar';
}

function row({ action, from, to, when, rules, clause }: AnyTransition): string {
  const named = rules.map((rule) => `\`${rule.id}\` (${rule.clause})`).join('<br>');
  const act = `\`${action}\`${when === undefined ? '' : ' †'}`;
  return `| ${[act, from.join(', '), to, who(action), named, clause].map(cell).join(' | ')} |`;
}

function section(heading: string, lifecycle: AnyLifecycle): string {
  return [
    `\n## ${heading}\n`,
    ...diagram(lifecycle),
    '',
    '| Act | From | To | Who | Rules | Source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lifecycle.transitions.map(row),
    '',
  ].join('\n');
}

/** The lifecycles as a page of the documentation: a diagram and a table each. */
export function lifecyclesPage(): string {
  return (
    HEAD +
    section('The case', CASE_LIFECYCLE) +
    section('The label', LABEL_LIFECYCLE) +
    section('The mandate', MANDATE_LIFECYCLE)
  );
}
