import { labelLineJson } from '../label/label-json.ts';
import type { DueNotice } from '../../db/notices.ts';
import type { Deps } from '../ports.ts';
import { subscriptionEnd } from './notice-mail.ts';
import type { ReadNotice } from './read-notice.ts';
import type { NamedTopic } from './topic-of.ts';

/** What is followed, for programs. */
function topicJson(topic: NamedTopic): object {
  if (topic.kind === 'search') return { kind: topic.kind, search: topic.search };
  if (topic.kind === 'label') return { kind: topic.kind, id: topic.number };
  return { kind: topic.kind, id: topic.kind === 'maker' ? topic.key : topic.id };
}

/**
 * What a webhook is sent (Standard Webhooks, payload): what happened, when, and the label as it stands now; the first time
 * what it must send back. Each message names where it can be ended, for its reader need not be who asked for it.
 */
export function noticeMessage(
  deps: Pick<Deps, 'baseUrl'>,
  { at, topic, says }: ReadNotice,
  { challenge, secret }: Pick<DueNotice['subscription'], 'challenge' | 'secret'>,
): object {
  const timestamp = at.toString();
  const end = subscriptionEnd(deps, secret);
  if ('label' in says)
    return { type: `label.${says.what}`, timestamp, data: labelLineJson(says.label, deps.baseUrl), end };
  return { type: 'subscription.challenge', timestamp, data: { challenge, topic: topicJson(topic) }, end };
}
