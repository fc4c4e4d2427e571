/**
 * One file on its way; the key stays the same however often it is tried, so that it is stored once.
 * @typedef {{ form: HTMLFormElement, name: string, file: File, key: string }} Sending
 */

/**
 * What became of a file; one refused for what it is stays refused, any other that was not kept may be sent again.
 * @typedef {{ isKept: boolean, isRefused?: boolean, words?: string }} Sent
 */

/** What the server answers about a file it will never take: too large, or not what it may be. */
const REFUSED = [413, 422];

/** @type {(sending: Sending, tell: (percent: number) => void) => Promise<Sent>} */
function sendFile({ form, name, file, key }, tell) {
  const body = new FormData(form);
  for (const { name: once } of all('[data-once]', HTMLInputElement, form)) body.set(once, key);
  body.set(name, file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => tell(Math.floor((loaded / total) * 100));
    request.onload = () => {
      const isKept = request.status >= 200 && request.status < 300;
      const isJson = request.getResponseHeader('content-type')?.includes('json');
      resolve({ isKept, isRefused: REFUSED.includes(request.status), ...(isJson && JSON.parse(request.responseText)) });
    };
    request.onerror = request.onabort = () => resolve({ isKept: false });
    request.send(body);
  });
}

/** @param {string | undefined} words @param {() => void} press */
function buttonFor(words, press) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words ?? '' });
  button.className = 'button';
  button.dataset.weight = 'tertiary';
  button.addEventListener('click', press);
  return button;
}

/**
 * Shows in its row what becomes of a file.
 * @param {HTMLElement} row
 * @param {string} name
 * @returns {(state: string, text?: string, more?: Element) => void}
 */
function rowTeller(row, name) {
  row.className = 'file';
  return (state, text = '', more) => {
    const named = Object.assign(document.createElement('bdi'), { textContent: name, className: 'file__name' });
    const told = Object.assign(document.createElement('span'), { textContent: text, className: 'file__note' });
    row.dataset.state = state;
    row.replaceChildren(named, ' ', told, ...(more ? [' ', more] : []));
  };
}

/** @param {HTMLElement} list */
function upload(list) {
  const input = document.getElementById(list.dataset.uploads ?? '');
  const form = list.closest('form');
  if (!(input instanceof HTMLInputElement) || !form || !('upload' in form.dataset)) return;
  const words = list.dataset;
  /** @type {Set<() => Promise<void>>} */
  const unsent = new Set();
  /** The button with which the form was sent while files were on their way. @type {{ by: HTMLElement | null } | undefined} */
  let asked;
  const goOn = () => {
    if (unsent.size > 0) return;
    if (asked) form.requestSubmit(asked.by);
    else if (!page.isTyped && list.querySelector('[data-state="stored"]')) showAgain();
  };
  /** @type {Promise<void>} */
  let queue = Promise.resolve();
  /** @param {() => Promise<void>} send */
  const enqueue = (send) => (queue = queue.then(send).then(goOn));
  const refuse = refuser(list);
  /** @param {File} file */
  const add = (file) => {
    const row = list.appendChild(document.createElement('li'));
    const tell = rowTeller(row, file.name);
    const key = crypto.randomUUID();
    const tellPercent = (/** @type {number} */ percent) => tell('waiting', fill(words.sending, { percent }));
    const send = async () => {
      if (!unsent.has(send)) return;
      const sent = await sendFile({ form, name: input.name, file, key }, tellPercent);
      const told = sent.words ?? words[sent.isKept ? 'kept' : 'failed'] ?? '';
      if (sent.isKept || sent.isRefused) unsent.delete(send);
      if (sent.isRefused) return refuse(file.name, told, row);
      if (!sent.isKept) return tell('refused', told, buttonFor(words.again, begin));
      refusals.note(file.name);
      tell('stored', told);
    };
    const begin = () => {
      unsent.add(send);
      void enqueue(send);
    };
    tell('waiting', words.waiting);
    begin();
  };
  input.addEventListener('change', () => {
    list.hidden = false;
    [...(input.files ?? [])].forEach(add);
    input.value = '';
  });
  addEventListener('online', () => [...unsent].forEach(enqueue));
  form.addEventListener('submit', (event) => {
    if (unsent.size === 0) return;
    event.preventDefault();
    asked = { by: event.submitter };
    [...unsent].forEach(enqueue);
  });
}
