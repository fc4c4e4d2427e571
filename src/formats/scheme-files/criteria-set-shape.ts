import { z } from 'zod';
import {
  KNOWLEDGE_STATUSES,
  METHODS,
  type Asset,
  type CriteriaSet,
  type Criterion,
  type ProfileFeature,
  type Threat,
} from '../../core/scheme/scheme.ts';
import { effectivePeriod, localized } from './common-shapes.ts';

const criterionShape = z.strictObject({
  id: z.string(),
  status: z.enum(KNOWLEDGE_STATUSES),
  title: localized,
  requirement: localized,
  guide: localized,
  notApplicableWhen: localized.optional(),
  appliesTo: z.array(z.string()),
  perInterface: z.boolean(),
  methods: z.array(z.enum(METHODS)),
  methodStatus: z.enum(KNOWLEDGE_STATUSES),
  threat: z.string(),
  evidence: z.array(localized),
  en303645: z.array(z.string()),
}) satisfies z.ZodType<Criterion>;

const threatShape = z.strictObject({ id: z.string(), name: localized }) satisfies z.ZodType<Threat>;
const assetShape = z.strictObject({ id: z.string(), name: localized }) satisfies z.ZodType<Asset>;
const featureShape = z.strictObject({
  id: z.string(),
  question: localized,
  help: localized,
}) satisfies z.ZodType<ProfileFeature>;

/** One file of `criteria/`: a versioned set of criteria for one level. */
export const criteriaSetShape = z.strictObject({
  id: z.string(),
  version: z.string(),
  level: z.string(),
  productTypes: z.union([z.literal('any'), z.array(z.string())]),
  title: localized,
  document: z.string(),
  note: localized,
  effective: effectivePeriod,
  threats: z.array(threatShape),
  assets: z.array(assetShape),
  features: z.array(featureShape),
  criteria: z.array(criterionShape),
}) satisfies z.ZodType<CriteriaSet>;
