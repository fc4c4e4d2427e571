/** @param {HTMLElement} summary */
function leadToFaults(summary) {
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    (field.closest('.form-field') ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
