import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { EndedMandate } from '../app/parties/find-ended-mandate.ts';
import type { Deps, OpenidProvider, PasskeyVerifier } from '../app/ports.ts';
import type { StoredPages } from '../app/stored-page/stored-pages.ts';
import type { SecurityNote } from './guard/security-note.ts';
import type { CopiedSite } from './view.ts';
import type { Outcome } from './workspace/told-outcome.ts';
import type { SignedIn } from './workspace/signed-in.ts';

/** How often something may be asked for. */
export type RateLimit = {
  /** Requests at once. */
  readonly burst: number;
  /** Requests per second in the long run. */
  readonly perSecond: number;
};

/** What the pages are built with; `entry` makes it. */
export type WebSetup = {
  readonly deps: Deps;
  readonly log: Logger;
  /** Where requests are counted; a registry of its own unless one is shared. */
  readonly metrics?: Registry;
  /**
   * How many proxies stand in front whose word on the client's address (`X-Forwarded-For`) is taken; none unless
   * configured.
   */
  readonly trustedProxies?: number;
  /** How often one client may search. */
  readonly searchLimit?: RateLimit;
  /** How often one client may ask the API; what costs more counts as several. */
  readonly apiLimit?: RateLimit;
  /** How often people at work may ask: each person, and all behind one network address together. */
  readonly workspaceLimits?: { readonly person: RateLimit; readonly network: RateLimit };
  /** Where answers about labels are stored as they are sent, where that is done. */
  readonly stored?: StoredPages;
  /** Set where the answers are copied as files that others give out. */
  readonly copied?: CopiedSite;
  /** Whether mails go out, as they do unless no mail server is configured; a demonstration shows them instead. */
  readonly sendsMail?: boolean;
  /** Whether everything is invented; each page then says so before anything else. */
  readonly isDemonstration?: boolean;
  /** Who verifies passkeys; without it nobody can sign in with one. */
  readonly passkeys?: PasskeyVerifier;
  /** The provider vendors and agents sign in with, where one is configured. */
  readonly openid?: OpenidProvider | undefined;
  /** Milliseconds after which a read is answered with "not now" while a database server says nothing. */
  readonly patience?: number;
  /** Milliseconds that only go forward, from any start; replaced in tests. */
  readonly monotonic?: () => number;
};

/** What the server and the guards tell a handler about its request. */
export type WebEnv = {
  Bindings: {
    readonly incoming?: {
      readonly socket?: { readonly remoteAddress?: string };
      readonly iterator?: (options: { readonly destroyOnReturn: boolean }) => AsyncIterable<Uint8Array>;
    };
  };
  Variables: {
    /** Names the request in answers and logs. */
    requestId: string;
    /** Who asks, on pages of the workspaces. */
    signedIn?: SignedIn;
    /** What became of what was just done, on the page that tells it. */
    outcome?: Outcome;
    /** The fields of a form that was sent. */
    form?: URLSearchParams;
    /** The JSON that was sent, as text. */
    json?: string;
    /** Why the answer is not what was asked for, as a stable code. */
    refusal?: string;
    /** What the request was about, for whoever watches over security. */
    security?: SecurityNote;
    /** Looks for the mandate that once led to what an address names, where whoever asks is an agent. */
    findEndedMandate?: () => Promise<EndedMandate | undefined>;
    /** Set while a form with files has not shown its token yet. */
    owesToken?: boolean;
  };
};
