import { asTyped } from '../../core/kernel/fold.ts';
import type { ItemCheck, SentCheck } from '../../core/case/merge-checks.ts';

/** The fields of one item of the form of a format check. */
export const checkFields = (item: string) => ({
  tick: `tick.${item}`,
  remark: `remark.${item}`,
  wasTick: `was-tick.${item}`,
  wasRemark: `was-remark.${item}`,
});

/** What the form says of each item, and what it said when it was opened. Items the form did not hold are left out. */
export function readChecks(form: URLSearchParams, items: readonly string[]): readonly SentCheck[] {
  return items.flatMap((item) => {
    const names = checkFields(item);
    if (!form.has(names.wasRemark)) return [];
    const said = (tick: string, remark: string): ItemCheck => ({
      item,
      isTicked: form.get(tick) === 'yes',
      remark: asTyped(form.get(remark) ?? ''),
    });
    return [{ before: said(names.wasTick, names.wasRemark), after: said(names.tick, names.remark) }];
  });
}

/** The hidden values of the form after saving, so that the next saving compares with what is stored now. */
export function savedFields(sent: readonly SentCheck[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sent.flatMap(({ after }) => {
      const names = checkFields(after.item);
      return [
        [names.wasTick, after.isTicked ? 'yes' : ''],
        [names.wasRemark, after.remark],
      ];
    }),
  );
}
