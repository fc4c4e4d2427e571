import type { SchemeVersion } from '../../app/scheme/scheme-version.ts';
import type { EffectivePeriod, Scheme, ValidityRule } from '../../core/scheme/scheme.ts';
import { descriptionList } from '../parts/description-list.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { recordTable, type RecordColumn } from '../parts/record-table.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { trail } from './administration-places.ts';

type Rows = readonly (readonly (Html | string)[])[];

function titled(view: WorkspaceView, title: string, columns: readonly RecordColumn[], rows: Rows): Html {
  return html`<h2>${title}</h2>
    ${recordTable(view, { caption: title, isCaptionHidden: true, columns, rows })}`;
}

function periodColumns({ say }: WorkspaceView): readonly RecordColumn[] {
  return [
    { name: say('administration.effective.from'), kind: 'tight' },
    { name: say('administration.effective.until'), kind: 'tight' },
  ];
}

function periodCells({ say }: WorkspaceView, { from, until }: EffectivePeriod): readonly string[] {
  return [say.day(from), until === undefined ? say('administration.effective.open') : say.day(until)];
}

function levelName({ language }: WorkspaceView, { levels }: Scheme, level: string): string {
  return levels.find(({ id }) => id === level)?.name[language] ?? level;
}

function termWords({ say }: WorkspaceView, { term }: ValidityRule): string {
  if (term === undefined) return say('administration.validity.none');
  const { years, months } = term;
  return say.list([
    ...(years === undefined ? [] : [say('administration.validity.years', { years })]),
    ...(months === undefined ? [] : [say('administration.validity.months', { months })]),
  ]);
}

function levelsTable(view: WorkspaceView, scheme: Scheme): Html {
  const { say } = view;
  const columns = [
    { name: say('administration.scheme.levels') },
    { name: say('administration.validity') },
    ...periodColumns(view),
    { name: say('administration.opens') },
  ];
  const rows = scheme.validity.map((rule) => {
    const opening = scheme.openings.find(({ level, productType }) => level === rule.level && productType === undefined);
    const opens = opening?.opensOn;
    return [
      levelName(view, scheme, rule.level),
      termWords(view, rule),
      ...periodCells(view, rule.effective),
      opens === undefined ? say('administration.opens.unknown') : say.day(opens),
    ];
  });
  return titled(view, say('administration.scheme.levels-table'), columns, rows);
}

function criteriaTable(view: WorkspaceView, scheme: Scheme): Html {
  const { say, language } = view;
  const columns = [
    { name: say('administration.name') },
    { name: say('administration.scheme.levels') },
    { name: say('administration.criteria.version') },
    { name: say('administration.criteria.count'), kind: 'number' as const },
    ...periodColumns(view),
  ];
  const rows = scheme.criteriaSets.map(({ title, level, version, criteria, effective }) => [
    title[language],
    levelName(view, scheme, level),
    version,
    String(criteria.length),
    ...periodCells(view, effective),
  ]);
  return titled(view, say('administration.criteria'), columns, rows);
}

function feesTable(view: WorkspaceView, scheme: Scheme): Html {
  const { say, language } = view;
  const columns = [
    { name: say('administration.scheme.levels') },
    { name: say('administration.fee'), kind: 'number' as const },
    { name: say('administration.reason') },
    ...periodColumns(view),
  ];
  const rows = scheme.fees.map(({ level, amount, reason, effective }) => [
    levelName(view, scheme, level),
    say.money(amount, scheme.currency),
    reason[language],
    ...periodCells(view, effective),
  ]);
  return titled(view, say('administration.fees'), columns, rows);
}

function clocksTable(view: WorkspaceView, { clocks }: Scheme): Html {
  const { say, language } = view;
  const columns = [{ name: say('administration.name') }, { name: say('administration.clock') }];
  const rows = clocks.map(({ name, days, count }) => [name[language], say(`administration.clock.${count}`, { days })]);
  return titled(view, say('administration.clocks'), columns, rows);
}

/** The scheme data in force, to be read only: they are changed in their files. */
export function schemePage(view: WorkspaceView, { scheme, sha256 }: SchemeVersion): Html {
  const { say, language } = view;
  const title = say('administration.scheme');
  return deskPage(
    view,
    title,
    html`${trail(view, title)}
      <h1>${title}</h1>
      ${descriptionList([
        [say('administration.scheme.name'), scheme.name[language]],
        [say('administration.scheme.version'), html`<code class="written">${sha256}</code>`],
      ])}
      ${levelsTable(view, scheme)} ${criteriaTable(view, scheme)} ${feesTable(view, scheme)}
      ${clocksTable(view, scheme)}`,
  );
}
