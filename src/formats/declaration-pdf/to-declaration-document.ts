import type { Answers } from '../../core/case/application.ts';
import { toDeclaration } from '../../core/case/to-declaration.ts';
import type { Localized } from '../../core/kernel/text.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import { findProductType, levelOf } from '../../core/scheme/in-force.ts';
import type { CriteriaSet, KnowledgeStatus, Scheme } from '../../core/scheme/scheme.ts';
import type { CriterionWording, DeclarationDocument, DeclaredEvaluator } from './declaration-document.ts';

/** How a declaration is signed that came in with an application (ISO/IEC 17050-1:2004, 6.1 g: signature or equivalent). */
const SIGNED_BY_SUBMISSION: Localized = {
  ja: '発行者が、申請とともに、署名した宣言として提出した',
  en: 'Submitted by the issuer with its application, as a signed declaration',
};

const SUPPORT_ENDS: Localized = { ja: 'サポート終了日', en: 'Support ends on' };

const WORDINGS: Readonly<Record<KnowledgeStatus, CriterionWording>> = {
  'official-title': 'official_title',
  read: 'read',
  reconstructed: 'reconstructed',
};

/** What a declaration is put together from. */
type DeclaredLabel = { readonly record: PublicRecord; readonly scheme: Scheme; readonly set: CriteriaSet };

function objectOf({ record, scheme }: DeclaredLabel, declared: ReturnType<typeof toDeclaration>) {
  const description = record.answers['product.description'];
  return {
    productName: declared.object.name,
    productType: findProductType(scheme, record.answers['product.type'])?.name ?? { ja: '', en: '' },
    ...(description === undefined ? {} : { description }),
    models: declared.object.models,
    evaluatedFirmware: declared.object.firmware,
  };
}

function criteriaOf({ record, set }: DeclaredLabel): DeclarationDocument['requirements']['criteria'] {
  const verdicts = new Map(record.verdicts.map(({ criterion, verdict }) => [criterion, verdict]));
  return set.criteria.map(({ id, title, status }) => ({
    id,
    title,
    wording: WORDINGS[status],
    verdict: verdicts.get(id) ?? 'not_determined',
  }));
}

function evaluationOf(answers: Answers): DeclarationDocument['evaluation'] {
  const finishedOn = answers['evaluation.completedOn'];
  const category = answers['evaluation.evaluator'] as DeclaredEvaluator | undefined;
  if (finishedOn === undefined || category === undefined) throw new Error('a published label says who evaluated, when');
  return { category, evaluator: answers['evaluation.evaluatorName'] ?? answers['vendor.name'] ?? '', finishedOn };
}

/**
 * The declaration of a published label as a document: what the vendor declared in its answers, the criteria in the
 * words of the scheme version the label was granted under. Throws where the record lacks what no submitted application
 * can lack.
 */
export function toDeclarationDocument(label: DeclaredLabel, answers: Answers): DeclarationDocument {
  const { record, scheme, set } = label;
  const declared = toDeclaration(answers, record.models, set);
  const { 'vendor.corporateNumber': corporateNumber, 'support.endsOn': supportEnds } = record.answers;
  return {
    declarationNumber: declared.identifier,
    schemeName: scheme.name,
    issuer: {
      name: declared.issuer.name,
      address: declared.issuer.address,
      contact: declared.issuer.inquiry,
      ...(corporateNumber === undefined ? {} : { corporateNumber }),
    },
    object: objectOf(label, declared),
    requirements: {
      id: set.id,
      version: set.version,
      title: set.title,
      levelName: levelOf(scheme, record.level).name,
      criteria: criteriaOf(label),
    },
    issued: { on: declared.signedOn, place: declared.place },
    signatory: { ...declared.signatory, signature: SIGNED_BY_SUBMISSION },
    limits: {
      ...(record.validity.until === undefined ? {} : { until: record.validity.until }),
      others: declared.limitations === undefined ? [] : [declared.limitations],
    },
    evaluation: evaluationOf(answers),
    responsibilities: scheme.responsibilities,
    furtherFacts: supportEnds === undefined ? [] : [{ term: SUPPORT_ENDS, fact: supportEnds }],
  };
}
