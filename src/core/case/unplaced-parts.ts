import type { Item } from './answer-kinds.ts';
import { ITEMS } from './application-items.ts';
import { partOf, withPart, type Part } from './application-parts.ts';
import type { Application, DeterminationRow } from './application.ts';
import { choiceValues, type ChoiceContext } from './choice-values.ts';
import { statedParts } from './stated-parts.ts';

type Form = Omit<ChoiceContext, 'application'>;

function isStillChoice(application: Application, id: string, form: Form): boolean {
  const item: Item | undefined = ITEMS.find((one) => one.id === id);
  if (item?.kind !== 'choice' || item.choices === undefined) return item !== undefined;
  const values: readonly unknown[] = choiceValues(item.choices, { ...form, application });
  return values.includes(partOf(application, { kind: 'answers', id }));
}

function hasPlace(application: Application, part: Part, form: Form): boolean {
  const { scheme, set } = form;
  switch (part.kind) {
    case 'table':
      return true;
    case 'scope':
      return scheme.scopeQuestions.some(({ id }) => id === part.id);
    case 'profile':
      return set.features.some(({ id }) => id === part.id);
    case 'determination':
      return set.criteria.some(({ id }) => id === part.criterion);
    default:
      return isStillChoice(application, part.id, form);
  }
}

/** The parts of an application for which a form has no place: it no longer asks for them, or offers the answer no more. */
export function unplacedParts(application: Application, form: Form): readonly Part[] {
  return statedParts(application).filter((part) => !hasPlace(application, part, form));
}

/** The application with only what a form has a place for. */
export function withoutUnplaced(application: Application, form: Form): Application {
  const gone = unplacedParts(application, form).filter(({ kind }) => kind !== 'determination');
  const kept = gone.reduce((now, part) => withPart(now, part, undefined), application);
  const isAsked = ({ criterion }: DeterminationRow): boolean => form.set.criteria.some(({ id }) => id === criterion);
  return { ...kept, determinations: kept.determinations.filter(isAsked) };
}
