import type { EventJobName } from '../db/queue.ts';
import type { EventJob, TimedJob } from '../jobs/job.ts';
import { compareSearchJob } from '../jobs/compare-search.ts';
import { cosignCheckpointJob } from '../jobs/cosign-checkpoint.ts';
import { discontinueOverdueCasesJob } from '../jobs/discontinue-overdue-cases.ts';
import { exportStaticJob } from '../jobs/export-static.ts';
import { indexLabelsJob } from '../jobs/index-labels.ts';
import { makeCredentialsJob } from '../jobs/make-credentials.ts';
import { mailEventJob } from '../jobs/mail-event.ts';
import { publishDueLabelsJob } from '../jobs/publish-due-labels.ts';
import { reconcileFilesJob } from '../jobs/reconcile-files.ts';
import { scanFilesJob } from '../jobs/scan-files.ts';
import { scanWaitingFilesJob } from '../jobs/scan-waiting-files.ts';
import { sendWaitingMailsJob } from '../jobs/send-waiting-mails.ts';
import { sendNoticesJob } from '../jobs/send-notices.ts';
import { takeSnapshotsJob } from '../jobs/take-snapshots.ts';
import { tellCalendarChangesJob } from '../jobs/tell-calendar-changes.ts';
import { tellPublicationJob } from '../jobs/tell-publication.ts';
import { verifyReceiptJob } from '../jobs/verify-receipt.ts';

/** Everything there is to run in the background; every queue of the migrations has its job here (a test compares them). */
export type JobList = { readonly eventJobs: readonly EventJob[]; readonly timedJobs: readonly TimedJob[] };

const EVENT_JOBS: Readonly<Record<EventJobName, EventJob>> = {
  'mail-event': mailEventJob,
  'scan-files': scanFilesJob,
  'tell-publication': tellPublicationJob,
  'verify-receipt': verifyReceiptJob,
};

export const JOB_LIST: JobList = {
  eventJobs: Object.values(EVENT_JOBS),
  timedJobs: [
    compareSearchJob,
    cosignCheckpointJob,
    discontinueOverdueCasesJob,
    exportStaticJob,
    indexLabelsJob,
    makeCredentialsJob,
    publishDueLabelsJob,
    reconcileFilesJob,
    scanWaitingFilesJob,
    sendNoticesJob,
    sendWaitingMailsJob,
    takeSnapshotsJob,
    tellCalendarChangesJob,
  ],
};
