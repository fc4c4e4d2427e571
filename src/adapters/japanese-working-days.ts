import holidayJp from '@holiday-jp/holiday_jp';
import type { WorkingDays } from '../app/ports.ts';

/** Offices of the state are closed from 29 December to 3 January (Act on Holidays of Administrative Organs, article 1). */
function isYearEnd(day: Temporal.PlainDate): boolean {
  return (day.month === 12 && day.day >= 29) || (day.month === 1 && day.day <= 3);
}

/** The working days of Japan's administration: neither Saturday, Sunday, national holiday nor year's end. */
export const japaneseWorkingDays: WorkingDays = {
  isWorkingDay: (day) => day.dayOfWeek < 6 && !isYearEnd(day) && !(day.toString() in holidayJp.holidays),
};
