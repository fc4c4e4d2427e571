import type { ShownLabel } from '../../app/label/find-label.ts';
import { dataTable } from '../parts/data-table.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { linkOut } from '../parts/link-out.ts';
import { section } from '../parts/section.ts';
import { contact, written, writtenLines } from '../parts/written.ts';
import type { View } from '../view.ts';

/** The personal data the product handles, named from the first level up. */
export function personalDataSection(view: View, { record }: ShownLabel): Html {
  const { say } = view;
  if (record.personalData.length === 0)
    return section('data', say('label.data'), html`<p>${say('label.data.none')}</p>`);
  const columns = [
    say('label.data.what'),
    say('label.data.purpose'),
    say('label.data.where'),
    say('label.data.shared'),
  ];
  const rows = record.personalData.map((row) => [
    written(view, row.what ?? ''),
    written(view, row.purpose ?? ''),
    say.choices('personalData.where', row.where ?? []),
    row.sharedWith === undefined ? say('label.data.not-shared') : written(view, row.sharedWith),
  ]);
  return section('data', say('label.data'), dataTable({ caption: say('label.data'), columns, rows }));
}

/** The services without which the product does not do what it is sold for. */
export function servicesSection(view: View, { record }: ShownLabel): Html {
  const { say } = view;
  const heading = say('label.services');
  if (record.services.length === 0) return section('services', heading, html`<p>${say('label.services.none')}</p>`);
  const columns = [say('label.services.name'), say('label.services.provider'), say('label.services.purpose')];
  const rows = record.services.map(({ name, provider, purpose, website }) => [
    website === undefined ? written(view, name ?? '') : linkOut(website, name),
    written(view, provider ?? ''),
    written(view, purpose ?? ''),
  ]);
  const table = dataTable({ caption: heading, columns, rows });
  return section(
    'services',
    heading,
    html`<p>${say('label.services.help')}</p>
      ${table}`,
  );
}

/** How the product is kept up to date, and what to do when it cannot be. */
export function updatesSection(view: View, { record }: ShownLabel): Html {
  const { say } = view;
  const { answers } = record;
  const { 'updates.automatic': automatic, 'updates.canSwitchOff': canSwitchOff } = answers;
  const impossible = answers['updates.whenImpossible'];
  const rows = [
    [say('label.updates.automatic'), automatic && say.choices('updates.automatic', [automatic])],
    [
      say('label.updates.switch-off'),
      canSwitchOff === undefined ? undefined : say(`label.updates.switch-off.${canSwitchOff ? 'yes' : 'no'}`),
    ],
    [
      say('label.updates.impossible'),
      impossible && writtenLines(view, impossible, answers['updates.whenImpossibleEn']),
    ],
  ] as const;
  return section('updates', say('label.updates'), descriptionList(rows));
}

/** Where vulnerabilities are reported, and what becomes of reports. */
export function vulnerabilitySection(view: View, { record }: ShownLabel): Html {
  const { say } = view;
  const { 'vulnerability.policy': policy, 'vulnerability.contact': address } = record.answers;
  const rows = [
    [say('label.vulnerability.policy'), policy && linkOut(policy)],
    [say('label.vulnerability.contact'), address && contact(view, address)],
  ] as const;
  return section('vulnerability', say('label.vulnerability'), descriptionList(rows));
}

/** How the product stops and recovers, where that was stated. */
export function safetySection(view: View, { record }: ShownLabel): Html {
  const { say } = view;
  const { 'safety.whenDataDamaged': damaged, 'safety.recovery': recovery } = record.answers;
  if (damaged === undefined && recovery === undefined) return html``;
  const rows = [
    [say('label.safety.damaged'), damaged && writtenLines(view, damaged)],
    [say('label.safety.recovery'), recovery && writtenLines(view, recovery)],
  ] as const;
  return section('safety', say('label.safety'), descriptionList(rows));
}
