/** Asks how far long work is: `{ done, of, isOver }`. @param {HTMLElement} progress */
async function follow(progress) {
  const [bar] = all('progress', HTMLProgressElement, progress);
  const [told] = all('[role=status]', HTMLElement, progress);
  let isOver = false;
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const answer = await fetch(progress.dataset.progress ?? '', { headers: { accept: 'application/json' } }).catch(
      () => {},
    );
    if (!answer?.ok) continue;
    const now = await answer.json();
    if (bar && now.of) Object.assign(bar, { max: now.of, value: now.done });
    if (told) told.textContent = fill(progress.dataset.words, now);
    isOver = now.isOver;
  }
  showAgain();
}
