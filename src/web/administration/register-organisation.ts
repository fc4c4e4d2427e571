import type { Context } from 'hono';
import { lookUpCorporation } from '../../app/parties/look-up-corporation.ts';
import { registerOrganisation, type OrganisationRefusal } from '../../app/parties/register-organisation.ts';
import type { FoundCorporation } from '../../app/ports.ts';
import { authorize } from '../../core/access/authorize.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { ORGANISATION_KINDS, type Organisation } from '../../core/parties/organisation.ts';
import { parseCorporateNumber } from '../../formats/answers/parse-corporate-number.ts';
import { pathIn } from '../language.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, workspaceView } from '../workspace/asking.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { absent, ORGANISATIONS, type Base } from './administration-places.ts';
import { lookUpSection } from './look-up-section.ts';
import { registerPage, type TypedOrganisation } from './register-page.ts';

type NotTaken = { readonly typed: TypedOrganisation; readonly faults: readonly Fault[] };

const NOTHING: TypedOrganisation = {
  kind: '',
  corporateNumber: '',
  name: '',
  nameEn: '',
  address: '',
  addressEn: '',
};

/** Shows the form of a new organisation. */
export async function showRegistering(
  c: Context<WebEnv>,
  base: Base,
  sent?: NotTaken,
  found?: FoundCorporation,
): Promise<Response> {
  const view = workspaceView(c, base.site);
  if (!authorize(view.signedIn.actor, 'organisation.register', {}).ok) return absent(c, base);
  const { typed = NOTHING, faults = [] } = sent ?? {};
  const page = registerPage(
    view,
    { typed, key: base.deps.ids.uuid(), lookUp: lookUpSection(view, base.deps, found) },
    faults,
  );
  return c.html(await page, faults.length === 0 ? 200 : 422);
}

function readTyped(form: URLSearchParams): TypedOrganisation {
  const text = (name: keyof TypedOrganisation): string => asTyped(form.get(name) ?? '');
  return {
    kind: text('kind'),
    corporateNumber: text('corporateNumber'),
    name: text('name'),
    nameEn: text('nameEn'),
    address: text('address'),
    addressEn: text('addressEn'),
  };
}

/** What a form of a new organisation holds, and what is to be mended in it. */
function readOrganisation({ say }: WorkspaceView, typed: TypedOrganisation) {
  const faults: Fault[] = [];
  const kind = ORGANISATION_KINDS.find((known) => known === typed.kind);
  if (kind === undefined) faults.push({ field: 'kind', words: say('administration.kind.missing') });
  const number = typed.corporateNumber === '' ? ok(undefined) : parseCorporateNumber(typed.corporateNumber);
  if (!number.ok) faults.push({ field: 'corporateNumber', words: say('administration.number.wrong') });
  for (const field of ['name', 'address'] as const) {
    if (typed[field] === '') faults.push({ field, words: say(`administration.${field}.missing`) });
  }
  const input: Omit<Organisation, 'id'> | undefined =
    kind === undefined || !number.ok || faults.length > 0
      ? undefined
      : { ...typed, kind, corporateNumber: number.value };
  return { faults, input };
}

/** Looks the typed number up; only who takes what was found has it in place of what they typed. */
async function lookUp(
  c: Context<WebEnv>,
  base: Base,
  { typed, isTaken }: { readonly typed: TypedOrganisation; readonly isTaken: boolean },
): Promise<Response> {
  const view = workspaceView(c, base.site);
  const field = 'corporateNumber';
  const number = parseCorporateNumber(typed.corporateNumber);
  if (!number.ok) {
    return showRegistering(c, base, { typed, faults: [{ field, words: view.say('administration.number.wrong') }] });
  }
  const found = await lookUpCorporation(base.deps, view.signedIn.actor, number.value);
  if (!found.ok) {
    return showRegistering(c, base, { typed, faults: [{ field, words: refusalWords(view, found.error).join(' ') }] });
  }
  if (!isTaken) return showRegistering(c, base, { typed, faults: [] }, found.value);
  const { name, nameEn, address, addressEn } = found.value;
  const english = { nameEn: nameEn || typed.nameEn, addressEn: addressEn || typed.addressEn };
  return showRegistering(c, base, { typed: { ...typed, name, address, ...english }, faults: [] });
}

/** Registers the organisation of the form that was sent, once, and leads to its page; or shows the form again. */
export async function register(c: Context<WebEnv>, base: Base): Promise<Response> {
  const { deps, site } = base;
  const view = workspaceView(c, site);
  const { actor } = view.signedIn;
  const form = sentForm(c);
  const typed = readTyped(form);
  const then = form.get('then');
  if (then === 'look-up' || then === 'take') return lookUp(c, base, { typed, isTaken: then === 'take' });
  const { faults, input } = readOrganisation(view, typed);
  if (input === undefined) return showRegistering(c, base, { typed, faults });
  const led = await sendFormOnce(deps, actor, form, async (): Promise<Result<string, OrganisationRefusal>> => {
    const registered = await registerOrganisation(deps, actor, input);
    if (!registered.ok) return registered;
    return ok(pathIn(view.language, `${ORGANISATIONS}/${registered.value}?done=registered`));
  });
  if (led.ok) return c.redirect(led.value, 303);
  const field = led.error.code === 'corporate_number_taken' ? 'corporateNumber' : undefined;
  return showRegistering(c, base, { typed, faults: [{ field, words: refusalWords(view, led.error).join(' ') }] });
}
