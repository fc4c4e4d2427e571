import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OrganisationId } from '../../core/kernel/ids.ts';

/** The name of the hidden field that carries the token, and of the header scripts send it in. */
export const FORM_TOKEN = { field: 'csrf', header: 'x-csrf-token' } as const;

/**
 * Shows that a form was made by us, for this session and for the organisation the person then acted for: a form opened for
 * one organisation is never sent for another. Made from the session's token, which only the browser has.
 */
export function formToken(sessionToken: string, organisation: OrganisationId | undefined): string {
  return createHmac('sha256', sessionToken)
    .update(`form\n${organisation ?? ''}`)
    .digest('base64url');
}

/** Whether a form's token is the right one; takes as long either way. */
export function isFormToken(sent: string | undefined, right: string): boolean {
  const [given, wanted] = [Buffer.from(sent ?? ''), Buffer.from(right)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
