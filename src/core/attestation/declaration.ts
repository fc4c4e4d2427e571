/**
 * The supplier's declaration of conformity: the content ISO/IEC 17050-1:2004, clause 6.1 asks for, a to h
 * (letters unconfirmed).
 */
export type Declaration = {
  /** a) its unique identification */
  readonly identifier: string;
  /** b) name and contact address of the issuer */
  readonly issuer: {
    readonly name: string;
    readonly nameEn: string;
    readonly address: string;
    readonly inquiry: string;
  };
  /** c) what is declared about: the product and its models */
  readonly object: {
    readonly name: string;
    readonly nameEn: string;
    readonly firmware: string;
    readonly models: readonly string[];
  };
  /** d) the statement of conformity: whether it was made */
  readonly conforms: boolean;
  /** e) the complete and clear list of specified requirements */
  readonly requirements: { readonly set: string; readonly version: string; readonly document: string };
  /** f) place and date of issue */
  readonly place: string;
  readonly signedOn: Temporal.PlainDate;
  /** g) name and function of the person acting for the issuer */
  readonly signatory: { readonly name: string; readonly function: string };
  /** h) any limitation on its validity */
  readonly limitations: string | undefined;
};
