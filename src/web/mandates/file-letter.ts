import type { Context } from 'hono';
import { listCases } from '../../app/case/list-cases.ts';
import { fileLetter, type FiledLetter, type LetterRefusal } from '../../app/parties/file-letter.ts';
import { listAgents } from '../../app/parties/list-agents.ts';
import { parseId, type MandateId, type OrganisationId } from '../../core/kernel/ids.ts';
import { FILES } from '../uploads/files-field.ts';
import { readSent, type SentFiles } from '../uploads/read-sent.ts';
import { senderNow } from '../uploads/sender-now.ts';
import { pathIn } from '../language.ts';
import type { Fault } from '../parts/error-summary.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { workspaceView } from '../workspace/asking.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { emptyTerms, fieldOf } from './give-mandate.ts';
import { mandateFormPage, type MandateForm } from './mandate-form.ts';
import { filesLetters, givesMandates, MANDATES } from './mandate-places.ts';
import { readTerms } from './read-terms.ts';
import { absent, type Base } from './show-mandates.ts';

type NotTaken = { readonly typed: MandateForm['typed']; readonly faults: readonly Fault[] };

/** Shows the form on which a scanned letter is filed, by a signatory of the vendor or by an agent. */
export async function showFiling(c: Context<WebEnv>, base: Base, sent?: NotTaken): Promise<Response> {
  const { deps, site } = base;
  const view = workspaceView(c, site);
  const { actor } = view.signedIn;
  if (!filesLetters(view)) return absent(c, base);
  const agents = givesMandates(view) ? await listAgents(deps, actor) : undefined;
  const cases = agents === undefined ? undefined : await listCases(deps, actor, { limit: 1000 });
  const { typed = { ...emptyTerms(base), agent: '', vendor: '' }, faults = [] } = sent ?? {};
  const form = { kind: 'letter', agents: agents?.ok === true ? agents.value : undefined, cases } as const;
  const page = mandateFormPage(view, { ...form, typed, key: deps.ids.uuid() }, faults);
  return c.html(await page, faults.length === 0 ? 200 : 422);
}

type Other = FiledLetter['other'];

function readOther(view: WorkspaceView, form: URLSearchParams): { readonly other?: Other; readonly faults: Fault[] } {
  if (!givesMandates(view)) return { other: { vendor: form.get('vendor') ?? '' }, faults: [] };
  const agent = parseId<OrganisationId>(form.get('agent') ?? '');
  if (agent.ok) return { other: { agent: agent.value }, faults: [] };
  return { faults: [{ field: 'agent', words: view.say('mandates.agent.missing') }] };
}

function letterFaults({ say }: WorkspaceView, { files, faults }: SentFiles): readonly Fault[] {
  if (faults.length > 0 || files.length === 1) return faults;
  return [{ field: FILES, words: say(files.length === 0 ? 'mandates.letter.missing' : 'mandates.letter.many') }];
}

function fieldOfRefusal({ code }: LetterRefusal): string | undefined {
  if (code === 'no_such_vendor') return 'vendor';
  return code === 'letter_not_readable' ? FILES : fieldOf(code);
}

/** Files the letter a form brought, or shows the form again; the file must then be chosen again. */
export async function file(c: Context<WebEnv>, base: Base): Promise<Response> {
  const before = workspaceView(c, base.site);
  if (!filesLetters(before)) return absent(c, base);
  const sent = await readSent(c, base, before);
  const view = await senderNow(c, base, before, sent);
  if (view instanceof Response) return view;
  const { actor } = view.signedIn;
  const read = readTerms(view, sent.form);
  const { other, faults } = readOther(view, sent.form);
  const text = (name: string): string => sent.form.get(name)?.trim() ?? '';
  const typed = { ...read.typed, agent: text('agent'), vendor: text('vendor') };
  const [letter] = sent.files;
  const all = [...faults, ...read.faults, ...letterFaults(view, sent)];
  if (all.length > 0 || read.terms === undefined || other === undefined || letter === undefined) {
    return showFiling(c, base, { typed, faults: all });
  }
  const id = parseId<MandateId>(sent.form.get(HIDDEN_NAMES.idempotencyKey) ?? '');
  const input = { ...read.terms, id: id.ok ? id.value : undefined, other, letter };
  const filed = await fileLetter(base.deps, actor, input);
  if (filed.ok) return c.redirect(pathIn(view.language, `${MANDATES}?done=letter.filed`), 303);
  const fault = { field: fieldOfRefusal(filed.error), words: refusalWords(view, filed.error).join(' ') };
  return showFiling(c, base, { typed, faults: [fault] });
}
