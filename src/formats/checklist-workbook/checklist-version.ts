/** The version of the checklist workbook this software writes; it reads all versions up to it. */
export const CHECKLIST_VERSION = 1;

/** The day the layout of this version was fixed; files carry it, so that the same content gives the same bytes. */
export const CHECKLIST_REVISED = '2026-11-01';

/** The hidden sheet by which a workbook says what it is. */
export const META_SHEET = '_meta';

/** The facts on that sheet, each a row of its own: key, value. */
export const META_KEYS = ['form', 'version', 'language', 'scheme', 'level', 'set', 'setVersion'] as const;
/** The key of such a row. */
export type MetaKey = (typeof META_KEYS)[number];

/** Before the key of a row that keeps a heading as it was written, so that later words do not lose older files. */
export const META_HEADING = 'heading:';

/** What the fact `form` says. */
export const META_FORM = 'shirushi-checklist';

/** The facts by which a workbook made from a draft says which one, in which version. */
export const META_DRAFT = { number: 'draft', version: 'draftVersion' } as const;

/** Before the name of a part in the row that keeps the mark of what it said in the draft. */
export const META_MARK = 'mark:';
