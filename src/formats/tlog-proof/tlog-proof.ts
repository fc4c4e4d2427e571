import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { TreeHash } from '../../core/log/tree-hash.ts';
import { bytesFromBase64 } from '../signed-note/base64.ts';
import { parseCount, parseHash } from '../tlog-checkpoint/checkpoint.ts';

/** That an entry stands in a log, provable without asking anybody (C2SP tlog-proof). */
type TlogProof = {
  /** Whatever its maker found useful beside the proof; here the entry itself. Not signed as such. */
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  /** From the entry's sibling up to the root's child (RFC 6962, 2.1.1). */
  readonly hashes: readonly TreeHash[];
  /** The signed checkpoint, as the log gave it. */
  readonly checkpoint: string;
};

/** A text that is no proof. */
type ProofRefusal = { readonly code: 'proof_malformed' };

const HEADER = 'c2sp.org/tlog-proof@v1';

/** Characters a proof may have at most: an entry of the longest kind, a long checkpoint, and a way up of 64 hashes. */
const LONGEST = 1_200_000;
const MOST_HASHES = 64;

/** A proof as text. */
export function writeTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${extra.toBase64()}`]),
    `index ${index}`,
    ...hashes.map((hash) => hash.toBase64()),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** The value behind a line's first word, or undefined when it begins with another. */
function after(word: string, line: string | undefined): string | undefined {
  return line?.startsWith(`${word} `) === true ? line.slice(word.length + 1) : undefined;
}

function parseHashes(lines: readonly string[]): readonly TreeHash[] | undefined {
  if (lines.length > MOST_HASHES) return undefined;
  const hashes = lines.map(parseHash);
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined;
}

/** The lines in front of the checkpoint, without the first. */
function parseLines(lines: readonly string[]): Omit<TlogProof, 'checkpoint'> | undefined {
  const extraText = after('extra', lines[0]);
  const [indexLine, ...hashLines] = extraText === undefined ? lines : lines.slice(1);
  const extra = extraText === undefined ? undefined : bytesFromBase64(extraText);
  const [index, hashes] = [parseCount(after('index', indexLine) ?? ''), parseHashes(hashLines)];
  if (index === undefined || hashes === undefined) return undefined;
  return extraText !== undefined && extra === undefined ? undefined : { extra, index, hashes };
}

/** Reads a proof; the checkpoint in it is kept as it is, believed or not. */
export function parseTlogProof(text: string): Result<TlogProof, ProofRefusal> {
  const parting = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, Math.max(parting, 0)).split('\n');
  const read = text.length > LONGEST || header !== HEADER ? undefined : parseLines(lines);
  if (read === undefined) return refused({ code: 'proof_malformed' });
  return ok({ ...read, checkpoint: text.slice(parting + 2) });
}
