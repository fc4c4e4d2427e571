/** What may go wrong with a request, each with its status code; pages and programs are told the same codes. */
export const ERRORS = {
  malformed_request: 400,
  malformed_day: 400,
  not_permitted: 403,
  not_same_origin: 403,
  no_role: 403,
  invitation_unusable: 403,
  not_found: 404,
  no_such_label: 404,
  not_public_yet: 404,
  wrong_check_character: 404,
  no_list: 404,
  method_not_allowed: 405,
  is_listed: 409,
  body_not_taken: 413,
  form_too_large: 413,
  too_many_numbers: 413,
  address_too_long: 414,
  form_not_taken: 415,
  too_many_requests: 429,
  too_many_attempts: 429,
  too_many_pages: 429,
  headers_too_large: 431,
  internal: 500,
  unavailable: 503,
} as const;
/** A code of what may go wrong. */
export type ErrorCode = keyof typeof ERRORS;
