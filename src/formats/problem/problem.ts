import { ERRORS, type ErrorCode } from './error-codes.ts';

/** The media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json';

/** What went wrong, for programs (RFC 9457): `code` is stable, `title` says it in words, `parameter` names the wrong one. */
type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly parameter?: string;
  readonly incident?: string;
};

/** A problem with the status of its code. */
export function toProblem(
  code: ErrorCode,
  title: string,
  more: Pick<Problem, 'detail' | 'parameter'> & { readonly incident?: string | undefined } = {},
): Problem {
  const { incident, ...rest } = more;
  const { [code]: status } = ERRORS;
  return { type: 'about:blank', title, status, code, ...rest, ...(incident === undefined ? {} : { incident }) };
}
