/** @param {HTMLElement} counter */
function count(counter) {
  const { counter: id = '', most, left, over } = counter.dataset;
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const show = () => {
    const rest = Number(most) - field.value.length;
    counter.dataset.state = rest < 0 ? 'over' : 'within';
    counter.ariaLive = rest < 20 ? 'polite' : 'off';
    counter.textContent = fill(rest < 0 ? over : left, {
      count: Math.abs(rest).toLocaleString(document.documentElement.lang),
    });
  };
  field.addEventListener('input', show);
  show();
}
