import type { ListedPasskey } from '../../app/access/list-passkeys.ts';
import { FORM_TOKEN } from '../guard/form-token.ts';
import { pathIn } from '../language.ts';
import { dataTable } from '../parts/data-table.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { passkeyForm } from '../parts/passkey-form.ts';
import { section } from '../parts/section.ts';
import type { WorkspaceView } from './signed-in.ts';

const ACCOUNT = '/workspace/account';

function token({ signedIn }: WorkspaceView): Html {
  return html`<input type="hidden" name="${FORM_TOKEN.field}" value="${signedIn.csrf}" />`;
}

function removal(view: WorkspaceView, { id, name }: ListedPasskey): Html {
  const { language, say } = view;
  return html`<form method="post" action="${pathIn(language, `${ACCOUNT}/passkeys/remove`)}">
    ${token(view)}<input type="hidden" name="id" value="${id}" />
    <button
      class="button"
      data-weight="secondary"
      data-size="small"
      type="submit"
      aria-label="${say('workspace.passkeys.remove.full', { name })}"
    >
      ${say('workspace.passkeys.remove')}
    </button>
  </form>`;
}

function listed(view: WorkspaceView, keys: readonly ListedPasskey[]): Html {
  const { say, site, signedIn } = view;
  if (keys.length === 0) return html`<p>${say('workspace.passkeys.none')}</p>`;
  const { zone } = site.scheme;
  const mayRemove = keys.length > 1 && signedIn.session.maySetUp;
  const columns = (['name', 'enrolled', 'used', 'act'] as const).map((column) => say(`workspace.passkeys.${column}`));
  const rows = keys.map((key) => [
    html`<bdi>${key.name}</bdi>`,
    say.moment(key.enrolledAt, zone),
    key.usedAt === undefined ? say('workspace.passkeys.unused') : say.moment(key.usedAt, zone),
    mayRemove ? removal(view, key) : say('workspace.passkeys.kept'),
  ]);
  return dataTable({ caption: say('workspace.passkeys.title'), columns, rows });
}

function enrolment(view: WorkspaceView): Html {
  const { language, say } = view;
  const fields = html`${token(view)}
    <div class="form-field">
      <label class="form-field__label" for="name">${say('workspace.passkeys.name')}</label>
      <div class="form-field__support" id="name-support">${say('workspace.passkeys.name.support')}</div>
      <input class="text-field" id="name" name="name" type="text" autocomplete="off" aria-describedby="name-support" />
    </div>`;
  return passkeyForm(view, {
    kind: 'create',
    action: pathIn(language, `${ACCOUNT}/passkeys`),
    options: `${ACCOUNT}/passkeys/options`,
    words: say('workspace.passkeys.enrol'),
    fields,
  });
}

function codes(view: WorkspaceView): Html {
  const { language, say, signedIn } = view;
  const { recoveryCodes } = signedIn.session.means;
  return html`<p>${say('workspace.codes.left', { count: recoveryCodes })}</p>
    <form method="post" action="${pathIn(language, `${ACCOUNT}/recovery-codes`)}">
      ${token(view)}
      <button class="button" data-weight="secondary" type="submit">${say('workspace.codes.make')}</button>
    </form>`;
}

/** Why somebody who has just been let in must go on here, or how one who wants to change something proves who they are. */
function standing({ language, say, signedIn }: WorkspaceView): Html | string {
  const { isSetUp, maySetUp, means } = signedIn.session;
  if (!isSetUp && maySetUp) {
    return notification('warning', say('workspace.passkeys.set-up'), say('workspace.passkeys.set-up.text'));
  }
  if (maySetUp) return '';
  const path = pathIn(language, ACCOUNT);
  if (means.passkeys === 0 && signedIn.session.method !== 'demonstration') {
    return html`<p>${say('workspace.passkeys.too-late')}</p>`;
  }
  return html`<p>
    <a class="button" data-weight="secondary" href="${pathIn(language, '/workspace/prove')}?to=${path}"
      >${say('workspace.passkeys.prove')}</a
    >
  </p>`;
}

/** The passkeys and recovery codes somebody signs in with, and how to change them. */
export function passkeysSection(view: WorkspaceView, keys: readonly ListedPasskey[]): Html {
  const { say, signedIn } = view;
  const change = signedIn.session.maySetUp ? html`${enrolment(view)}` : html``;
  const body = html`${standing(view)}
    <p>${say('workspace.passkeys.text')}</p>
    ${listed(view, keys)} ${change}`;
  return html`${section('passkeys', say('workspace.passkeys.title'), body)}
  ${signedIn.session.maySetUp && keys.length > 0 ? section('codes', say('workspace.codes.title'), codes(view)) : ''}`;
}
