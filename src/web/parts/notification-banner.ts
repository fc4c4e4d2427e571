import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

const SIGNS = {
  success: html`<path
    d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1.6 16L5.5 12l1.800-1.800 3.100 3.100 6.300-6.300L18.500 8.800z"
  />`,
  info: html`<path d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1 9h2v8h-2zm0-4h2v2.500h-2z" fill-rule="evenodd" />`,
  warning: html`<path d="M12 1 .5 22h23zM11 9h2v7h-2zm0 8.500h2v2h-2z" fill-rule="evenodd" />`,
  error: html`<path d="M8 1h8l7 7v8l-7 7H8l-7-7V8zm3 5v8h2V6zm0 10v2.500h2V16z" fill-rule="evenodd" />`,
} as const;

/** What a notice is about. */
type NoticeKind = keyof typeof SIGNS;

/** A notice across the page. */
type Notice = {
  readonly kind: NoticeKind;
  readonly heading: string;
  readonly text?: Html | string | undefined;
  /** Tells what the reader's own act came to, and is read out at once. */
  readonly isOutcome?: boolean;
};

/** Something the reader should know before going on, or what became of what was just done. */
export function notificationBanner({ say }: Reader, { kind, heading, text, isOutcome = false }: Notice): Html {
  const role = kind === 'error' ? 'alert' : 'status';
  return html`<div class="notification-banner" data-kind="${kind}" ${isOutcome ? html`role="${role}"` : ''}>
    <svg class="notification-banner__sign" viewBox="0 0 24 24" role="img" aria-label="${say(`part.notice.${kind}`)}">
      ${SIGNS[kind]}
    </svg>
    <div class="notification-banner__words">
      <p class="notification-banner__heading">${heading}</p>
      ${text === undefined ? '' : html`<div>${text}</div>`}
    </div>
  </div>`;
}
