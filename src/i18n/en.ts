import { administration } from './en/administration.ts';
import { application } from './en/application.ts';
import { applicationFaults } from './en/application-faults.ts';
import { browse } from './en/browse.ts';
import { caseTexts } from './en/case.ts';
import { cli } from './en/cli.ts';
import { copied } from './en/copied.ts';
import { demonstration } from './en/demonstration.ts';
import { office } from './en/office.ts';
import { desk } from './en/desk.ts';
import { mails } from './en/mails.ts';
import { mandates } from './en/mandates.ts';
import { parts } from './en/parts.ts';
import { publicPages } from './en/public.ts';
import { refusal } from './en/refusal.ts';
import { samples } from './en/samples.ts';
import { scheme } from './en/scheme.ts';
import { search } from './en/search.ts';
import { start } from './en/start.ts';
import { subscription } from './en/subscription.ts';
import { verify } from './en/verify.ts';
import { workspace } from './en/workspace.ts';
import type { ja } from './ja.ts';

/** Every text of the interface in English. */
export const en: Readonly<Record<keyof typeof ja, string>> = {
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
};
