// Makes signed-in pages handier. Every page works without it; all words come from the page.
const summary = document.querySelector('[data-error-summary]');
if (summary instanceof HTMLElement) summary.focus();
