import type { Context } from 'hono';
import type { PersonId } from '../../core/kernel/ids.ts';
import { clientAddress, clientNetwork } from '../guard/client-address.ts';
import { TokenBuckets } from '../guard/token-buckets.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';

/**
 * Ordinary work is a page or a saving every few seconds; a table of files opens a few dozen at once. A network may be a
 * whole company.
 */
const ORDINARY = {
  person: { burst: 300, perSecond: 5 },
  network: { burst: 1500, perSecond: 25 },
} as const;

/** What takes long or hands much out costs as much as so many pages. */
const COSTLY = {
  path: /\/(workbook|export|files\/[^/]+|invite)$/,
  /** Where a whole file is read when it is sent. */
  sent: /\/(continue|from-file|product\/file)$/,
  cost: 10,
} as const;

/** Seconds to wait before a request is answered; 0 when there is no need to. */
type WorkspaceLimits = {
  readonly ofNetwork: (c: Context<WebEnv>) => number;
  readonly ofPerson: (c: Context<WebEnv>, person: PersonId) => number;
};

function costOf({ req: { path, method } }: Context<WebEnv>): number {
  const isCostly = COSTLY.path.test(path) || (method === 'POST' && COSTLY.sent.test(path));
  return isCostly ? COSTLY.cost : 1;
}

/**
 * How often people at work may ask: each person and each network (ASVS 5.0, 2.4.1). In memory, because it protects this
 * process; what must not be guessed is counted in the database.
 */
export function workspaceLimits(
  setup: Pick<WebSetup, 'workspaceLimits' | 'trustedProxies' | 'monotonic'>,
): WorkspaceLimits {
  const { person, network } = setup.workspaceLimits ?? ORDINARY;
  const monotonic = setup.monotonic ?? (() => performance.now());
  const [people, networks] = [new TokenBuckets(person, monotonic), new TokenBuckets(network, monotonic)];
  return {
    ofNetwork: (c) => networks.take(clientNetwork(clientAddress(c, setup.trustedProxies)), costOf(c)),
    ofPerson: (c, id) => people.take(id, costOf(c)),
  };
}
