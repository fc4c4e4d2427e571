import { registerAddress, parseLabelAddress } from '../../src/cli/label-address.ts';
import { parseDay } from '../../src/core/kernel/legal-day.ts';
import type { Result } from '../../src/core/kernel/result.ts';
import { parseNumber } from '../../src/core/scheme/number-format.ts';
import { parseDateTimeStamp } from '../../src/formats/credential/date-time-stamp.ts';
import { parseIssuerDocument } from '../../src/formats/credential/issuer-document.ts';
import { decodeStatusBits } from '../../src/formats/credential/status-bits.ts';
import { parseLogEntry } from '../../src/formats/public-log-entry/parse-entry.ts';
import { parseDumpLine } from '../../src/formats/register-dump/dump-line.ts';
import { parseNote } from '../../src/formats/signed-note/signed-note.ts';
import { parseVerifierKey } from '../../src/formats/signed-note/verifier-key.ts';
import { openCheckpoint, parseCheckpoint } from '../../src/formats/tlog-checkpoint/checkpoint.ts';
import { parseEntryBundle } from '../../src/formats/tlog-tiles/entry-bundle.ts';
import { parseTilePath } from '../../src/formats/tlog-tiles/tile-path.ts';
import { parseAddCheckpoint } from '../../src/formats/tlog-witness/add-checkpoint.ts';
import { okOf } from '../builders/world.ts';
import { verifyEd25519 } from '../ed25519.ts';
import { japaneseScheme, secondScheme } from '../schemes.ts';
import { sha256Bytes } from '../sha256.ts';
import { craftBytes } from './craft.ts';
import { bytesIn, crafted, type Reader } from './crafted.ts';
import { CREDENTIAL_READERS } from './credential-readers.ts';
import { ENTRIES, LOG, SPECIMENS } from './specimens.ts';
import { auditReader, PROOF_READERS, witnessReader } from './verifiers.ts';

const codeOf = (read: Result<unknown, { readonly code: string }>): string => (read.ok ? 'taken' : read.error.code);

const found = (value: unknown): string => (value === undefined ? 'not_read' : 'taken');

const FORMATS = [japaneseScheme, secondScheme].flatMap(({ numbers }) => Object.values(numbers));

const key = okOf(parseVerifierKey(sha256Bytes, LOG.key));

const PARSERS: Readonly<Record<string, Reader>> = {
  number: (chance) => codeOf(parseNumber(chance.oneOf(FORMATS), crafted(chance, 'number'))),
  address: (chance) => found(parseLabelAddress(crafted(chance, 'address'))),
  register: (chance) => found(registerAddress(crafted(chance, 'address'))),
  day: (chance) => codeOf(parseDay(crafted(chance, 'day'))),
  stamp: (chance) => found(parseDateTimeStamp(crafted(chance, 'stamp'))),
  'key, alone': (chance) => codeOf(parseVerifierKey(sha256Bytes, crafted(chance, 'key'))),
  note: (chance) => codeOf(parseNote(crafted(chance, 'checkpoint'))),
  'checkpoint, unsigned': (chance) => codeOf(parseCheckpoint(crafted(chance, 'checkpoint'))),
  checkpoint: async (chance) => {
    const read = await openCheckpoint(crafted(chance, 'checkpoint'), key, verifyEd25519);
    if (read.ok && read.value.size !== ENTRIES.length) throw new Error('a size nobody signed was believed');
    return codeOf(read);
  },
  request: (chance) => codeOf(parseAddCheckpoint(crafted(chance, 'request'))),
  path: (chance) => codeOf(parseTilePath(crafted(chance, 'path'))),
  bundle: (chance) => {
    const text = crafted(chance, 'bundle');
    return codeOf(parseEntryBundle(bytesIn(text), chance.below(chance.once(5) ? 257 : 9)));
  },
  entry: (chance) => codeOf(parseLogEntry(sha256Bytes, craftBytes(chance, SPECIMENS.entry))),
  dump: (chance) => codeOf(parseDumpLine(sha256Bytes, crafted(chance, 'dump'))),
  issuer: (chance) => codeOf(parseIssuerDocument(crafted(chance, 'issuer'))),
  // Unpacking costs a hundred times what refusing does: crafted ones of this kind are rarer.
  bits: async (chance) =>
    codeOf(await decodeStatusBits(chance.once(20) ? `u${crafted(chance, 'list')}` : crafted(chance, 'day'))),
};

/** Everybody who reads what others wrote, without a database. */
export const READERS: Readonly<Record<string, Reader>> = {
  ...PARSERS,
  ...PROOF_READERS,
  ...CREDENTIAL_READERS,
  witness: witnessReader,
  audit: auditReader,
};
