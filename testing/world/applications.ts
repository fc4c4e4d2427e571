import type { Answers, Application } from '../../src/core/case/application.ts';
import { findProductType, findTerms, inForce } from '../../src/core/scheme/in-force.ts';
import type { CriteriaSet, RecognitionRule, Scheme } from '../../src/core/scheme/scheme.ts';
import { determinationsOf } from './determinations.ts';
import { evaluatorOf } from './evaluators.ts';
import type { vendorOf } from './organisations.ts';
import type { WorldPerson } from './people.ts';
import type { WorldProduct } from './products.ts';

/** What an application of the world is made from. */
type ApplicationSubject = {
  readonly scheme: Scheme;
  readonly set: CriteriaSet;
  readonly product: WorldProduct;
  /** The product's type in this scheme. */
  readonly productType: string;
  readonly vendor: ReturnType<typeof vendorOf>;
  readonly contact: WorldPerson;
  readonly signatory: WorldPerson;
  /** The day it is to be submitted: evaluation, review and signature come before it. */
  readonly submittedOn: Temporal.PlainDate;
  /** Where other than the years of support the product promises. */
  readonly supportEndsOn?: Temporal.PlainDate | undefined;
  /** The day of publication wished for; without it the label is public at once. */
  readonly wishedOn?: Temporal.PlainDate | undefined;
};

function vendorAnswers({ vendor, contact }: ApplicationSubject): Answers {
  const stated = vendor.vendor;
  return {
    'vendor.name': vendor.name,
    'vendor.nameEn': vendor.nameEn,
    ...(vendor.corporateNumber && { 'vendor.corporateNumber': vendor.corporateNumber }),
    'vendor.address': vendor.address,
    'vendor.addressEn': vendor.addressEn,
    'vendor.website': stated.website,
    'vendor.inquiry': stated.inquiry,
    'vendor.contactName': contact.name,
    ...(stated.department && { 'vendor.contactDepartment': stated.department }),
    'vendor.contactMail': contact.mail,
    'vendor.contactPhone': stated.phone,
    'vulnerability.policy': stated.policy,
    'vulnerability.contact': stated.vulnerabilityContact,
  };
}

const SAFE_BY_DEFAULT = {
  whenDataDamaged: '設定が壊れたときは動作を止め、通信を切ります。',
  recovery: '初期化の操作で工場出荷時の状態に戻し、最新のファームウェアを適用できます。',
};

function safetyAnswers({ scheme, product, productType }: ApplicationSubject): Answers {
  if (findProductType(scheme, productType)?.safetyFunction !== true) return {};
  const { whenDataDamaged, recovery } = product.safety ?? SAFE_BY_DEFAULT;
  return { 'safety.whenDataDamaged': whenDataDamaged, 'safety.recovery': recovery };
}

function productAnswers(subject: ApplicationSubject): Answers {
  const { product, productType, vendor, submittedOn } = subject;
  return {
    'product.name': product.name.ja,
    'product.nameEn': product.name.en,
    'product.type': productType,
    'product.description': product.description.ja,
    'product.descriptionEn': product.description.en,
    'product.website': `${vendor.vendor.website}products/${product.code.toLowerCase()}/`,
    'product.releasedOn': submittedOn.add({ days: 40 }),
    'product.firmware': product.firmware,
    ...(product.models.length > 1 && {
      'product.sameDesign': true,
      'product.modelDifferences': product.modelDifferences ?? '外観だけが違います。',
    }),
  };
}

function careAnswers({ product, submittedOn, supportEndsOn }: ApplicationSubject): Answers {
  return {
    'data.personalDataHandled': (product.personalData ?? []).length > 0,
    'services.required': (product.services ?? []).length > 0,
    'updates.automatic': product.updates,
    ...(product.updates !== 'none' && { 'updates.canSwitchOff': true }),
    'updates.whenImpossible': 'ネットワークから外し、お客様相談窓口へ連絡してください。',
    'updates.whenImpossibleEn': 'Take the product off the network and call customer support.',
    'support.kinds': product.supportKinds ?? ['security-updates', 'inquiries', 'security-notices'],
    'support.endsOn': supportEndsOn ?? submittedOn.add({ years: product.supportYears }),
    ...(product.supportNote && { 'support.note': product.supportNote }),
  };
}

function declarationAnswers({ product, vendor, signatory, submittedOn }: ApplicationSubject): Answers {
  const stated = vendor.vendor;
  return {
    'review.reviewer': stated.reviewer.name,
    'review.function': stated.reviewer.function,
    'review.completedOn': submittedOn.subtract({ days: 20 }),
    ...(stated.onePersonFirm && { 'review.onePersonFirm': true }),
    'declaration.identifier': `DOC-${product.code}-${String(submittedOn.year)}`,
    'declaration.conforms': true,
    'declaration.place': stated.place,
    'declaration.signedOn': submittedOn.subtract({ days: 12 }),
    'declaration.signatory': signatory.name,
    'declaration.function': stated.signatoryFunction,
    ...(product.limitations && { 'declaration.limitations': product.limitations }),
  };
}

function findRecognition({ scheme, set, product, submittedOn }: ApplicationSubject): RecognitionRule | undefined {
  const rules = inForce(scheme.recognition, submittedOn).filter((rule) => rule.level === set.level);
  return rules.find((rule) => rule.id === product.recognition?.id);
}

function publicationAnswers(subject: ApplicationSubject, recognition: RecognitionRule | undefined): Answers {
  const { scheme, submittedOn, wishedOn, product } = subject;
  return {
    'terms.labelUse': findTerms(scheme, 'label-use', submittedOn)?.version,
    'terms.confidentiality': findTerms(scheme, 'confidentiality', submittedOn)?.version,
    ...(wishedOn && { 'publication.wishedOn': wishedOn }),
    ...(recognition && {
      'publication.recognition': recognition.id,
      'publication.recognitionStatement': product.recognition?.statement,
    }),
  };
}

/** The application of a product of the world, with nothing missing on the day it is to be submitted. */
export function applicationOf(subject: ApplicationSubject): Application {
  const { scheme, set, product, vendor, submittedOn } = subject;
  const lacks = product.lacks ?? [];
  const profile = Object.fromEntries(set.features.map(({ id }) => [id, !lacks.includes(id)]));
  const evaluator = evaluatorOf(scheme, { level: set.level, category: product.evaluator, vendor: vendor.vendor });
  const completedOn = submittedOn.subtract({ days: 28 });
  const recognition = findRecognition(subject);
  return {
    answers: {
      ...vendorAnswers(subject),
      ...productAnswers(subject),
      ...careAnswers(subject),
      ...safetyAnswers(subject),
      ...evaluator.answers,
      'evaluation.completedOn': completedOn,
      ...declarationAnswers(subject),
      ...publicationAnswers(subject, recognition),
    },
    scope: Object.fromEntries(scheme.scopeQuestions.map(({ id, expected }) => [id, expected])),
    profile,
    models: product.models,
    interfaces: product.interfaces,
    personalData: product.personalData ?? [],
    services: product.services ?? [],
    determinations: determinationsOf({
      product,
      set,
      profile,
      determinedBy: evaluator.determinedBy,
      completedOn,
      recognition,
    }),
  };
}
