import type { Application } from '../../src/core/case/application.ts';

/** Sections a vendor has answered when an application is half done. */
const ANSWERED_FIRST = ['vendor', 'product', 'data', 'services', 'support'];

/**
 * An application as it stands half done: the product described, the first criteria determined, nothing reviewed or
 * signed.
 */
export function halfDone(whole: Application): Application {
  const entries = Object.entries(whole.answers).filter(([id]) => ANSWERED_FIRST.includes(id.slice(0, id.indexOf('.'))));
  const half = Math.ceil(whole.determinations.length / 2);
  return {
    ...whole,
    answers: Object.fromEntries(entries),
    profile: Object.fromEntries(Object.entries(whole.profile).slice(0, -1)),
    determinations: whole.determinations.map((row, place) =>
      place < half ? row : { criterion: row.criterion, interface: row.interface, verdict: 'not_determined' },
    ),
  };
}

/** What was returned to the applicant in an application, and how the answer differs from it. */
type Mending = { readonly criterion: string; readonly addedFile: string };

/** The criterion an officer finds wanting: the first one tested on a device, or else the first that was found to be met. */
export function criterionToReturn(application: Application): string {
  const met = application.determinations.filter((row) => row.verdict === 'conforms');
  const found = met.find((row) => row.methods?.includes('device-test')) ?? met[0];
  if (found?.criterion === undefined) throw new Error('nothing in this application can be returned');
  return found.criterion;
}

/** An application after its returned criterion and the returned support section were answered. */
export function mended(application: Application, { criterion, addedFile }: Mending): Application {
  return {
    ...application,
    answers: {
      ...application.answers,
      'support.note': 'サポートの終了は、終了の1年前までに製品の頁でお知らせします。',
    },
    determinations: application.determinations.map((row) =>
      row.criterion === criterion && row.verdict === 'conforms'
        ? {
            ...row,
            evidence: [...(row.evidence ?? []), addedFile],
            explanation: `${row.explanation ?? ''}試験に使った個体の型番と版の記録を追加しました。`,
          }
        : row,
    ),
  };
}
