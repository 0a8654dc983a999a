// The visitor's shortlist, kept in this browser only, one list per site (path base).
// <button data-module="keep" data-key="/bradford" data-slug="…" data-keep="Keep" data-kept="Kept" aria-pressed="false" hidden>
// A link to the shortlist says data-module="keep" data-key="/bradford" data-count and gets the slugs into its address.
const storageName = key => `portal-kept:${key}`;

function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(storageName(key)));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

export function start(element) {
  if ('count' in element.dataset) startLink(element);
  else startButton(element);
}

function startButton(button) {
  const { key, slug, keep, kept } = button.dataset;
  const words = button.querySelector('[data-words]');
  const show = () => {
    const pressed = read(key).includes(slug);
    button.setAttribute('aria-pressed', String(pressed));
    words.textContent = pressed ? kept : keep;
  };

  show();
  button.hidden = false;
  button.addEventListener('click', () => {
    const others = read(key).filter(other => other !== slug);
    const next = read(key).includes(slug) ? others : [...others, slug];
    try {
      localStorage.setItem(storageName(key), JSON.stringify(next));
    } catch {
      return;
    }
    show();
    document.dispatchEvent(new Event('portal-kept'));
  });
}

function startLink(link) {
  const path = link.getAttribute('href');
  const show = () => {
    const slugs = read(link.dataset.key);
    link.hidden = slugs.length === 0;
    link.href = `${path}?kept=${slugs.map(encodeURIComponent).join(',')}`;
    link.querySelector('[data-number]').textContent = slugs.length.toLocaleString(document.documentElement.lang);
  };

  show();
  document.addEventListener('portal-kept', show);
}
