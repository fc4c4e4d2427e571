import { isJsonObject, type JsonObject } from '../kernel/json-object.ts';
import type { Gap } from '../kernel/gap.ts';
import type { CriteriaSet } from '../scheme/scheme.ts';
import { SECTIONS, type SectionId, type SectionTable } from './application-items.ts';
import type { Part } from './application-parts.ts';
import type { Application } from './application.ts';

const SECTION_OF_TABLE: Readonly<Record<SectionTable, SectionId>> = {
  models: 'product',
  interfaces: 'profile',
  personalData: 'data',
  services: 'services',
};

/** The table that is filled in with a section; undefined where there is none. */
export function tableOf(section: SectionId): SectionTable | undefined {
  return (Object.keys(SECTION_OF_TABLE) as SectionTable[]).find((table) => SECTION_OF_TABLE[table] === section);
}

/**
 * The items a format check speaks of: each section of the form, and each criterion by itself
 * (`determination:S1.1-01`).
 */
export function formItems(set: CriteriaSet): readonly string[] {
  return SECTIONS.flatMap((section) =>
    section === 'determination' ? set.criteria.map((criterion) => `determination:${criterion.id}`) : [section],
  );
}

/** The item of the form a gap of an application stands in. */
export function itemOfGap(gap: Gap, { determinations }: Pick<Application, 'determinations'>): string {
  const [head = '', row] = gap.path.split('.');
  if (head === 'determinations') {
    return `determination:${gap.criterion ?? determinations[Number(row)]?.criterion ?? ''}`;
  }
  return Object.entries(SECTION_OF_TABLE).find(([table]) => table === head)?.[1] ?? head;
}

/** The item of the form a part of an application stands in. */
export function itemOfPart(part: Part): string {
  if (part.kind === 'determination') return `determination:${part.criterion}`;
  if (part.kind === 'table') return SECTION_OF_TABLE[part.table];
  return part.kind === 'answers' ? part.id.slice(0, part.id.indexOf('.')) : part.kind;
}

function partsBySection(application: Application, fileOf: (name: string) => string | undefined): JsonObject {
  const parts: Record<string, Record<string, unknown>> = {};
  const put = (item: string, path: string, value: unknown): void => {
    (parts[item] ??= {})[path] = value;
  };
  for (const [id, answer] of Object.entries(application.answers)) put(id.slice(0, id.indexOf('.')), id, answer);
  for (const [id, answer] of Object.entries(application.scope)) put('scope', `scope.${id}`, answer);
  for (const [id, answer] of Object.entries(application.profile)) put('profile', `profile.${id}`, answer);
  for (const [table, section] of Object.entries(SECTION_OF_TABLE))
    put(section, table, application[table as SectionTable]);
  application.determinations.forEach((row) => {
    const item = `determination:${row.criterion ?? ''}`;
    const before = parts[item]?.['rows'];
    const evidence = (row.evidence ?? []).map((name) => [name, fileOf(name)]);
    put(item, 'rows', [...(Array.isArray(before) ? (before as unknown[]) : []), { ...row, evidence }]);
  });
  return parts;
}

/** An application together with the contents its file names stand for. */
export type StatedContent = {
  readonly application: Application;
  readonly fileOf: (name: string) => string | undefined;
};

/** The items in which two versions of an application differ; a file exchanged under its name counts as a difference. */
export function changedItems(before: StatedContent, after: StatedContent): readonly string[] {
  const old = partsBySection(before.application, before.fileOf);
  const now = partsBySection(after.application, after.fileOf);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (item) => !(item in old) || !(item in now) || !isSame(old[item], now[item]),
  );
}

/** Whether the content is equal, whatever the order of its keys and whether absent answers are named. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Temporal.PlainDate) return other instanceof Temporal.PlainDate && one.equals(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, place) => isSame(part, other[place]));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  return Object.keys({ ...one, ...other }).every((key) => isSame(one[key], other[key]));
}
