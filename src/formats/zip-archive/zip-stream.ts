import { crc32 } from 'node:zlib';
import { dataDescriptor, directory, localHeader, TOO_LARGE, type WrittenPart } from './zip-headers.ts';

/** One file of an archive; `size` is how many bytes it has. */
export type ArchivePart = {
  /** Its path within the archive, with `/` between folders. */
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
};

async function* chunksOf({ bytes }: ArchivePart): AsyncGenerator<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
}

/**
 * A zip of parts as they come, without holding any of them in memory (APPNOTE 6.3.10; ZIP64 where a part or the whole is
 * larger than 4 GiB). The bytes are stored as they are: evidence is mostly packed already. Throws when a part has another
 * size than it said, so that no broken archive looks whole.
 */
export async function* zipStream(parts: AsyncIterable<ArchivePart>): AsyncGenerator<Uint8Array> {
  const written: WrittenPart[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const isLarge = part.size >= TOO_LARGE;
    const header = localHeader(name, isLarge);
    yield header;
    let [crc, size] = [0, 0];
    for await (const chunk of chunksOf(part)) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
    if (size !== part.size) throw new Error(`${part.name} has ${size} bytes instead of ${part.size}`);
    const line = { name, crc, size, offset, isLarge };
    const descriptor = dataDescriptor(line);
    yield descriptor;
    written.push(line);
    offset += header.length + size + descriptor.length;
  }
  yield directory(written, offset);
}
