/** One thing done in a story; each is one act of the application, or two where an answer is edited and submitted. */
export type StoryAct =
  | 'open'
  | 'fill-half'
  | 'fill'
  | 'import'
  | 'submit'
  | 'return'
  | 'answer'
  | 'decline'
  | 'accept'
  | 'request-provisional'
  | 'pay'
  | 'propose-grant'
  | 'propose-refusal'
  | 'withdraw'
  | 'confirm'
  | 'discontinue'
  | 'expire';

/** An act, and how many days before the story's last day it is done; days nobody works move to the working day before. */
type EndingStep = readonly [act: StoryAct, daysBefore: number];

const FILED: readonly EndingStep[] = [
  ['open', 24],
  ['fill', 16],
  ['submit', 14],
];
const PAID: readonly EndingStep[] = [...FILED, ['accept', 10], ['pay', 6]];

/** Earlier or later days for some steps. */
function before(days: number, steps: readonly EndingStep[]): readonly EndingStep[] {
  return steps.map(([act, daysBefore]) => [act, daysBefore + days]);
}

/** How stories go, from opening to where they stand or ended. */
export const ENDINGS = {
  'draft-empty': [['open', 0]],
  'draft-half': [
    ['open', 5],
    ['fill-half', 0],
  ],
  'draft-ready': [
    ['open', 8],
    ['fill', 0],
  ],
  submitted: before(-14, FILED),
  imported: [['import', 0]],
  returned: [...before(-7, FILED), ['return', 0]],
  accepted: [...before(-10, FILED), ['accept', 0]],
  'accepted-provisional': [...before(-9, FILED), ['accept', 1], ['request-provisional', 0]],
  awaiting: before(-6, PAID),
  'proposed-grant': [...before(-4, PAID), ['propose-grant', 0]],
  'proposed-refusal': [...before(-4, PAID), ['propose-refusal', 0]],
  granted: [...PAID, ['propose-grant', 3], ['confirm', 0]],
  'granted-imported': [
    ['import', 14],
    ['accept', 10],
    ['pay', 6],
    ['propose-grant', 3],
    ['confirm', 0],
  ],
  'granted-provisional': [
    ...FILED,
    ['accept', 11],
    ['request-provisional', 10],
    ['pay', 6],
    ['propose-grant', 3],
    ['confirm', 0],
  ],
  'granted-after-return': [
    ...before(34, FILED),
    ['return', 42],
    ['answer', 20],
    ['accept', 15],
    ['pay', 9],
    ['propose-grant', 4],
    ['confirm', 0],
  ],
  'granted-after-withdrawal': [
    ...before(8, PAID),
    ['propose-grant', 11],
    ['withdraw', 8],
    ['propose-grant', 4],
    ['confirm', 0],
  ],
  refused: [...PAID, ['propose-refusal', 3], ['confirm', 0]],
  declined: [...before(-6, FILED), ['decline', 0]],
  discontinued: [...before(-4, FILED), ['accept', 6], ['discontinue', 0]],
  expired: [...before(115, FILED), ['return', 120], ['expire', 0]],
  'in-review': before(-6, PAID),
} as const satisfies Readonly<Record<string, readonly EndingStep[]>>;

/** The name of a way a story goes. */
export type Ending = keyof typeof ENDINGS;

/** The acts of a way, in their order. */
export function stepsOf(ending: Ending): readonly EndingStep[] {
  return ENDINGS[ending];
}
