import type { Context } from 'hono';
import type { StoredEvidence } from '../../app/case/edit-case.ts';
import { storeEvidence } from '../../app/files/store-evidence.ts';
import type { Deps } from '../../app/ports.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { takesToken } from '../workspace/workspace-guard.ts';
import { FILES } from './files-field.ts';
import { evidenceName } from './evidence-name.ts';
import { readUpload } from './read-upload.ts';
import { sentUpload } from './sent-upload.ts';

/** A form as it was sent, with the files it brought, already in the store; faults name the files that were not taken. */
export type SentFiles = {
  readonly form: URLSearchParams;
  readonly files: readonly StoredEvidence[];
  readonly faults: readonly Fault[];
  /** Whether the form is not of this session; nothing of it may be kept then. */
  readonly isStale: boolean;
};

/** Why a file was not kept; one of which nothing arrived is a mistake of the sender. */
function faultOf(view: WorkspaceView, stored: Awaited<ReturnType<typeof storeEvidence>>): Fault {
  const words = stored.ok
    ? view.say('desk.file.empty', { name: stored.value.name })
    : refusalWords(view, stored.error).join(' ');
  return { field: FILES, words };
}

/** Reads a form that may bring files. The token is looked at before the first file is kept. */
export async function readSent(
  c: Context<WebEnv>,
  { deps }: { readonly deps: Deps },
  view: WorkspaceView,
): Promise<SentFiles> {
  const sent = c.get('form');
  if (sent !== undefined) return { form: sent, files: [], faults: [], isStale: false };
  const form = new URLSearchParams();
  const files: StoredEvidence[] = [];
  const faults: Fault[] = [];
  let isOurs: boolean | undefined;
  const isOursNow = (): boolean => (isOurs ??= takesToken(c, form.get(HIDDEN_NAMES.csrf) ?? undefined));
  const keep = (file: StoredEvidence): void => {
    const namesake = files.find(({ name }) => name === file.name);
    if (namesake === undefined) files.push(file);
    else if (namesake.sha256 !== file.sha256) {
      faults.push({ field: FILES, words: view.say('desk.file.twice', { name: file.name }) });
    }
  };
  const broken = await readUpload(sentUpload(c), form, async (name, content) => {
    if (!isOursNow()) return 'stop';
    const stored = await storeEvidence(deps, { name: evidenceName(name), content });
    if (stored.ok && stored.value.size > 0) keep(stored.value);
    else faults.push(faultOf(view, stored));
    // one that is not what its name says is named like an empty one, and those after it are taken
    return stored.ok || stored.error.code === 'file_not_as_named' ? undefined : 'stop';
  });
  if (broken !== undefined) faults.push({ field: FILES, words: view.say(`desk.upload.${broken.code}`) });
  return { form, files, faults, isStale: !isOursNow() };
}
