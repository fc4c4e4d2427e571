import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../formats/problem/error-codes.ts';
import { PROBLEM_TYPE, toProblem } from '../formats/problem/problem.ts';
import { message } from '../i18n/message.ts';
import type { ApiAnswer, ApiEnv } from './api-route.ts';

/** What went wrong, as programs read it (RFC 9457). */
const problemShape = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The same in words; may change.' }),
    status: z.int().min(400).max(599),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).meta({ description: 'Does not change.' }),
    detail: z.string().optional(),
    parameter: z.string().optional().meta({ description: 'The parameter that cannot be read.' }),
    incident: z.string().optional().meta({ description: 'The number a fault of ours is recorded under.' }),
  })
  .meta({ id: 'Problem' });

/** Answers with a problem. */
export function answerProblem(
  c: Context<ApiEnv>,
  code: ErrorCode,
  more: { readonly parameter?: string; readonly detail?: string } = {},
): Response {
  c.set('refusal', code);
  c.header('cache-control', 'no-store');
  const problem = toProblem(code, message('en', `error.${code}`), more);
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, { 'content-type': PROBLEM_TYPE });
}

/** A problem as an answer in the description of a route. */
export function describedProblem(description: string, code: ErrorCode): ApiAnswer {
  const example = toProblem(code, message('en', `error.${code}`));
  return { description, type: PROBLEM_TYPE, shape: problemShape, example };
}

/** What every route may answer besides its own. */
export const COMMON_ANSWERS: Readonly<Record<number, ApiAnswer>> = {
  400: describedProblem('A parameter or the body cannot be read.', 'malformed_request'),
  405: describedProblem('Another method than those of this address.', 'method_not_allowed'),
  413: describedProblem('More was sent than is taken.', 'body_not_taken'),
  414: describedProblem('The address is too long.', 'address_too_long'),
  429: describedProblem('Too many requests; `Retry-After` says how many seconds to wait.', 'too_many_requests'),
  431: describedProblem('The header fields are too large.', 'headers_too_large'),
  500: describedProblem('A fault of ours.', 'internal'),
  503: describedProblem('The database is away; try again after `Retry-After` seconds.', 'unavailable'),
};
