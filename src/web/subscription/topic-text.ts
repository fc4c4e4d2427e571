import type { NamedTopic } from '../../app/subscription/topic-of.ts';
import { topicWords } from '../../i18n/topic-words.ts';
import { html, type Html } from '../parts/html.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';

/** What of a topic's words a maker or a reader wrote, where it is not in the page's language. */
function writtenPart(topic: NamedTopic): string {
  if (topic.kind === 'search') return topic.search.text;
  return topic.kind === 'maker' ? (topic.name?.maker ?? topic.key) : '';
}

/** What somebody follows, in words; a Japanese name or word on an English page is marked as such. */
export function topicText(view: Pick<View, 'language'>, topic: NamedTopic): Html {
  const words = topicWords(view.language, topic);
  const own = view.language === 'ja' ? '' : writtenPart(topic);
  const at = own === '' ? -1 : words.indexOf(own);
  if (at < 0) return html`<bdi>${words}</bdi>`;
  return html`<bdi>${words.slice(0, at)}${written(view, own)}${words.slice(at + own.length)}</bdi>`;
}
