import { applicationFaults } from './ja/application-faults.ts';
import { application } from './ja/application.ts';
import { scheme } from './ja/scheme.ts';

/** Every text of the interface in Japanese, the source language. */
export const ja = { ...application, ...applicationFaults, ...scheme } as const;
