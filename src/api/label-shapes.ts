import { z } from 'zod';

const day = z.iso.date();
const text = z.strictObject({ ja: z.string(), en: z.string() });
const writtenText = z.strictObject({ ja: z.string().nullable(), en: z.string().nullable() });
const addresses = z.strictObject({ ja: z.url(), en: z.url() });

const state = z.enum(['valid', 'in_grace', 'lapsed']).meta({
  description: 'What the label is on the day `on`: valid, in the grace after its end, or lapsed.',
});

const links = z.strictObject({
  self: z.url(),
  page: addresses,
  short: z.url().meta({ description: 'What the code on the label holds.' }),
  declaration: addresses.optional().meta({ description: 'Where the label rests on the vendor’s own declaration.' }),
});

/** A label in a list. */
export const labelLineShape = z
  .strictObject({
    number: z.string(),
    status: z.strictObject({ state, on: day, zone: z.string() }),
    validity: z.strictObject({ from: day, until: day.nullable() }),
    level: z.string(),
    vendor: writtenText,
    product: writtenText,
    evaluator: z.string().nullable(),
    models: z.array(z.string()),
    links,
  })
  .meta({ id: 'LabelLine' });

const cells = z.record(z.string(), z.unknown());

/** Where a label's publication stands in the public log, and its proof. */
const logShape = z.strictObject({
  index: z.int().min(0),
  inclusion: z
    .strictObject({ checkpoint: z.string(), hashes: z.array(z.base64()) })
    .meta({ description: 'The hashes from the entry up to the root of the tree that this signed checkpoint states.' }),
  proof: z.url(),
  checkpoint: z.url(),
  key: z.url(),
});

/** The public record as it is kept and logged. */
const recordShape = z
  .strictObject({
    number: z.string(),
    scheme: z.strictObject({ id: z.string(), version: z.string() }),
    level: z.string(),
    criteriaSet: z.strictObject({ id: z.string(), version: z.string() }),
    validity: z.strictObject({ from: day, until: day.optional(), graceDays: z.int().min(0) }),
    answers: cells.meta({ description: 'The public answers of the application by the ids of its questions.' }),
    models: z.array(cells),
    personalData: z.array(cells),
    services: z.array(cells),
    verdicts: z.array(z.strictObject({ criterion: z.string(), verdict: z.string() })),
  })
  .meta({ id: 'PublicRecord' });

const namesShape = z.strictObject({
  scheme: text,
  operator: text,
  level: text,
  productType: text.nullable(),
  evaluator: text.nullable(),
  criteriaSet: z.strictObject({ title: text, document: z.string(), version: z.string() }),
  criteria: z.array(z.strictObject({ id: z.string(), title: text, wording: z.string() })),
});

const validityShape = z.strictObject({
  from: day,
  until: day.nullable(),
  graceDays: z.int().min(0),
  graceUntil: day.nullable(),
});

/** A whole label (`shirushi-label/1`). */
export const labelShape = z
  .strictObject({
    format: z.literal('shirushi-label/1'),
    number: z.string(),
    status: z.strictObject({ state, isValid: z.boolean(), on: day, zone: z.string(), changesOn: day.nullable() }),
    validity: validityShape,
    support: z.strictObject({ until: day.nullable() }),
    level: z.strictObject({ id: z.string(), stars: z.int().min(0), of: z.int().min(1) }),
    publishedAt: z.iso.datetime(),
    names: namesShape,
    record: recordShape,
    meaning: z.strictObject({ says: z.array(text), doesNotSay: z.array(text) }),
    log: logShape.nullable(),
    credential: z.url().meta({ description: 'The label as a signed credential, to be verified offline.' }),
    links,
  })
  .meta({ id: 'Label' });

/** How many there are; exact up to a thousand, "at least" beyond. */
const totalShape = z.strictObject({ count: z.int().min(0).max(1000), isExact: z.boolean() });

/** A page of labels. */
export const labelsPageShape = z
  .strictObject({
    format: z.literal('shirushi-labels-page/1'),
    on: day.meta({ description: 'The legal day the answer is about.' }),
    total: totalShape,
    labels: z.array(labelLineShape),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; also in the header `Link`.' }),
  })
  .meta({ id: 'LabelsPage' });
