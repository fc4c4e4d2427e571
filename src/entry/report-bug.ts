/** Writes what a bug was to the error stream, under the number the user is told. */
export function reportBug(incident: string, cause: unknown): void {
  process.stderr.write(
    `${JSON.stringify({ level: 'error', incident, message: 'command failed', cause: String(cause) })}\n`,
  );
  if (cause instanceof Error && cause.stack !== undefined) process.stderr.write(`${cause.stack}\n`);
}
