import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Sha256Of } from '../core/log/tree-hash.ts';
import { parseDumpLine } from '../formats/register-dump/dump-line.ts';
import type { DayLists } from './day-lists.ts';
import type { RegisterState } from './register-state.ts';

/** A line that is no label, or one that was there before; counted from 1. */
type DumpFault = { readonly line: number };

/** Bytes a line may have at most. */
const LONGEST = 1 << 24;

const LF = 0x0a;

/** The lines of bytes that come in parts; undefined for one that is too long. The last needs no line feed. */
async function* linesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (Uint8Array | undefined)[], void> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const part of parts) {
    const lines: Uint8Array[] = [];
    let begin = 0;
    for (let end = part.indexOf(LF); end >= 0; end = part.indexOf(LF, begin)) {
      const line = part.subarray(begin, end);
      lines.push(begin === 0 && rest.length > 0 ? joined(rest, line) : line);
      begin = end + 1;
    }
    const left = part.subarray(begin);
    rest = begin === 0 ? joined(rest, left) : left.slice();
    yield lines;
    if (rest.length > LONGEST) {
      yield [undefined];
      return;
    }
  }
  if (rest.length > 0) yield [rest];
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

/** Bytes of a line's beginning in which number and moment stand. */
const BEGINNING = 256;

/** A line as the register writes it, up to its record, with nothing in it that needs to be understood as JSON. */
const AS_WRITTEN =
  /^\{"number":"([\x20\x21\x23-\x5b\x5d-\x7e]*)","publishedAt":"([\x20\x21\x23-\x5b\x5d-\x7e]*)","record":/;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The register's dump, held line by line against what its log has published so far. */
export class DumpReader {
  readonly #sha256: Sha256Of;
  readonly #state: RegisterState;
  readonly #lists: DayLists;
  #count = 0;

  constructor(sha256: Sha256Of, { state, lists }: { readonly state: RegisterState; readonly lists: DayLists }) {
    this.#sha256 = sha256;
    this.#state = state;
    this.#lists = lists;
  }

  /** Reads it to its end; answers how many labels there were. */
  async read(parts: AsyncIterable<Uint8Array>): Promise<Result<number, DumpFault>> {
    for await (const lines of linesOf(parts)) {
      for (const line of lines) {
        this.#count += 1;
        const isTaken = line !== undefined && (this.#isAsLogged(line) || this.#compared(line));
        if (!isTaken) return refused({ line: this.#count });
      }
    }
    return ok(this.#count);
  }

  /**
   * Whether a line says of a label what its entry said, to the letter: then its record has the entry's hash, so it is the
   * record that was read there, and need not be read again. Where the entry holds nothing but the hash, it is.
   */
  #isAsLogged(line: Uint8Array): boolean {
    const [begin, number, publishedAt] = AS_WRITTEN.exec(utf8.decode(line.subarray(0, BEGINNING))) ?? [];
    if (begin === undefined || number === undefined || publishedAt === undefined) return false;
    if (line.at(-1) !== 0x7d || this.#lists.lacks(number)) return false;
    return this.#state.sees(number, publishedAt, this.#sha256(line.subarray(begin.length, -1)));
  }

  /** Reads a line as JSON, and takes what it says; false for what is no line, or a label that was there already. */
  #compared(line: Uint8Array): boolean {
    const read = parseDumpLine(this.#sha256, utf8.decode(line));
    if (!read.ok) return false;
    const { number, publishedAt, recordSha256, record } = read.value;
    if (this.#lists.lacks(number) && this.#state.hasRecord(number, recordSha256))
      this.#lists.takeRecord(number, record);
    return this.#state.claim(number, { publishedAt, recordSha256 });
  }
}
