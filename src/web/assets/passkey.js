/*
 * Lets a form be answered by a passkey: asks the server for a challenge, the device for an answer, and sends the form with
 * it. The form's own attributes say where to ask and what to say; there is no text here.
 */

const PUBLIC_KEY = window.PublicKeyCredential;
const isAble = PUBLIC_KEY?.parseRequestOptionsFromJSON !== undefined;

function tell(form, what) {
  const status = form.querySelector('[data-passkey-status]');
  if (status === null) return;
  status.textContent = status.dataset[what] ?? '';
  status.hidden = status.textContent === '';
}

async function challenge(form) {
  const headers = { 'content-type': 'application/json' };
  const token = form.elements.namedItem('csrf');
  if (token !== null) headers['x-csrf-token'] = token.value;
  const answer = await fetch(form.dataset.options, { method: 'POST', headers, body: '{}' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function ask(form, publicKey) {
  if (form.dataset.passkey === 'create') {
    return navigator.credentials.create({ publicKey: PUBLIC_KEY.parseCreationOptionsFromJSON(publicKey) });
  }
  return navigator.credentials.get({ publicKey: PUBLIC_KEY.parseRequestOptionsFromJSON(publicKey) });
}

async function answer(form) {
  tell(form, 'waiting');
  try {
    const { ceremony, publicKey } = await challenge(form);
    const credential = await ask(form, publicKey);
    form.elements.namedItem('ceremony').value = ceremony;
    form.elements.namedItem('answer').value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    tell(form, 'failed');
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!isAble) tell(form, 'unable');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isAble) void answer(form);
  });
}
