import { ok, type Result } from '../../core/kernel/result.ts';
import { DECIDING_BYTES, mediaTypeOf } from '../../formats/media-type/media-type.ts';
import type { StoredEvidence } from '../case/edit-case.ts';
import type { Deps, FileRefusal } from '../ports.ts';

/** The largest evidence file taken, in bytes. */
const LARGEST_EVIDENCE = 100 * 1024 * 1024;

/** Passes chunks on and keeps the first bytes, which tell the file's kind. */
async function* keepingHead(source: AsyncIterable<Uint8Array>, head: number[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    if (head.length < DECIDING_BYTES) head.push(...chunk.subarray(0, DECIDING_BYTES - head.length));
    yield chunk;
  }
}

/**
 * Puts an evidence file into the store, ahead of the act that attaches it. Its kind is told by its content; a file that
 * no act attaches afterwards shows in the reconciliation.
 */
export async function storeEvidence(
  deps: Pick<Deps, 'files'>,
  file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<Result<StoredEvidence, FileRefusal & { readonly name: string }>> {
  const head: number[] = [];
  const stored = await deps.files.put(keepingHead(file.content, head), LARGEST_EVIDENCE);
  if (!stored.ok) return { ok: false, error: { ...stored.error, name: file.name } };
  return ok({ name: file.name, ...stored.value, mediaType: mediaTypeOf(Uint8Array.from(head)) });
}
