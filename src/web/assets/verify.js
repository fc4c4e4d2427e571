/*
 * Verifies files somebody chose, in the browser alone: nothing is sent anywhere. All words come from the page.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import {
  isStatusList,
  looksSigned,
  verdictOn,
  verifyCredential,
  verifyFile,
  webCryptoEd25519,
} from '../../verify/index.ts';

const TOOLS = { sha256, verifyEd25519: webCryptoEd25519 };

/** Bytes of a file at most: no proof is longer. */
const LONGEST = 1_200_000;

const results = /** @type {HTMLElement} */ (document.getElementById('results'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('verifier'));
/** @type {Record<string, string>} */
const words = JSON.parse(results.dataset['words'] ?? '{}');
const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** @param {string} key @param {Record<string, string | number>} values */
function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
  });
}

/** @param {string} name @param {string} text @param {string} [kind] */
function element(name, text, kind) {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== undefined) made.className = kind;
  return made;
}

/** @param {string} name */
function typed(name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLTextAreaElement ? field.value.trim() : '';
}

const KINDS = { proven: 'info', unsettled: 'warning', 'not-proven': 'error' };

/** @param {string} name @param {readonly import('../../verify/index.ts').Step[]} steps */
function answer(name, steps) {
  const outcome = verdictOn(steps);
  const part = element('section', '', 'page__stack');
  const verdict = element('div', '', 'notification');
  verdict.dataset['kind'] = KINDS[outcome];
  verdict.append(element('p', say(`verify.${outcome}`), 'notification__heading'));
  const list = element('ol', '', 'page__stack');
  for (const step of steps) {
    const words = say(`verify.${step.id}.${step.outcome}`, step.detail);
    list.append(element('li', `${say(`verify.mark.${step.outcome}`)} ${words}`));
  }
  part.append(element('h2', name), verdict, list);
  return part;
}

/** @param {string} name @param {string} key */
function trouble(name, key) {
  const part = element('section', '', 'page__stack');
  part.append(element('h2', name), element('p', say(key)));
  return part;
}

/** @param {readonly File[]} files */
async function listsAmong(files) {
  const short = files.filter((file) => file.size <= LONGEST);
  const texts = await Promise.all(short.map((file) => file.text().catch(() => '')));
  return texts.filter(isStatusList);
}

/** @param {File} file @param {readonly string[]} lists */
async function verify(file, lists) {
  if (file.size > LONGEST) return trouble(file.name, 'verify.page.too-long');
  const text = await file.text();
  if (isStatusList(text)) return trouble(file.name, 'verify.page.list');
  if (looksSigned(text)) {
    const now = Math.floor((performance.timeOrigin + performance.now()) / 1000);
    const { steps } = await verifyCredential(text, { issuer: typed('issuer'), lists, now }, TOOLS);
    return answer(file.name, steps);
  }
  const witnesses = typed('witnesses')
    .split('\n')
    .map((line) => line.trim());
  const expected = { key: typed('key'), witnesses: witnesses.filter((line) => line !== '') };
  const steps = await verifyFile(text, expected, TOOLS);
  return answer(file.name, steps);
}

/** Whether this browser can do what is needed at all. */
async function isAble() {
  try {
    await webCryptoEd25519({ publicKey: new Uint8Array(32), message: new Uint8Array(), signature: new Uint8Array(64) });
    return 'fromBase64' in Uint8Array;
  } catch {
    return false;
  }
}

/** @param {readonly File[]} files */
async function verifyEach(files) {
  if (files.length > 0 && !(await isAble())) return [trouble(say('verify.page.title'), 'verify.page.unable')];
  const lists = await listsAmong(files);
  return Promise.all(
    files.map((file) => verify(file, lists).catch(() => trouble(file.name, 'verify.page.unreadable'))),
  );
}

let turn = 0;

async function verifyAll() {
  turn += 1;
  const mine = turn;
  const field = form.elements.namedItem('files');
  const parts = await verifyEach(field instanceof HTMLInputElement ? [...(field.files ?? [])] : []);
  // a later choice takes the place of this one
  if (mine === turn) results.replaceChildren(...parts);
}

form.hidden = false;
form.addEventListener('change', () => void verifyAll());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void verifyAll();
});
