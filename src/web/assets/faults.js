/** @param {HTMLElement} summary */
function leadToFaults(summary) {
  // browsers focus it by themselves, unless the address leads elsewhere in the page
  setTimeout(() => document.activeElement === document.body && summary.focus(), 300);
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    (field.closest('.form-field') ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
