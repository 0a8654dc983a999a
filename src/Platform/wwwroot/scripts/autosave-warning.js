// Asks before a changed form is left.
export function start(form) {
  let changed = false;

  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  window.addEventListener('beforeunload', event => {
    if (changed) event.preventDefault();
  });
}
