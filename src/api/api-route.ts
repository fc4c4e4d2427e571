import type { Context } from 'hono';
import type { z } from 'zod';
import type { Deps } from '../app/ports.ts';

/** What a client may still ask for, after a request was counted. */
type Allowance = {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly left: number;
  readonly refillSeconds: number;
  readonly waitSeconds: number;
};

/** What the API is built with; `entry` makes it. */
export type ApiSetup = {
  readonly deps: Deps;
  /** Counts a request of this cost for whoever asks. */
  readonly allowance: (c: Context, cost: number) => Allowance;
};

/** What the API tells the guards around it. */
export type ApiEnv = { Variables: { refusal?: string } };

/** One answer of a route as it is described: JSON has a shape and an example, other content only its media type. */
export type ApiAnswer = {
  readonly description: string;
  readonly type: string;
  readonly shape?: z.ZodType;
  readonly example?: unknown;
};

/** What a POST takes: JSON of a shape, of so many bytes at most. */
type ApiBody = { readonly shape: z.ZodType; readonly example: unknown; readonly mostBytes: number };

/** A part of an address. */
type PathPart = { readonly description: string; readonly example: string };

/** A route of the API: what is described of it is all there is, and what it answers with. */
export type ApiRoute = {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Below `/api/v1`, parts in braces. */
  readonly path: string;
  readonly summary: string;
  readonly parts: Readonly<Record<string, PathPart>>;
  readonly query: z.ZodObject;
  readonly body?: ApiBody;
  /** How many ordinary requests it counts as. */
  readonly cost: number;
  /** Its own answers by status; those every route may give are added to the description. */
  readonly answers: Readonly<Record<number, ApiAnswer>>;
  readonly respond: (
    c: Context<ApiEnv>,
    setup: ApiSetup,
    query: Readonly<Record<string, unknown>>,
  ) => Promise<Response>;
};

/** A route whose `respond` is given the query as its shape reads it. */
export function apiRoute<Query extends z.ZodObject>(
  route: Omit<ApiRoute, 'query' | 'respond'> & {
    readonly query: Query;
    readonly respond: (c: Context<ApiEnv>, setup: ApiSetup, query: z.output<Query>) => Promise<Response>;
  },
): ApiRoute {
  return { ...route, respond: (c, setup, query) => route.respond(c, setup, query as z.output<Query>) };
}
