import { inForce } from '../scheme/in-force.ts';
import { METHODS, type CriteriaSet, type Scheme } from '../scheme/scheme.ts';
import type { ChoiceSource } from './answer-kinds.ts';
import type { Application } from './application.ts';

/** What the values of a choice are taken from. */
export type ChoiceContext = {
  readonly scheme: Scheme;
  readonly set: CriteriaSet;
  readonly application: Application;
  readonly today: Temporal.PlainDate;
};

function termsVersions(context: ChoiceContext, kind: 'label-use' | 'confidentiality'): readonly string[] {
  return inForce(context.scheme.terms, context.today)
    .filter((terms) => terms.kind === kind)
    .map((terms) => terms.version);
}

/** The values a choice allows today. */
export function choiceValues(source: ChoiceSource, context: ChoiceContext): readonly string[] {
  const { scheme, set, application, today } = context;
  switch (source) {
    case 'product-types':
      return scheme.productTypes.map((type) => type.id);
    case 'evaluator-categories':
      return scheme.evaluatorCategories.map((category) => category.id);
    case 'recognitions':
      return inForce(scheme.recognition, today)
        .filter((rule) => rule.level === set.level)
        .map((rule) => rule.id);
    case 'methods':
      return METHODS;
    case 'criteria':
      return set.criteria.map((criterion) => criterion.id);
    case 'interfaces':
      return application.interfaces.flatMap((row) => row.name ?? []);
    case 'terms-label-use':
      return termsVersions(context, 'label-use');
    case 'terms-confidentiality':
      return termsVersions(context, 'confidentiality');
    default:
      return source;
  }
}
