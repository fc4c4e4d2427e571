import { scheme } from './ja/scheme.ts';

/** Every text of the interface in Japanese, the source language. */
export const ja = { ...scheme } as const;
