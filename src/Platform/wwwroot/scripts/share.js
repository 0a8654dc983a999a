// Hands the page to the phone's own share sheet, or copies its address.
// <button data-module="share" data-title="…" data-url="…" data-copied="Link copied" hidden>
export function start(button) {
  const { title = document.title, url = location.href, copied = '' } = button.dataset;
  const words = button.querySelector('[data-words]') ?? button;

  if (!navigator.share && !navigator.clipboard) return;
  button.hidden = false;
  words.setAttribute('role', 'status');
  button.addEventListener('click', () => (navigator.share ? navigator.share({ title, url }) : copy()).catch(() => {}));

  async function copy() {
    await navigator.clipboard.writeText(url);
    words.textContent = copied;
  }
}
