import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { contradictsName } from '../../formats/media-type/contradicts-name.ts';
import { DECIDING_BYTES, mediaTypeOf } from '../../formats/media-type/media-type.ts';
import type { StoredEvidence } from '../case/edit-case.ts';
import type { Deps, FileRefusal } from '../ports.ts';

/** The largest evidence file taken, in bytes. */
const LARGEST_EVIDENCE = 100 * 1024 * 1024;

/** Thrown through the store so that it keeps nothing of a file that is not what its name says. */
class NotAsNamed extends Error {}

type Given = { readonly name: string; readonly content: AsyncIterable<Uint8Array> };

/** Passes chunks on and keeps the first bytes, which tell the file's kind; ends as soon as they contradict its name. */
async function* keepingHead({ name, content }: Given, head: number[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    const isDecided = head.length >= DECIDING_BYTES;
    if (!isDecided) head.push(...chunk.subarray(0, DECIDING_BYTES - head.length));
    if (!isDecided && head.length >= DECIDING_BYTES) refuseOtherKind(name, head);
    yield chunk;
  }
  if (head.length > 0) refuseOtherKind(name, head);
}

function refuseOtherKind(name: string, head: readonly number[]): void {
  if (contradictsName(name, mediaTypeOf(Uint8Array.from(head)))) throw new NotAsNamed();
}

/** Why an evidence file was not kept. */
export type EvidenceRefusal = (FileRefusal | { readonly code: 'file_not_as_named' }) & { readonly name: string };

/**
 * Puts an evidence file into the store, ahead of the act that attaches it. Its kind is told by its content and must not
 * contradict its name; a file that no act attaches afterwards shows in the reconciliation.
 */
export async function storeEvidence(
  deps: Pick<Deps, 'files'>,
  file: Given,
): Promise<Result<StoredEvidence, EvidenceRefusal>> {
  const { name } = file;
  const head: number[] = [];
  try {
    const stored = await deps.files.put(keepingHead(file, head), LARGEST_EVIDENCE);
    if (!stored.ok) return refused({ ...stored.error, name });
    return ok({ name, ...stored.value, mediaType: mediaTypeOf(Uint8Array.from(head)) });
  } catch (error) {
    if (error instanceof NotAsNamed) return refused({ code: 'file_not_as_named', name });
    throw error;
  }
}
