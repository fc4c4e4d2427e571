import type { CaseComparison, ComparedContent } from '../../app/case/compare-case.ts';
import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { formItems } from '../../core/case/form-items.ts';
import { button } from '../parts/button.ts';
import { comparison, type ComparedFact } from '../parts/comparison.ts';
import { emptyState } from '../parts/empty-state.ts';
import { html, type Html } from '../parts/html.ts';
import { section } from '../parts/section.ts';
import { selectField } from '../parts/select-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseFrame } from './case-frame.ts';
import { filedItem, type FiledItem } from './filed-form.ts';
import { officeCasePath } from './office-places.ts';

/** The name under which what is compared with stands in the address. */
function valueOf(compared: CaseComparison['with']): string {
  if (compared === undefined) return '';
  return compared.kind === 'submission' ? `submission-${compared.sequence}` : compared.number;
}

/** What an item says, each fact under its name; rows of tables by their place. */
function factsOf(view: WorkspaceView, stated: FiledItem, files: ComparedContent['files']): ReadonlyMap<string, string> {
  const single = stated.facts.map(({ question, answer }) => [question, answer ?? ''] as const);
  const rows = (stated.table?.rows ?? []).map((row, place) => {
    const words = row.flatMap(({ question, answer }) => (answer === undefined ? [] : [`${question}: ${answer}`]));
    return [
      view.say('office.compare.row', { title: stated.table?.title ?? '', place: place + 1 }),
      words.join('\n'),
    ] as const;
  });
  const evidence = stated.evidence.map((name) => {
    const sha256 = files.find((file) => file.name === name)?.sha256 ?? '';
    return [view.say('office.compare.file', { name }), sha256] as const;
  });
  return new Map([...single, ...rows, ...evidence]);
}

function differences(view: WorkspaceView, found: OfficeCase, before: ComparedContent, item: string): Html {
  const { filed, shown } = found;
  const form = { scheme: shown.version.scheme, set: filed.set };
  const now = filedItem(view, form, filed.application, item);
  const [old, facts] = [
    factsOf(view, filedItem(view, form, before.application, item), before.files),
    factsOf(view, now, filed.files),
  ];
  const names = [...new Set([...facts.keys(), ...old.keys()])];
  const compared: readonly ComparedFact[] = names
    .map((name) => ({ name, before: old.get(name), after: facts.get(name) }))
    .filter((fact) => (fact.before ?? '') !== (fact.after ?? ''));
  const sides = { before: view.say('office.compare.before'), after: view.say('office.compare.after') };
  return section(item, now.title, comparison(view, now.title, sides, compared));
}

function chooser(view: WorkspaceView, found: OfficeCase, compared: CaseComparison): Html | string {
  const { language, say } = view;
  const earlier = found.submissions.filter(({ sequence }) => sequence < found.filed.sequence);
  const choices = [
    ...earlier.map(({ sequence }) => ({
      value: `submission-${sequence}`,
      words: say('office.compare.submission', { sequence }),
    })),
    ...compared.offered.map((each) => ({
      value: each.application_number,
      words: say('office.compare.case', {
        number: each.application_number,
        product: each.product_name,
        day: each.first_submitted_on,
      }),
    })),
  ];
  if (choices.length === 0) return '';
  const path = officeCasePath(language, found.shown.row.application_number, '/compare');
  return html`<form class="filter-bar" action="${path}">
    <div class="filter-bar__fields">
      ${selectField(view, { name: 'with', label: say('office.compare.with'), choices, chosen: valueOf(compared.with) })}
      ${button({ words: say('office.compare.go'), weight: 'secondary', isSmall: true })}
    </div>
  </form>`;
}

/** What was filed beside what was filed before: only what differs is shown. */
export function comparePage(view: WorkspaceView, found: OfficeCase, compared: CaseComparison): Html {
  const { say } = view;
  const { before, changed } = compared;
  const inOrder = [...formItems(found.filed.set).filter((item) => changed.includes(item))];
  const body =
    before === undefined
      ? emptyState(say('office.compare.none'), say('office.compare.none.text'))
      : inOrder.length === 0
        ? emptyState(say('office.compare.same'), say('office.compare.same.text'))
        : html`${inOrder.map((item) => differences(view, found, before, item))}`;
  return caseFrame(view, found, { page: 'comparison' }, html`${chooser(view, found, compared)}${body}`);
}
