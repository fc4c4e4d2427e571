import { scheme } from './en/scheme.ts';
import type { ja } from './ja.ts';

/** Every text of the interface in English. */
export const en: Readonly<Record<keyof typeof ja, string>> = { ...scheme };
