import type { View } from '../view.ts';

/** For whom a part is written: all it needs of a page's view. */
export type Reader = Pick<View, 'language' | 'say' | 'noteRefusal'>;
