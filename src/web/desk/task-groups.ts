import type { SectionId } from '../../core/case/application-items.ts';
import { formItems } from '../../core/case/form-items.ts';
import type { Task, TaskGroup, TaskStatus } from '../parts/task-list.ts';
import type { View } from '../view.ts';
import { mayChange, type DeskCase } from './desk-form.ts';
import { casePath, criterionPath } from './desk-places.ts';
import { gapsIn, isBegun } from './given-answers.ts';

/** The sections in the groups people think in; the criteria are a group of their own between them. */
const GROUPS = {
  product: ['vendor', 'product', 'scope', 'profile'],
  use: ['data', 'services', 'updates', 'support', 'vulnerability', 'safety'],
  criteria: ['evaluation'],
  declaration: ['review', 'declaration', 'terms', 'publication'],
} as const satisfies Readonly<Record<string, readonly SectionId[]>>;

function statusOf(desk: DeskCase, item: string): TaskStatus {
  const gaps = gapsIn(desk, item);
  if (desk.shown.returned.some((one) => one.item === item)) return 'returned';
  if (gaps === 0) return 'done';
  return isBegun(desk, item) ? 'in_progress' : 'not_started';
}

function noteOf(view: View, desk: DeskCase, item: string): string | undefined {
  const remark = desk.shown.returned.find((one) => one.item === item)?.remark;
  if (remark !== undefined) return remark;
  const gaps = gapsIn(desk, item);
  return gaps > 0 && isBegun(desk, item) ? view.say('desk.left', { count: gaps }) : undefined;
}

/** The address of the page on which an item of the form is filled in. */
export function itemPath({ language }: View, { shown }: DeskCase, item: string): string {
  const number = shown.row.application_number;
  return item.startsWith('determination:')
    ? criterionPath(language, number, item.slice('determination:'.length))
    : casePath(language, number, item);
}

/** An item of the form by its name. */
export function itemName({ language, say }: View, { form }: DeskCase, item: string): string {
  if (!item.startsWith('determination:')) return say(`section.${item as SectionId}`);
  const id = item.slice('determination:'.length);
  const criterion = form.set.criteria.find((one) => one.id === id);
  return `${id} ${criterion?.title[language] ?? ''}`;
}

function taskOf(view: View, desk: DeskCase, item: string): Task {
  const isOpen = mayChange(desk, item);
  return {
    id: `task-${item.replaceAll(/[^\w-]/g, '-')}`,
    name: itemName(view, desk, item),
    status: statusOf(desk, item),
    href: itemPath(view, desk, item),
    note: isOpen ? noteOf(view, desk, item) : undefined,
  };
}

/** Every item of the form in the order in which the pages follow each other. */
export function itemsInOrder({ form }: Pick<DeskCase, 'form'>): readonly string[] {
  const criteria = formItems(form.set).filter((item) => item.startsWith('determination:'));
  return [...GROUPS.product, ...GROUPS.use, ...GROUPS.criteria, ...criteria, ...GROUPS.declaration];
}

/** What is to be done for an application, in groups, each part with how far it is. */
export function taskGroups(view: View, desk: DeskCase): readonly TaskGroup[] {
  const items = itemsInOrder(desk);
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
    const sections: readonly string[] = GROUPS[group];
    const own = items.filter(
      (item) => sections.includes(item) || (group === 'criteria' && item.startsWith('determination:')),
    );
    return { heading: view.say(`desk.group.${group}`), tasks: own.map((item) => taskOf(view, desk, item)) };
  });
}
