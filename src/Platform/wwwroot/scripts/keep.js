// The visitor's shortlist, in a cookie of this site: ids with dots between. Without this script the buttons are plain forms.
// <form data-module="keep" data-cookie="portal-x-kept" data-most="40" data-id="…" data-keep="Keep" data-kept="Kept"><button aria-pressed="false"><span data-words>
// The link to the shortlist says data-module="keep" data-cookie="…" data-count and has a [data-number] in it.
const oneYear = 365 * 24 * 60 * 60;

function read(name) {
  const found = document.cookie.split('; ').find(cookie => cookie.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1).split('.').filter(Boolean) : [];
}

function write(name, ids) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${ids.join('.')}; Path=/; Max-Age=${ids.length > 0 ? oneYear : 0}; SameSite=Lax${secure}`;
}

export function start(element) {
  if ('count' in element.dataset) startLink(element);
  else startForm(element);
}

function startForm(form) {
  const { cookie, id, most, keep, kept } = form.dataset;
  const button = form.querySelector('button');
  const words = form.querySelector('[data-words]');
  const show = () => {
    const pressed = read(cookie).includes(id);
    button.setAttribute('aria-pressed', String(pressed));
    words.textContent = pressed ? kept : keep;
  };

  show();
  document.addEventListener('portal-kept', show);
  form.addEventListener('submit', event => {
    const before = read(cookie);
    const next = before.includes(id) ? before.filter(other => other !== id) : [...before, id];
    // A full list is explained by the server.
    if (next.length > Number(most)) return;
    write(cookie, next);
    // Where cookies are refused, the form goes to the server, which says so.
    if (read(cookie).length !== next.length) return;
    event.preventDefault();
    document.dispatchEvent(new Event('portal-kept'));
  });
}

function startLink(link) {
  const show = () => {
    const count = read(link.dataset.cookie).length;
    link.hidden = count === 0;
    link.querySelector('[data-number]').textContent = count.toLocaleString(document.documentElement.lang);
  };

  show();
  document.addEventListener('portal-kept', show);
}
