import type { MessageKey } from '../../i18n/message.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

const JOBS = [
  'compare-search',
  'cosign-checkpoint',
  'discontinue-overdue-cases',
  'export-static',
  'index-labels',
  'mail-event',
  'make-credentials',
  'publish-due-labels',
  'reconcile-files',
  'scan-files',
  'scan-waiting-files',
  'send-notices',
  'send-waiting-mails',
  'tell-calendar-changes',
  'tell-publication',
  'take-snapshots',
  'verify-receipt',
] as const;

/** What a background job does, in words; below it the name it has in logs and metrics. */
export function jobName({ say }: Reader, name: string): Html {
  const code = html`<code class="page__note">${name}</code>`;
  const known = JOBS.find((job) => job === name);
  return known === undefined ? code : html`${say(`job.${known}` satisfies MessageKey)}<br />${code}`;
}
