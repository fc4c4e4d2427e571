import type { IdSource } from '../../app/ports.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The key a form was sent with; one that is none of ours counts as a form that was never sent before. */
export function formKey(sent: string | null, { ids }: { readonly ids: IdSource }): string {
  return sent !== null && UUID.test(sent) ? sent : ids.uuid();
}
