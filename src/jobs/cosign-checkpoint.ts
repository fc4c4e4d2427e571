import { collectCosignatures } from '../app/log/collect-cosignatures.ts';
import { verifyEd25519 } from '../app/verify-ed25519.ts';
import type { TimedJob } from './job.ts';

/** Has the configured witnesses cosign the newest checkpoint of the public log, within a minute or so. */
export const cosignCheckpointJob: TimedJob = {
  name: 'cosign-checkpoint',
  cron: '* * * * *',
  atStart: true,
  perform: ({ deps }) => collectCosignatures({ ...deps, verifyEd25519 }),
};
