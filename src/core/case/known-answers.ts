import type { Organisation } from '../parties/organisation.ts';
import type { Answers } from './application.ts';

/** What the register knows of an applicant already, so that no form asks for it. */
export function knownAnswers(vendor: Partial<Omit<Organisation, 'id' | 'kind'>>): Answers {
  const known = {
    'vendor.name': vendor.name,
    'vendor.nameEn': vendor.nameEn,
    'vendor.corporateNumber': vendor.corporateNumber,
    'vendor.address': vendor.address,
    'vendor.addressEn': vendor.addressEn,
  };
  return Object.fromEntries(Object.entries(known).filter(([, answer]) => answer !== undefined && answer !== ''));
}
