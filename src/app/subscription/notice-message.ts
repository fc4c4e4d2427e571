import { labelLineJson } from '../label/label-json.ts';
import type { Deps } from '../ports.ts';
import type { ReadNotice } from './read-notice.ts';

/** What a webhook is sent (Standard Webhooks, payload): what happened, when, and the label as it stands now. */
export function noticeMessage({ baseUrl }: Pick<Deps, 'baseUrl'>, { at, topic, says }: ReadNotice): object {
  const timestamp = at.toString();
  if (!('label' in says)) return { type: 'subscription.hello', timestamp, data: { topic: topic.kind } };
  return { type: `label.${says.what}`, timestamp, data: labelLineJson(says.label, baseUrl) };
}
