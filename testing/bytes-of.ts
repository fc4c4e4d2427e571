/** A text as it comes over a line: as bytes, in one part. */
export async function* bytesOf(text: string): AsyncGenerator<Uint8Array, void> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}
