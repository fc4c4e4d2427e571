import { AsyncLocalStorage } from 'node:async_hooks';

/** Whether the running code holds a transaction; `open` turns false when it ends, also for what it left running. */
export const transactionScope = new AsyncLocalStorage<{ open: boolean }>();

/** Throws when a transaction is open here; what it says names the mistake. */
export function refuseInsideTransaction(mistake: string): void {
  if (transactionScope.getStore()?.open === true) {
    throw new Error(
      `${mistake}: use the transaction at hand (with one connection this would wait for itself for ever)`,
    );
  }
}
