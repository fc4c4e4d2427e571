import type {
  DETERMINATION_COLUMNS,
  INTERFACE_COLUMNS,
  ItemId,
  ITEMS,
  MODEL_COLUMNS,
  PERSONAL_DATA_COLUMNS,
  SERVICE_COLUMNS,
} from './application-items.ts';
import type { AnswerKind, AnswerOf, Column } from './answer-kinds.ts';

type ItemWith<Id extends ItemId> = Extract<(typeof ITEMS)[number], { readonly id: Id }>;

/** The single answers given so far, by item; a draft may lack any of them. */
export type Answers = { readonly [Id in ItemId]?: AnswerOf<ItemWith<Id>['kind'] & AnswerKind> | undefined };

/** One row of a table of the form; a draft's row may lack any cell. */
export type Row<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C['id']]?: AnswerOf<C['kind']> | undefined;
};

/** One model number the application covers. */
export type ModelRow = Row<typeof MODEL_COLUMNS>;
/** One interface of the product. */
export type InterfaceRow = Row<typeof INTERFACE_COLUMNS>;
/** One kind of personal data the product handles. */
export type PersonalDataRow = Row<typeof PERSONAL_DATA_COLUMNS>;
/** One required associated service. */
export type ServiceRow = Row<typeof SERVICE_COLUMNS>;
/** What was determined about one criterion, or about one criterion on one interface. */
export type DeterminationRow = Row<typeof DETERMINATION_COLUMNS>;

/**
 * What a vendor states in an application: the content of every face's form and of the workbook. The questions the scheme
 * itself brings (scope, profile) are kept by their ids.
 */
export type Application = {
  readonly answers: Answers;
  readonly scope: Readonly<Record<string, boolean>>;
  readonly profile: Readonly<Record<string, boolean>>;
  readonly models: readonly ModelRow[];
  readonly interfaces: readonly InterfaceRow[];
  readonly personalData: readonly PersonalDataRow[];
  readonly services: readonly ServiceRow[];
  readonly determinations: readonly DeterminationRow[];
};

/** An application in which nothing has been answered yet. */
export const EMPTY_APPLICATION: Application = {
  answers: {},
  scope: {},
  profile: {},
  models: [],
  interfaces: [],
  personalData: [],
  services: [],
  determinations: [],
};
