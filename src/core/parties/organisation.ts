import type { OrganisationId } from '../kernel/ids.ts';

/** What an organisation is to the scheme. */
export const ORGANISATION_KINDS = ['vendor', 'agent', 'operator'] as const;
/** One kind of organisation. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A party of the scheme. Names are kept exactly as typed; foreign makers and sole proprietors have no corporate number. */
export type Organisation = {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string;
  /** 法人番号: 13 digits. */
  readonly corporateNumber: string | undefined;
  readonly address: string;
  readonly addressEn: string;
};
