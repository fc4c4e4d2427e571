import type { Localized } from '../../core/kernel/text.ts';

/** How far the wording of a criterion is known to this project; everything but `official` is said on the document. */
export type CriterionWording = 'official' | 'official_title' | 'read' | 'reconstructed';

/** What was determined about one criterion. */
export type DeclaredVerdict =
  'conforms' | 'does_not_conform' | 'not_applicable' | 'satisfied_by_recognition' | 'not_determined';

/** Who evaluated, in the five categories buyers are told (METI slides, 確定活動の実施者と証明主体). */
export type DeclaredEvaluator =
  'manufacturer' | 'manufacturer-qualified' | 'external-qualified' | 'assessment-company' | 'evaluation-body';

/** One line of the list of requirements (ISO/IEC 17050-1:2004, 6.1 e). */
export type DeclaredCriterion = {
  readonly id: string;
  readonly title: Localized;
  readonly wording: CriterionWording;
  readonly verdict: DeclaredVerdict;
  /** Reason, recognised scheme or option chosen, as the issuer wrote it. */
  readonly remark?: string;
};

/**
 * A supplier's declaration of conformity with all content of ISO/IEC 17050-1:2004, 6.1 a to h. Plain strings are shown as
 * the issuer wrote them, in either language; localized ones come from scheme data.
 */
export type DeclarationDocument = {
  /** 6.1 a: identifies this declaration and no other. */
  readonly declarationNumber: string;
  readonly schemeName: Localized;
  /** 6.1 b. Lines of the address are parted by line feeds. */
  readonly issuer: {
    readonly name: string;
    readonly address: string;
    readonly contact: string;
    readonly corporateNumber?: string;
  };
  /** 6.1 c. Every model number the declaration covers. */
  readonly object: {
    readonly productName: string;
    readonly productType: Localized;
    readonly description?: string;
    readonly models: readonly string[];
    readonly evaluatedFirmware: string;
  };
  /** 6.1 e: the criteria set in the version declared against. */
  readonly requirements: {
    readonly id: string;
    readonly version: string;
    readonly title: Localized;
    readonly levelName: Localized;
    readonly criteria: readonly DeclaredCriterion[];
  };
  /** 6.1 f. The day is one of the scheme's zone. */
  readonly issued: { readonly on: Temporal.PlainDate; readonly place: string };
  /** 6.1 g: the authorised person, and the equivalent of a signature that the scheme accepts. */
  readonly signatory: { readonly name: string; readonly function: string; readonly signature: Localized };
  /** 6.1 h: the last day of validity, when there is one, and every other limit. */
  readonly limits: { readonly until?: Temporal.PlainDate; readonly others: readonly string[] };
  /** Additional information (ISO/IEC 17050-1:2004, 6.2). */
  readonly evaluation: {
    readonly category: DeclaredEvaluator;
    readonly evaluator: string;
    readonly finishedOn: Temporal.PlainDate;
  };
  /** Who answers for what, from scheme data. */
  readonly responsibilities: readonly { readonly party: Localized; readonly answersFor: Localized }[];
  readonly furtherFacts: readonly { readonly term: Localized; readonly fact: string | Temporal.PlainDate }[];
};
