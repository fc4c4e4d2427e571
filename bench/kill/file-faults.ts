import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import type { FoundState, FoundSubmission } from './found-state.ts';

/** Reads a stored file where the store keeps it, not through the store. */
async function fileFault(folder: string, sha256: string, size: number): Promise<string | undefined> {
  const path = join(folder, 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return `file ${sha256} of a receipt is not in the store`;
  return hash('sha256', bytes) === sha256 && bytes.length === size ? undefined : `file ${sha256} has other content`;
}

function sealFaults({ case_id, application, answers_sha256, seal, files }: FoundSubmission): readonly string[] {
  const receipt = files.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
  return [
    ...(hash('sha256', application) === answers_sha256 ? [] : [`the answers of case ${case_id} have another hash`]),
    ...(hash('sha256', canonicalJson({ answers: application, files: receipt })) === seal
      ? []
      : [`the seal of case ${case_id} does not fit its receipt`]),
  ];
}

/** Every receipt line without its file, and every seal that does not fit what was submitted. */
export async function fileFaults({ submissions }: FoundState, folder: string): Promise<readonly string[]> {
  const files = new Map(submissions.flatMap((submission) => submission.files).map((file) => [file.sha256, file.size]));
  const missing: string[] = [];
  for (const [sha256, size] of files) {
    const fault = await fileFault(folder, sha256, size);
    if (fault !== undefined) missing.push(fault);
  }
  return [...missing, ...submissions.flatMap(sealFaults)];
}
