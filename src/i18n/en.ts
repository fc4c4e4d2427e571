import { applicationFaults } from './en/application-faults.ts';
import { application } from './en/application.ts';
import { scheme } from './en/scheme.ts';
import type { ja } from './ja.ts';

/** Every text of the interface in English. */
export const en: Readonly<Record<keyof typeof ja, string>> = { ...application, ...applicationFaults, ...scheme };
