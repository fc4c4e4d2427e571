/**
 * One file on its way; the key stays the same however often it is tried, so that it is stored once.
 * @typedef {{ form: HTMLFormElement, name: string, file: File, key: string }} Sending
 */

/** @type {(sending: Sending, tell: (percent: number) => void) => Promise<{ isKept: boolean, words?: string }>} */
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
      resolve({ isKept, ...(isJson && JSON.parse(request.responseText)) });
    };
    request.onerror = request.onabort = () => resolve({ isKept: false });
    request.send(body);
  });
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
    else if (!page.isTyped) showAgain();
  };
  /** @type {Promise<void>} */
  let queue = Promise.resolve();
  /** @param {() => Promise<void>} send */
  const enqueue = (send) => (queue = queue.then(send).then(goOn));
  /** @param {File} file */
  const add = (file) => {
    const row = list.appendChild(document.createElement('li'));
    row.className = 'file';
    const key = crypto.randomUUID();
    /** @type {(state: string, text?: string, more?: Element) => void} */
    const tell = (state, text = '', more) => {
      const name = Object.assign(document.createElement('bdi'), { textContent: file.name, className: 'file__name' });
      const told = Object.assign(document.createElement('span'), { textContent: text, className: 'file__note' });
      row.dataset.state = state;
      row.replaceChildren(name, ' ', told, ...(more ? [' ', more] : []));
    };
    const send = async () => {
      if (!unsent.has(send)) return;
      const { isKept, words: told } = await sendFile({ form, name: input.name, file, key }, (percent) =>
        tell('waiting', fill(words.sending, { percent })),
      );
      if (isKept) unsent.delete(send);
      const again = Object.assign(document.createElement('button'), { type: 'button', textContent: words.again });
      again.className = 'button';
      again.dataset.weight = 'tertiary';
      again.addEventListener('click', () => enqueue(send));
      tell(isKept ? 'stored' : 'refused', told ?? (isKept ? words.kept : words.failed), isKept ? undefined : again);
    };
    unsent.add(send);
    tell('waiting', words.waiting);
    enqueue(send);
  };
  const sendAgain = () => [...unsent].forEach(enqueue);
  input.addEventListener('change', () => {
    list.hidden = false;
    [...(input.files ?? [])].forEach(add);
    input.value = '';
  });
  addEventListener('online', sendAgain);
  form.addEventListener('submit', (event) => {
    if (unsent.size === 0) return;
    event.preventDefault();
    asked = { by: event.submitter };
    sendAgain();
  });
}
