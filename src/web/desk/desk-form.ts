import type { ShownCase } from '../../app/case/find-case.ts';
import { SECTIONS, type SectionId } from '../../core/case/application-items.ts';
import type { Part } from '../../core/case/application-parts.ts';
import { partName } from '../../core/case/application-parts.ts';
import { itemOfGap } from '../../core/case/form-items.ts';
import { judgedOn as interfacesJudged } from '../../core/case/judged-on.ts';
import { isOpenItem } from '../../core/case/open-items.ts';
import type { Criterion, CriteriaSet, Scheme } from '../../core/scheme/scheme.ts';
import type { Asked } from '../../formats/application-form/answer-reader.ts';
import type { Form } from '../../formats/application-form/form-choices.ts';
import { readableForm, type ReadableForm } from '../../formats/application-form/readable-form.ts';
import { message } from '../../i18n/message.ts';

/** A case with the form its answers belong to. */
export type DeskCase = { readonly shown: ShownCase; readonly form: Form; readonly readable: ReadableForm };

/** A question on a page: the part of the application it changes, its name in the form, and how it is read. */
export type AskedPart = { readonly part: Part; readonly name: string; readonly asked: Asked };

/** Forms made ready before; a criteria set belongs to one version of the scheme and never changes. */
const forms = new WeakMap<CriteriaSet, Pick<DeskCase, 'form' | 'readable'>>();

function formOf(scheme: Scheme, set: CriteriaSet): Pick<DeskCase, 'form' | 'readable'> {
  const before = forms.get(set);
  if (before !== undefined) return before;
  const form = { scheme, set, words: message };
  const made = { form, readable: readableForm(form) };
  forms.set(set, made);
  return made;
}

/** The case with its form; undefined while no criteria set is in force for it. */
export function deskCase(shown: ShownCase): DeskCase | undefined {
  if (shown.set === undefined) return undefined;
  return { shown, ...formOf(shown.version.scheme, shown.set) };
}

/** The sections that are filled in on a page each; the criteria have a page each of their own. */
export const PAGE_SECTIONS: readonly SectionId[] = SECTIONS.filter((section) => section !== 'determination');

function partOfField(id: string, section: SectionId | undefined): Part {
  if (section === 'scope' || section === 'profile') return { kind: section, id: id.slice(section.length + 1) };
  return { kind: 'answers', id };
}

/** The single questions of a section, in the order of the form. */
export function sectionParts({ readable }: DeskCase, section: SectionId): readonly AskedPart[] {
  return [...readable.items.values()]
    .filter(({ field }) => field.section === section)
    .map((asked) => ({ part: partOfField(asked.field.id, section), name: asked.field.id, asked }));
}

/** The interfaces a criterion is judged on; `undefined` stands for the product as a whole. */
export function judgedOn({ shown }: DeskCase, criterion: Criterion): readonly (string | undefined)[] {
  return interfacesJudged(shown.application, criterion);
}

/** The questions about a criterion, on one interface or on the product as a whole. */
export function criterionParts(
  { readable }: DeskCase,
  criterion: Criterion,
  on: string | undefined,
): readonly AskedPart[] {
  return [...readable.tables.determinations]
    .filter(([column]) => column !== 'criterion' && column !== 'interface')
    .map(([column, asked]) => {
      const part: Part = {
        kind: 'determination',
        criterion: criterion.id,
        interface: on,
        column: column as Extract<Part, { readonly kind: 'determination' }>['column'],
      };
      return { part, name: partName(part), asked };
    });
}

/** Whether the applicant may change an item of the form now. */
export function mayChange({ shown }: DeskCase, item: string): boolean {
  const { row, returned, gaps, application } = shown;
  return isOpenItem(item, {
    state: row.state,
    returned: new Set(returned.map((one) => one.item)),
    overtaken: new Set(gaps.map((gap) => itemOfGap(gap, application))),
  });
}
