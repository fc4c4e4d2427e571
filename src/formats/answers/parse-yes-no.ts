import { foldIdentifier } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { BlankAnswer, TypedAnswer } from './typed-answer.ts';

/** An answer to a question that is put as yes or no. */
type YesNo = 'yes' | 'no' | 'not_applicable';

/** Why an answer is neither yes nor no. */
type YesNoRefusal =
  | BlankAnswer
  | { readonly code: 'not_yes_or_no'; readonly found: string }
  | { readonly code: 'not_applicable_not_allowed' };

/** Ways of writing, folded to one width and upper case. A lone X is missing on purpose: it marks both yes and no. */
const WAYS: Readonly<Record<YesNo, string>> = {
  yes: '○ 〇 ◯ ⭕ O ✓ ✔ ☑ ✅ レ はい ハイ 有 有り あり ある YES Y TRUE T 1 OK 可 是',
  no: '× ✕ ✖ ✗ ✘ ❌ いいえ イイエ 無 無し なし ない 無い NO N FALSE F 0 NG 不可 否',
  not_applicable:
    '- -- --- N/A NA N.A NOTAPPLICABLE NOT_APPLICABLE 該当なし 該当無し 該当無 該当しない 非該当 対象外 適用外 適用なし 適用除外',
};

const MEANINGS: ReadonlyMap<string, YesNo> = new Map(
  (['yes', 'no', 'not_applicable'] as const).flatMap((meaning) =>
    WAYS[meaning].split(' ').map((way) => [way, meaning] as const),
  ),
);

/** Reads the many marks and words by which people say yes, no, or that the question does not concern their product. */
export function parseYesNo(
  raw: TypedAnswer,
  { notApplicable = true }: { readonly notApplicable?: boolean } = {},
): Result<YesNo, YesNoRefusal> {
  const folded = foldIdentifier(String(raw)).replace(/(?<=.)[。．.、,!！]+$/u, '');
  if (folded === '') return refused({ code: 'blank' });
  const meaning = MEANINGS.get(folded);
  if (meaning === undefined) return refused({ code: 'not_yes_or_no', found: String(raw).slice(0, 100) });
  if (meaning === 'not_applicable' && !notApplicable) return refused({ code: 'not_applicable_not_allowed' });
  return ok(meaning);
}
