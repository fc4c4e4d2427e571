import type { BlankAnswer } from './typed-answer.ts';

/** Why what was typed is not read as a day. */
export type DayRefusal =
  | BlankAnswer
  | { readonly code: 'unreadable_day' }
  /** A year, month and day that the calendar does not have. */
  | { readonly code: 'no_such_day' }
  /** Day and month could be meant in either order, or the year has two digits and no era. */
  | { readonly code: 'ambiguous_day' }
  | { readonly code: 'year_only' }
  /** The era had not begun, or was over; both days count as inside. */
  | { readonly code: 'outside_era'; readonly from: string; readonly until: string };
