import type { ShownCase } from '../../src/app/case/find-case.ts';
import { labelStateOn, type LabelState } from '../../src/core/attestation/label-lifecycle.ts';
import type { Localized } from '../../src/core/kernel/text.ts';
import { fromStoredRecord } from '../../src/formats/public-record/stored-record.ts';

/** Why a label is worth a look. */
export type LabelInterest =
  'many-models' | 'recognised' | 'near-expiry' | 'in-grace' | 'lapsed' | 'scheduled' | 'valid';

/** A label picked out, with what suggestions say of it. */
export type LabelOfInterest = {
  readonly number: string;
  readonly state: LabelState;
  readonly product: Localized;
  readonly interest: LabelInterest;
  readonly publishOn: Temporal.PlainDate;
  /** The last of its model numbers. */
  readonly model: string;
};

type Candidate = Omit<LabelOfInterest, 'interest'> & {
  readonly modelCount: number;
  readonly isRecognised: boolean;
  readonly isNearExpiry: boolean;
};

function candidateOf({ label }: ShownCase, today: Temporal.PlainDate): readonly Candidate[] {
  if (label === undefined) return [];
  const { answers, models, validity } = fromStoredRecord(label.record);
  const state = labelStateOn({ validity, isPublished: label.published_at !== null }, today);
  const soon = today.add({ months: 3 });
  const isEnding = validity.until !== undefined && Temporal.PlainDate.compare(validity.until, soon) <= 0;
  const ja = answers['product.name'] ?? '';
  const candidate = {
    number: label.number,
    state,
    product: { ja, en: answers['product.nameEn'] ?? ja },
    publishOn: label.publish_on,
    model: models.at(-1)?.number ?? '',
    modelCount: models.length,
    isRecognised: answers['publication.recognition'] !== undefined,
    isNearExpiry: state === 'valid' && isEnding,
  };
  return [candidate];
}

/** What makes each interest, rarest first: each label is picked for at most one. */
const INTERESTS: readonly (readonly [LabelInterest, (label: Candidate) => boolean])[] = [
  ['many-models', (label) => label.state === 'valid' && label.modelCount >= 100],
  ['recognised', (label) => label.state === 'valid' && label.isRecognised],
  ['near-expiry', (label) => label.isNearExpiry],
  ['in-grace', (label) => label.state === 'in_grace'],
  ['lapsed', (label) => label.state === 'lapsed'],
  ['scheduled', (label) => label.state === 'scheduled'],
  ['valid', (label) => label.state === 'valid'],
];

/** One label for each reason to look at one, as far as there are such. */
export function labelsOfInterest(cases: readonly ShownCase[], today: Temporal.PlainDate): readonly LabelOfInterest[] {
  const candidates = cases.flatMap((shown) => candidateOf(shown, today));
  const picked: LabelOfInterest[] = [];
  for (const [interest, isSo] of INTERESTS) {
    const label = candidates.find(
      (candidate) => isSo(candidate) && !picked.some(({ number }) => number === candidate.number),
    );
    if (label === undefined) continue;
    const { number, state, product, publishOn, model } = label;
    picked.push({ number, state, product, publishOn, model, interest });
  }
  return picked;
}
