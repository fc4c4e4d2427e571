import type { InterfaceRow, ModelRow, PersonalDataRow, ServiceRow } from '../../src/core/case/application.ts';
import type { Localized } from '../../src/core/kernel/text.ts';

/**
 * A product of the demonstration world, in what makes it differ from others; the factory derives the rest of its
 * application.
 */
export type ProductDescription = {
  /** Stem of file names and of the declaration's number; one of a kind in the world. */
  readonly code: string;
  /** Product type in the scheme the world was written for; another scheme's own types take its place. */
  readonly type: string;
  readonly name: Localized;
  readonly description: Localized;
  readonly firmware: string;
  readonly models: readonly ModelRow[];
  /** In what the models differ; wanted where there are several. */
  readonly modelDifferences?: string;
  readonly interfaces: readonly InterfaceRow[];
  /** Features of the product profile this product does not have; it has all others. */
  readonly lacks?: readonly string[];
  readonly personalData?: readonly PersonalDataRow[];
  readonly services?: readonly ServiceRow[];
  readonly updates: 'on' | 'off' | 'none';
  /** Years from submission for which updates are promised. */
  readonly supportYears: number;
  readonly supportKinds?: readonly string[];
  readonly supportNote?: string;
  /** Evaluator category wished for; the lowest the level allows where it does not allow this one. */
  readonly evaluator: string;
  /** The recognition claimed where the scheme has it in force, with the address of the statement. */
  readonly recognition?: { readonly id: string; readonly statement: string };
  readonly limitations?: string;
  /** How it stops safely and how it recovers; asked for products whose failure can harm. */
  readonly safety?: { readonly whenDataDamaged: string; readonly recovery: string };
};
