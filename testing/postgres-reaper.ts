import { setTimeout as pause } from 'node:timers/promises';
import { clusterIsUsed, CLUSTER, stopCluster } from './postgres-cluster.ts';
import { withProcessLock } from './process-lock.ts';

let stopped = false;
while (!stopped) {
  await pause(2_000);
  if (clusterIsUsed()) continue;
  stopped = await withProcessLock(CLUSTER.lock, () => {
    const unused = !clusterIsUsed();
    if (unused) stopCluster();
    return Promise.resolve(unused);
  });
}
