import { isOpenToEdits, type CaseState } from './case-lifecycle.ts';

/** What decides which items of an application its applicant may change now. */
type Openness = {
  readonly state: CaseState;
  /** The items that were returned. */
  readonly returned: ReadonlySet<string>;
  /** The items in which something is missing today, although nothing was when they were submitted. */
  readonly overtaken: ReadonlySet<string>;
};

/**
 * Whether the applicant may change an item of the form now (DOMAIN §5.7): all of a draft; of a returned case what was
 * returned, and what time has overtaken since. Closed, the latter could never be mended and the case never submitted again.
 */
export function isOpenItem(item: string, { state, returned, overtaken }: Openness): boolean {
  if (!isOpenToEdits(state)) return false;
  return state === 'draft' || returned.has(item) || overtaken.has(item);
}
