import { administration } from './ja/administration.ts';
import { application } from './ja/application.ts';
import { applicationFaults } from './ja/application-faults.ts';
import { browse } from './ja/browse.ts';
import { caseTexts } from './ja/case.ts';
import { cli } from './ja/cli.ts';
import { copied } from './ja/copied.ts';
import { demonstration } from './ja/demonstration.ts';
import { office } from './ja/office.ts';
import { desk } from './ja/desk.ts';
import { mails } from './ja/mails.ts';
import { mandates } from './ja/mandates.ts';
import { parts } from './ja/parts.ts';
import { publicPages } from './ja/public.ts';
import { refusal } from './ja/refusal.ts';
import { samples } from './ja/samples.ts';
import { scheme } from './ja/scheme.ts';
import { search } from './ja/search.ts';
import { start } from './ja/start.ts';
import { subscription } from './ja/subscription.ts';
import { verify } from './ja/verify.ts';
import { workspace } from './ja/workspace.ts';

/** Every text of the interface in Japanese, the source language. */
export const ja = {
  ...administration,
  ...application,
  ...applicationFaults,
  ...browse,
  ...caseTexts,
  ...cli,
  ...copied,
  ...demonstration,
  ...office,
  ...desk,
  ...mails,
  ...mandates,
  ...parts,
  ...publicPages,
  ...refusal,
  ...samples,
  ...scheme,
  ...search,
  ...start,
  ...subscription,
  ...verify,
  ...workspace,
} as const;
