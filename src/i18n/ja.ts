import { application } from './ja/application.ts';
import { applicationFaults } from './ja/application-faults.ts';
import { caseTexts } from './ja/case.ts';
import { cli } from './ja/cli.ts';
import { publicPages } from './ja/public.ts';
import { refusal } from './ja/refusal.ts';
import { scheme } from './ja/scheme.ts';
import { start } from './ja/start.ts';

/** Every text of the interface in Japanese, the source language. */
export const ja = {
  ...application,
  ...applicationFaults,
  ...caseTexts,
  ...cli,
  ...publicPages,
  ...refusal,
  ...scheme,
  ...start,
} as const;
