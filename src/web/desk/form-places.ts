import type { SectionId } from '../../core/case/application-items.ts';
import { tableOf } from '../../core/case/form-items.ts';
import type { Criterion } from '../../core/scheme/scheme.ts';
import type { Html } from '../parts/html.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { criterionPage, partsOfCriterion } from './criterion-page.ts';
import { PAGE_SECTIONS, sectionParts, type DeskCase } from './desk-form.ts';
import { readBefore, readChanges, type Before, type ReadChanges } from './read-changes.ts';
import { beforeOf, sectionBefore, sectionPage, type SentState } from './section-page.ts';
import { readTableChange } from './table-rows.ts';

/** A page with a form of its own: a section, or a criterion. */
export type FormPlace = {
  /** The item of the form it fills in. */
  readonly item: string;
  /** Names of the fields that choose among the files of the case. */
  readonly fileFields: readonly string[];
  readonly read: (view: WorkspaceView, desk: DeskCase, form: URLSearchParams) => ReadChanges;
  readonly before: (desk: DeskCase) => Before;
  readonly page: (view: WorkspaceView, desk: DeskCase, sent: SentState) => Html;
};

function readSection(section: SectionId): FormPlace['read'] {
  return (view, desk, form) => {
    const single = readChanges(view, form, sectionParts(desk, section));
    const table = tableOf(section);
    if (table === undefined) return single;
    const rows = readTableChange(view, form, { desk, table, before: readBefore(form) });
    return { changes: [...single.changes, ...rows.changes], faults: [...single.faults, ...rows.faults] };
  };
}

/** The page of a section by the name in its address. */
export function sectionPlace(name: string): FormPlace | undefined {
  const section = PAGE_SECTIONS.find((one) => one === name);
  if (section === undefined) return undefined;
  return {
    item: section,
    fileFields: [],
    read: readSection(section),
    before: (desk) => sectionBefore(desk, section),
    page: (view, desk, sent) => sectionPage(view, desk, section, sent),
  };
}

/** The page of a criterion of the case's own criteria set. */
export function criterionPlace(desk: DeskCase, id: string): FormPlace | undefined {
  const criterion: Criterion | undefined = desk.form.set.criteria.find((one) => one.id === id);
  if (criterion === undefined) return undefined;
  const fileFields = partsOfCriterion(desk, criterion).filter(({ asked }) => asked.field.item.id === 'evidence');
  return {
    item: `determination:${criterion.id}`,
    fileFields: fileFields.map(({ name }) => name),
    read: (view, now, form) => readChanges(view, form, partsOfCriterion(now, criterion)),
    before: (now) => beforeOf(now, partsOfCriterion(now, criterion)),
    page: (view, now, sent) => criterionPage(view, now, criterion, sent),
  };
}
