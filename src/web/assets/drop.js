/** @param {HTMLElement} zone */
function takeDrops(zone) {
  const [input] = all('input[type=file]', HTMLInputElement, zone);
  if (!input) return;
  zone.dataset.ready = '';
  for (const words of all('[data-drop-words]', HTMLElement, zone)) words.hidden = false;
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.dataset.over = '';
  });
  zone.addEventListener('dragleave', () => delete zone.dataset.over);
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    delete zone.dataset.over;
    const files = event.dataTransfer?.files;
    if (!files?.length || (files.length > 1 && !input.multiple)) return;
    input.files = files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
