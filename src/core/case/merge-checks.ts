/** What an officer notes about one item while checking: whether it is in order, and what to tell the applicant. */
export type ItemCheck = { readonly item: string; readonly isTicked: boolean; readonly remark: string };

/** One item of a form that was sent: what it showed when it was opened, and what it says now. */
export type SentCheck = { readonly before: ItemCheck; readonly after: ItemCheck };

const NOT_LOOKED_AT = { isTicked: false, remark: '' } as const;

const saysSame = (first: Omit<ItemCheck, 'item'>, second: Omit<ItemCheck, 'item'>): boolean =>
  first.isTicked === second.isTicked && first.remark === second.remark;

/** A remark in which nothing that either of two people wrote is missing. */
function bothRemarks(stored: string, before: string, after: string): string {
  if (stored === before || stored === after) return after;
  if (after === before || after === '') return stored;
  return stored === '' || after.includes(stored) ? after : `${stored}\n${after}`;
}

/**
 * What is to be kept of a form of checks over what is stored: only items whoever sent it has touched. Where somebody else
 * touched the same item meanwhile, both remarks are kept, one under the other, and the tick is taken off: it has to be
 * looked at again.
 */
export function mergeChecks(stored: readonly ItemCheck[], sent: readonly SentCheck[]): readonly ItemCheck[] {
  return sent.flatMap(({ before, after }) => {
    if (saysSame(before, after)) return [];
    const now = stored.find(({ item }) => item === after.item) ?? { item: after.item, ...NOT_LOOKED_AT };
    const isUntouched = saysSame(now, before);
    const remark = bothRemarks(now.remark, before.remark, after.remark);
    const isTicked = isUntouched || now.isTicked === after.isTicked ? after.isTicked : false;
    const merged = { item: after.item, isTicked, remark };
    return saysSame(now, merged) ? [] : [merged];
  });
}
