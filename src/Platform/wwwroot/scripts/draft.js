// Keeps what is typed into the form of the page in this browser until it is saved, and offers it again after a lost connection.
// <div data-module="draft" data-group="/bradford walkers" hidden> … <button type="button" data-restore> <button type="button" data-forget>
const longest = 7 * 24 * 60 * 60 * 1000;
const wait = 400;

function load(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function store(name, draft) {
  try {
    if (draft) localStorage.setItem(name, JSON.stringify(draft));
    else localStorage.removeItem(name);
  } catch {
    // Without room or permission the page works as it does without scripts.
  }
}

const isTyped = field => field.name && !['hidden', 'file', 'password', 'submit', 'button'].includes(field.type);
const isTicked = field => ['checkbox', 'radio'].includes(field.type);

export function start(offer) {
  const form = document.querySelector('main form[data-module~="autosave-warning"]');
  if (!form) return;

  const name = `portal-draft:${offer.dataset.group}:${location.pathname.replace(/^.*\/edit\//, '')}`;
  const fields = () => [...form.elements].filter(isTyped);
  const read = () => fields().map(field => [field.name, field.value, isTicked(field) ? field.checked : null]);
  const shown = JSON.stringify(read());
  const revision = form.elements.Revision?.value;
  let timer;

  const keep = sent => {
    clearTimeout(timer);
    const typed = read();
    store(name, JSON.stringify(typed) === shown && !sent ? null : { at: Date.now(), revision, sent, typed });
  };

  const draft = load(name);
  if (draft && Date.now() - draft.at > longest) store(name, null);
  else if (draft && JSON.stringify(draft.typed) !== shown) offer.hidden = false;

  offer.querySelector('[data-restore]').addEventListener('click', () => {
    for (const [field, value, ticked] of draft.typed) {
      const places = fields().filter(place => place.name === field);
      if (ticked === null && places[0]) places[0].value = value;
      for (const place of places) if (ticked !== null && place.value === value) place.checked = ticked;
    }
    // Saved from the state it was begun on, so that what others changed meanwhile is shown and not overwritten.
    if (form.elements.Revision && draft.revision !== undefined) form.elements.Revision.value = draft.revision;
    offer.hidden = true;
    form.dispatchEvent(new Event('input', { bubbles: true }));
    fields()[0]?.focus();
  });
  offer.querySelector('[data-forget]').addEventListener('click', () => {
    store(name, null);
    offer.hidden = true;
  });

  form.addEventListener('input', () => {
    offer.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(() => keep(false), wait);
  });
  form.addEventListener('submit', () => keep(true));
  window.addEventListener('pagehide', () => { if (timer) keep(load(name)?.sent ?? false); });
}
