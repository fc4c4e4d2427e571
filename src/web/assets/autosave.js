/** What a form says now; what is for its sending only, and files, stay out. @param {HTMLFormElement} form */
function saidBy(form) {
  const once = new Set(all('[data-once]', HTMLInputElement, form).map(({ name }) => name));
  const pairs = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !once.has(name) ? [[name, value]] : [],
  );
  return new URLSearchParams(pairs);
}

/** @param {HTMLFormElement} form @param {Record<string, string>} fields */
function takeOver(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

/**
 * What became of saving: `refused` will not get better by trying again.
 * @typedef {{ state: 'saved' | 'failed' | 'expired' | 'refused', words?: string, at?: string, fields?: Record<string, string> }} Saved
 */

/** Reads an answer: `{ at, fields }` with new values of hidden fields, or with an error status `{ words }`. @type {(answer: Response) => Promise<Saved>} */
async function readSaved(answer) {
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { state: 'expired' };
  const told = await answer.json();
  if (answer.ok) return { ...told, state: 'saved' };
  return answer.status < 500 && told.words ? { ...told, state: 'refused' } : { state: 'failed' };
}

/** @type {(form: HTMLFormElement) => Promise<Saved>} */
async function saveOnce(form) {
  const body = saidBy(form);
  try {
    const answer = await fetch(form.dataset.autosave ?? '', {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      redirect: 'manual',
      // the page may be on its way out; browsers then take 64 KB at most
      keepalive: document.visibilityState === 'hidden' && String(body).length < 60_000,
      signal: AbortSignal.timeout(20_000),
    });
    return await readSaved(answer);
  } catch {
    return { state: 'failed' };
  }
}

/** @param {HTMLFormElement} form */
function autosave(form) {
  const [status] = all('[data-save-status]', HTMLElement, form);
  let [isChanged, isSent, wait, timer] = [false, false, SOON, 0];
  /** @type {Promise<void> | undefined} */
  let saving;
  /** @type {(state: 'saving' | Saved['state'], words?: string, time?: string) => void} */
  const tell = (state, words, time = new Date().toTimeString().slice(0, 5)) => {
    if (!status) return;
    status.hidden = false;
    status.dataset.state = state;
    status.textContent = words ?? fill(status.dataset[state], { time });
  };
  const save = async () => {
    isChanged = false;
    tell('saving');
    const { state, words, at, fields = {} } = await saveOnce(form);
    takeOver(form, fields);
    tell(state, words, at);
    page.isTyped = isChanged ||= state !== 'saved';
    wait = state === 'saved' ? SOON : Math.min(wait * 2, 60_000);
    if (isChanged && state !== 'refused') later();
  };
  const now = () => {
    clearTimeout(timer);
    if (isChanged && !isSent) saving ??= save().finally(() => (saving = undefined));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, wait);
  };
  const note = () => {
    isChanged = true;
    later();
  };
  for (const event of ['input', 'change']) form.addEventListener(event, note);
  form.addEventListener('focusout', now);
  document.addEventListener('visibilitychange', now);
  addEventListener('online', now);
  addEventListener('pageshow', () => (isSent = false));
  form.addEventListener('submit', (event) => {
    isSent = !event.defaultPrevented;
    if (!saving || !isSent) return;
    // what is being saved and what is being sent would look like two editors
    event.preventDefault();
    void saving.finally(() => form.requestSubmit(event.submitter));
  });
}
