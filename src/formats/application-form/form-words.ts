import type { Audience } from '../../core/case/answer-kinds.ts';
import type { ITEMS, ItemId, SectionId, TABLES, TableId } from '../../core/case/application-items.ts';
import type { Verdict } from '../../core/determination/verdict.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { KnowledgeStatus, Method } from '../../core/scheme/scheme.ts';

type Columns<Table extends TableId> = (typeof TABLES)[Table][number];
type ColumnKey = { [Table in TableId]: `column.${Table}.${Columns<Table>['id']}` }[TableId];

/** Items and columns whose choices are a fixed list have a word for each; the verdicts have their own. */
type FixedChoices<Entry> = Entry extends { readonly id: infer Id; readonly choices: readonly (infer Value)[] }
  ? readonly [Id, Value]
  : never;
type ChoiceKey<Pair, Prefix extends string> = Pair extends readonly [
  infer Id extends string,
  infer Value extends string,
]
  ? `${Prefix}${Id}.${Value}`
  : never;
type ColumnChoiceKey = {
  [Table in TableId]: ChoiceKey<FixedChoices<Exclude<Columns<Table>, { readonly id: 'verdict' }>>, `choice.${Table}.`>;
}[TableId];

/** The headings of the workbook beside the questions themselves. */
export type HeadingKey =
  | `sheet.${'readme' | 'application'}`
  | `head.${'id' | 'section' | 'item' | 'requirement' | 'audience' | 'answer' | 'help'}`
  | `head.${'title' | 'text' | 'status' | 'guide' | 'wantedEvidence' | 'notApplicableWhen' | 'topic' | 'content'}`;

/** The explanations on the first sheet of the workbook. */
type ReadmeKey =
  | `readme.${'scheme' | 'level' | 'set' | 'note' | 'template'}`
  | `readme.${'purpose' | 'order' | 'how' | 'change' | 'evidence' | 'public'}${'' | '.text'}`;

/** Every text the form needs that the scheme's data does not bring; the faces hold them in both languages. */
export type FormWordKey =
  | `section.${SectionId}`
  | `item.${ItemId}${'' | '.help'}`
  | `table.${TableId}${'' | '.help'}`
  | `${ColumnKey}${'' | '.help'}`
  | ChoiceKey<FixedChoices<(typeof ITEMS)[number]>, 'choice.'>
  | ColumnChoiceKey
  | `verdict.${Verdict}`
  | `method.${Method}`
  | `answer.${'yes' | 'no' | 'marked'}`
  | `requirement.${'required' | 'optional' | 'conditional'}`
  | `audience.${Audience}`
  | `status.${KnowledgeStatus}`
  | HeadingKey
  | ReadmeKey;

/** The source of those texts; formats hold no interface text of their own. */
export type FormWords = (language: Language, key: FormWordKey) => string;
