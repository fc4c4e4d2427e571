import { message, type MessageLanguage } from './message.ts';

/** What is followed, as far as words need it. */
type WordedTopic =
  | { readonly kind: 'label'; readonly number: string }
  | {
      readonly kind: 'maker';
      readonly key: string;
      readonly name: { readonly maker: string; readonly maker_en: string } | undefined;
    }
  | { readonly kind: 'type'; readonly id: string; readonly name: Readonly<Record<MessageLanguage, string>> | undefined }
  | {
      readonly kind: 'search';
      readonly search: { readonly text: string; readonly chosen?: object; readonly supportedUntil?: unknown };
    };

type Of<Kind extends WordedTopic['kind']> = Extract<WordedTopic, { readonly kind: Kind }>;

function makerWords(language: MessageLanguage, { key, name }: Of<'maker'>): string {
  const english = language === 'en' && name?.maker_en !== '' ? name?.maker_en : undefined;
  return message(language, 'topic.maker', { name: english ?? name?.maker ?? key });
}

function searchWords(language: MessageLanguage, { search }: Of<'search'>): string {
  const { text, chosen = {}, supportedUntil } = search;
  if (text !== '') return message(language, 'topic.search', { text });
  const isAll = Object.keys(chosen).length === 0 && supportedUntil === undefined;
  return message(language, isAll ? 'topic.all' : 'topic.filtered');
}

/** What somebody follows, in words. */
export function topicWords(language: MessageLanguage, topic: WordedTopic): string {
  switch (topic.kind) {
    case 'label':
      return message(language, 'topic.label', { number: topic.number });
    case 'maker':
      return makerWords(language, topic);
    case 'type':
      return message(language, 'topic.type', { name: topic.name?.[language] ?? topic.id });
    case 'search':
      return searchWords(language, topic);
  }
}
