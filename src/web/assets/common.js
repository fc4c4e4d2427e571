// Makes signed-in pages handier. Every page works without it, and every word it shows comes from the page.

/** Whether something was typed that is kept nowhere else: then the page must not go away by itself. */
const page = { isTyped: false };

/** Milliseconds from the last keystroke to saving. */
const SOON = 2000;

/** @type {(words: string | undefined, values: Record<string, string | number>) => string} */
const fill = (words = '', values) => words.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @param {ParentNode} within
 */
function all(selector, kind, within = document) {
  /** @type {T[]} */
  const found = [];
  for (const part of within.querySelectorAll(selector)) if (part instanceof kind) found.push(part);
  return found;
}

const showAgain = () => location.assign(location.pathname + location.search);
