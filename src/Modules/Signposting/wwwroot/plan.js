// Saves what is typed into a plan as soon as the field is left, and asks before unsaved words are left behind.
// <form data-keep="address" data-saved="words" data-not-saved="words"> … <span data-status></span>
const form = document.querySelector('form[data-keep]');

if (form) {
  const status = form.querySelector('[data-status]');
  let changes = 0;
  let saved = 0;

  form.addEventListener('input', () => { changes++; });
  form.addEventListener('change', keep);
  window.addEventListener('online', () => { if (saved < changes) keep(); });
  document.addEventListener('submit', event => {
    if (event.target === form) saved = changes;
  });
  window.addEventListener('beforeunload', event => {
    if (saved < changes) event.preventDefault();
  });

  async function keep() {
    const sent = changes;
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      for (const [name, fingerprint] of Object.entries(await answer.json())) {
        const field = form.elements[`Shown[${name}]`];
        if (field) field.value = fingerprint;
      }
      // A step in one's own words is saved only when it is added.
      if (!form.elements.OwnStep?.value) saved = Math.max(saved, sent);
      status.textContent = form.dataset.saved;
    } catch {
      status.textContent = form.dataset.notSaved;
    }
  }
}
