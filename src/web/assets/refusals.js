/**
 * The files of this page the server will never take, with why, by their names: they stay told until their reader has seen
 * to it, also when the page is shown again.
 */
const refusals = {
  place: `refused:${location.pathname}`,
  /** @returns {Record<string, string>} */
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.place) ?? '{}');
    } catch {
      return {};
    }
  },
  /** @param {string} name @param {string} [words] none where there is nothing to tell any more */
  note(name, words) {
    const { [name]: _, ...others } = this.read();
    try {
      sessionStorage.setItem(this.place, JSON.stringify(words === undefined ? others : { ...others, [name]: words }));
    } catch {
      // a browser that keeps nothing tells it until the page goes
    }
  },
};

/**
 * Tells in a list what was refused, what is still known of it first, each with the way to put it out of sight.
 * @param {HTMLElement} list
 * @returns {(name: string, told: string, row?: HTMLElement) => void}
 */
function refuser(list) {
  /** @type {(name: string, told: string, row?: HTMLElement) => void} */
  const show = (name, told, row = list.appendChild(document.createElement('li'))) => {
    row.dataset.name = name;
    const seen = buttonFor(list.dataset.seen, () => {
      refusals.note(name);
      row.remove();
    });
    rowTeller(row, name)('refused', told, seen);
    list.hidden = false;
  };
  for (const [name, told] of Object.entries(refusals.read())) show(name, told);
  return (name, told, row) => {
    for (const one of all('[data-state="refused"]', HTMLElement, list)) if (one.dataset.name === name) one.remove();
    refusals.note(name, told);
    show(name, told, row);
  };
}
