import { fileName } from './file-name.ts';
import { fileSize } from './file-size.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { statusTag, type Tone } from './status-tag.ts';

const TONES = {
  stored: 'active',
  scanned: 'good',
  waiting: 'waiting',
  quarantined: 'warning',
  refused: 'bad',
} as const satisfies Readonly<Record<string, Tone>>;

/** What became of a file: stored and hashed, scanned too, waiting for its scan, kept apart, or not taken. */
export type FileState = keyof typeof TONES;

/** A file as it is listed. */
export type ListedFile = {
  readonly name: string;
  /** Absent for a file that was not taken. */
  readonly bytes?: number | undefined;
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256?: string | undefined;
  readonly state: FileState;
  readonly href?: string | undefined;
  /** Why it was not taken, where it is used, or the like. */
  readonly note?: Html | string | undefined;
  /** Buttons that concern it. */
  readonly actions?: Html | undefined;
};

/** Digits that tell two files apart at a glance; the whole digest stands in receipts. */
const SHORT = 12;

function factsOf({ language, say }: Reader, { bytes, sha256 }: ListedFile, digest: 'short' | 'whole'): Html | string {
  if (bytes === undefined && sha256 === undefined) return '';
  const isExact = digest === 'whole' && bytes !== undefined && bytes >= 1000;
  const facts = [
    bytes === undefined ? '' : fileSize(language, bytes),
    isExact ? say('part.file.bytes', { count: bytes }) : '',
    sha256 === undefined
      ? ''
      : html`${say('part.file.digest')} <code>${digest === 'whole' ? sha256 : `${sha256.slice(0, SHORT)}…`}</code>`,
  ];
  return html`<p class="file__facts">${facts.map((fact) => (fact === '' ? '' : html`<span>${fact}</span>`))}</p>`;
}

function fileRow(reader: Reader, file: ListedFile, digest: 'short' | 'whole'): Html {
  const { name, state, href, note, actions } = file;
  const shown = fileName(name);
  return html`<li class="file" data-state="${state}">
    <p class="file__top">
      <span class="file__name">${href === undefined ? shown : html`<a href="${href}">${shown}</a>`}</span>
      ${statusTag(TONES[state], reader.say(`part.file.${state}`))}
    </p>
    ${factsOf(reader, file, digest)} ${note === undefined ? '' : html`<p class="file__note">${note}</p>`}
    ${actions === undefined ? '' : html`<div class="file__actions">${actions}</div>`}
  </li>`;
}

/** Files with what became of each of them. */
export function fileList(reader: Reader, files: readonly ListedFile[], digest: 'short' | 'whole' = 'short'): Html {
  return html`<ul class="file-list">
    ${files.map((file) => fileRow(reader, file, digest))}
  </ul>`;
}
