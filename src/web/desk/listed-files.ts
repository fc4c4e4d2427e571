import type { ShownCase } from '../../app/case/find-case.ts';
import type { FileState, ListedFile } from '../parts/file-list.ts';
import type { Reader } from '../parts/reader.ts';

const STATES = { clean: 'scanned', infected: 'quarantined', unscannable: 'stored' } as const;

/** A file of a case as lists show it, with what the malware scanner made of it. */
export function listedFile(
  { say }: Reader,
  { scans, isScanned, carried }: Pick<ShownCase, 'scans' | 'isScanned' | 'carried'>,
  { name, size, sha256 }: ShownCase['files'][number],
): ListedFile {
  const scan = scans.get(sha256);
  const unseen: FileState = isScanned ? 'waiting' : 'stored';
  const state = scan === undefined ? unseen : STATES[scan.outcome];
  const number = carried.get(name);
  const origin = number === undefined ? undefined : say('desk.file.carried', { number });
  const note =
    scan === undefined || scan.finding === null || scan.outcome === 'clean'
      ? origin
      : say(`desk.file.${scan.outcome}`, { finding: scan.finding });
  return { name, bytes: size, sha256, state, note };
}
