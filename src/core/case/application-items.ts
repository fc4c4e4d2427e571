import { VERDICTS } from '../determination/verdict.ts';
import type { Column, Item } from './answer-kinds.ts';

/** The sections of the application form, in the order they are filled in. */
export const SECTIONS = [
  'vendor',
  'product',
  'scope',
  'profile',
  'data',
  'services',
  'updates',
  'support',
  'vulnerability',
  'safety',
  'evaluation',
  'determination',
  'review',
  'declaration',
  'terms',
  'publication',
] as const;
/** A section of the form. */
export type SectionId = (typeof SECTIONS)[number];

/**
 * The single answers asked from the first level up (DOMAIN §5.4, §5.5); tables and the scheme's own questions come beside
 * them. An answer is required unless `item-requirements.ts` says otherwise.
 */
export const ITEMS = [
  { id: 'vendor.name', kind: 'text', most: 200, audience: 'public' },
  { id: 'vendor.nameEn', kind: 'text', most: 200, audience: 'public' },
  { id: 'vendor.corporateNumber', kind: 'corporate-number', audience: 'public' },
  { id: 'vendor.address', kind: 'text', most: 300, audience: 'public' },
  { id: 'vendor.addressEn', kind: 'text', most: 300, audience: 'public' },
  { id: 'vendor.website', kind: 'web-address', audience: 'public' },
  { id: 'vendor.inquiry', kind: 'text', most: 300, audience: 'public' },
  { id: 'vendor.contactName', kind: 'text', most: 100, audience: 'confidential' },
  { id: 'vendor.contactDepartment', kind: 'text', most: 200, audience: 'confidential' },
  { id: 'vendor.contactMail', kind: 'mail-address', audience: 'confidential' },
  { id: 'vendor.contactPhone', kind: 'text', most: 50, audience: 'confidential' },
  { id: 'product.name', kind: 'text', most: 200, audience: 'public' },
  { id: 'product.nameEn', kind: 'text', most: 200, audience: 'public' },
  { id: 'product.type', kind: 'choice', choices: 'product-types', audience: 'public' },
  { id: 'product.description', kind: 'long-text', most: 2000, audience: 'public' },
  { id: 'product.descriptionEn', kind: 'long-text', most: 2000, audience: 'public' },
  { id: 'product.website', kind: 'web-address', audience: 'public' },
  { id: 'product.releasedOn', kind: 'day', audience: 'public' },
  { id: 'product.firmware', kind: 'text', most: 100, audience: 'public' },
  { id: 'product.sameDesign', kind: 'yes-no', audience: 'public' },
  { id: 'product.modelDifferences', kind: 'long-text', most: 2000, audience: 'confidential' },
  { id: 'data.personalDataHandled', kind: 'yes-no', audience: 'public' },
  { id: 'services.required', kind: 'yes-no', audience: 'public' },
  { id: 'updates.automatic', kind: 'choice', choices: ['on', 'off', 'none'], audience: 'public' },
  { id: 'updates.canSwitchOff', kind: 'yes-no', audience: 'public' },
  { id: 'updates.whenImpossible', kind: 'long-text', most: 1000, audience: 'public' },
  { id: 'updates.whenImpossibleEn', kind: 'long-text', most: 1000, audience: 'public' },
  {
    id: 'support.kinds',
    kind: 'choices',
    choices: ['security-updates', 'function-updates', 'inquiries', 'repair', 'security-notices'],
    audience: 'public',
  },
  { id: 'support.endsOn', kind: 'day', audience: 'public' },
  { id: 'support.note', kind: 'long-text', most: 1000, audience: 'public' },
  { id: 'vulnerability.policy', kind: 'web-address', audience: 'public' },
  { id: 'vulnerability.contact', kind: 'text', most: 300, audience: 'public' },
  { id: 'safety.whenDataDamaged', kind: 'long-text', most: 1000, audience: 'public' },
  { id: 'safety.recovery', kind: 'long-text', most: 1000, audience: 'public' },
  { id: 'evaluation.evaluator', kind: 'choice', choices: 'evaluator-categories', audience: 'public' },
  { id: 'evaluation.evaluatorName', kind: 'text', most: 200, audience: 'declared' },
  { id: 'evaluation.qualification', kind: 'text', most: 50, audience: 'confidential' },
  { id: 'evaluation.guideUnderstood', kind: 'choice', choices: ['training', 'sworn'], audience: 'confidential' },
  { id: 'evaluation.completedOn', kind: 'day', audience: 'public' },
  { id: 'review.reviewer', kind: 'text', most: 100, audience: 'confidential' },
  { id: 'review.function', kind: 'text', most: 200, audience: 'confidential' },
  { id: 'review.completedOn', kind: 'day', audience: 'confidential' },
  { id: 'review.onePersonFirm', kind: 'yes-no', audience: 'confidential' },
  { id: 'declaration.identifier', kind: 'text', most: 100, audience: 'public' },
  { id: 'declaration.conforms', kind: 'yes-no', audience: 'public' },
  { id: 'declaration.place', kind: 'text', most: 200, audience: 'public' },
  { id: 'declaration.signedOn', kind: 'day', audience: 'public' },
  { id: 'declaration.signatory', kind: 'text', most: 100, audience: 'declared' },
  { id: 'declaration.function', kind: 'text', most: 200, audience: 'declared' },
  { id: 'declaration.limitations', kind: 'long-text', most: 2000, audience: 'public' },
  { id: 'terms.labelUse', kind: 'choice', choices: 'terms-label-use', audience: 'confidential' },
  { id: 'terms.confidentiality', kind: 'choice', choices: 'terms-confidentiality', audience: 'confidential' },
  { id: 'publication.wishedOn', kind: 'day', audience: 'confidential' },
  { id: 'publication.recognition', kind: 'choice', choices: 'recognitions', audience: 'public' },
  { id: 'publication.recognitionStatement', kind: 'web-address', audience: 'public' },
] as const satisfies readonly Item[];

