/*
 * Lets a form be answered by a passkey: asks the server for a challenge, the device for an answer, and sends the form with
 * it. The form's own attributes say where to ask and what to say; there is no text here.
 */

const PUBLIC_KEY = window.PublicKeyCredential;
const isAble = PUBLIC_KEY?.parseRequestOptionsFromJSON !== undefined;

/** @param {HTMLFormElement} form @param {'waiting' | 'failed' | 'unable'} what */
function tell(form, what) {
  const status = form.querySelector('[data-passkey-status]');
  if (!(status instanceof HTMLElement)) return;
  status.textContent = status.dataset[what] ?? '';
  status.hidden = status.textContent === '';
}

/** @param {HTMLFormElement} form @param {string} name */
function inputOf(form, name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
}

/** @param {HTMLFormElement} form @returns {Promise<{ ceremony: string, publicKey: any }>} */
async function challenge(form) {
  const token = inputOf(form, 'csrf')?.value;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (token !== undefined) headers.set('x-csrf-token', token);
  const answer = await fetch(form.dataset.options ?? '', { method: 'POST', headers, body: '{}' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @param {HTMLFormElement} form @param {any} publicKey */
function ask(form, publicKey) {
  if (form.dataset.passkey === 'create') {
    return navigator.credentials.create({ publicKey: PUBLIC_KEY.parseCreationOptionsFromJSON(publicKey) });
  }
  return navigator.credentials.get({ publicKey: PUBLIC_KEY.parseRequestOptionsFromJSON(publicKey) });
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function put(form, name, value) {
  const field = inputOf(form, name);
  if (field === undefined) throw new Error(name);
  field.value = value;
}

/** @param {HTMLFormElement} form */
async function answer(form) {
  tell(form, 'waiting');
  try {
    const { ceremony, publicKey } = await challenge(form);
    const credential = await ask(form, publicKey);
    if (!(credential instanceof PUBLIC_KEY)) throw new Error('no passkey');
    put(form, 'ceremony', ceremony);
    put(form, 'answer', JSON.stringify(credential.toJSON()));
    form.submit();
  } catch {
    tell(form, 'failed');
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!(form instanceof HTMLFormElement)) continue;
  if (!isAble) tell(form, 'unable');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isAble) void answer(form);
  });
}
