document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement && target.type === 'file')) page.isTyped = true;
});
all('[data-error-summary]', HTMLElement).forEach(leadToFaults);
all('[data-counter]', HTMLElement).forEach(count);
all('[data-uploads]', HTMLElement).forEach(upload);
all('[data-drop]', HTMLElement).forEach(takeDrops);
all('form[data-autosave]', HTMLFormElement).forEach(autosave);
all('[data-progress]', HTMLElement).forEach(follow);