/** The model numbers one application covers (DOMAIN §5.2: one application, many models of one series). */
export const MODEL_COLUMNS = [
  { id: 'number', kind: 'text', most: 100, audience: 'public', required: true },
  { id: 'name', kind: 'text', most: 200, audience: 'public', required: false },
  { id: 'tradeItemNumber', kind: 'trade-item-number', audience: 'public', required: false },
  { id: 'difference', kind: 'text', most: 500, audience: 'confidential', required: false },
] as const satisfies readonly Column[];

/** The interfaces of the product, so that criteria that speak of interfaces can be judged one by one. */
export const INTERFACE_COLUMNS = [
  { id: 'name', kind: 'text', most: 100, audience: 'confidential', required: true },
  {
    id: 'medium',
    kind: 'choice',
    choices: ['ethernet', 'wifi', 'bluetooth', 'cellular', 'usb', 'serial', 'other-wireless', 'other-wired'],
    audience: 'confidential',
    required: true,
  },
  { id: 'speaksIp', kind: 'yes-no', audience: 'confidential', required: true },
  { id: 'overInternet', kind: 'yes-no', audience: 'confidential', required: true },
  { id: 'purpose', kind: 'text', most: 300, audience: 'confidential', required: true },
] as const satisfies readonly Column[];

/** The personal data a product handles, named already at the first level [comments]. */
export const PERSONAL_DATA_COLUMNS = [
  { id: 'what', kind: 'text', most: 200, audience: 'public', required: true },
  { id: 'purpose', kind: 'text', most: 300, audience: 'public', required: true },
  { id: 'where', kind: 'choices', choices: ['device', 'service', 'app'], audience: 'public', required: true },
  { id: 'sharedWith', kind: 'text', most: 300, audience: 'public', required: false },
] as const satisfies readonly Column[];

/** The services without which the product does not do what it is sold for (必須付随サービス). */
export const SERVICE_COLUMNS = [
  { id: 'name', kind: 'text', most: 200, audience: 'public', required: true },
  { id: 'provider', kind: 'text', most: 200, audience: 'public', required: true },
  { id: 'purpose', kind: 'text', most: 300, audience: 'public', required: true },
  { id: 'website', kind: 'web-address', audience: 'public', required: false },
] as const satisfies readonly Column[];

/** The verdicts of the determination: one row a criterion, or one a criterion and interface. */
export const DETERMINATION_COLUMNS = [
  { id: 'criterion', kind: 'choice', choices: 'criteria', audience: 'public', required: true },
  { id: 'interface', kind: 'choice', choices: 'interfaces', audience: 'confidential', required: false },
  {
    id: 'verdict',
    kind: 'choice',
    choices: VERDICTS,
    audience: 'public',
    required: true,
  },
  {
    id: 'metBy',
    kind: 'choices',
    choices: ['product', 'service', 'environment'],
    audience: 'confidential',
    required: false,
  },
  { id: 'methods', kind: 'choices', choices: 'methods', audience: 'confidential', required: false },
  { id: 'determinedBy', kind: 'text', most: 100, audience: 'confidential', required: false },
  { id: 'determinedOn', kind: 'day', audience: 'confidential', required: false },
  { id: 'firmware', kind: 'text', most: 100, audience: 'confidential', required: false },
  { id: 'evidence', kind: 'file-names', audience: 'confidential', required: false },
  { id: 'explanation', kind: 'long-text', most: 4000, audience: 'confidential', required: false },
] as const satisfies readonly Column[];

/** The tables of the form: their id is the first part of the path of every cell. */
export const TABLES = {
  models: MODEL_COLUMNS,
  interfaces: INTERFACE_COLUMNS,
  personalData: PERSONAL_DATA_COLUMNS,
  services: SERVICE_COLUMNS,
  determinations: DETERMINATION_COLUMNS,
} as const;

/** A table of the form. */
export type TableId = keyof typeof TABLES;

/** A table that is filled in as a whole with its section; what was determined is filled in criterion by criterion. */
export type SectionTable = Exclude<TableId, 'determinations'>;
/** A single question of the form; also the path of its answer. */
export type ItemId = (typeof ITEMS)[number]['id'];
