// Saves what is typed into a form after a pause, tries again until the network is back, and asks before unsaved words are left
// behind. What waits is in the memory of the open page only: nothing is written to the device (docs/adr/0013).
// <form data-keep="address"> … <p data-status data-saved="words {0}" data-waiting="words {0}" …></p>
const pause = 1500;
const longestWait = 30_000;
const patience = 20_000;
const form = document.querySelector('form[data-keep]');

if (form) {
  const status = form.querySelector('[data-status]');
  const words = status.dataset;
  const typed = () => [...form.elements].filter(field => field.name && !['hidden', 'submit', 'button'].includes(field.type) && field.tagName !== 'FIELDSET');
  const keeps = field => field.name.startsWith('Texts[');
  // What the server has. A field that came back with a mistake is not there yet.
  const saved = new Map(typed().map(field => [field.name, field.getAttribute('aria-invalid') || field.classList.contains('nhsuk-textarea--error') ? null : field.value]));
  let running = null;
  let timer = 0;
  let failures = 0;
  let trouble = '';
  let leaving = false;

  const waiting = () => typed().filter(field => saved.get(field.name) !== field.value);
  const say = (text, number, isTrouble = true) => {
    status.textContent = text.replace('{0}', number);
    status.classList.toggle('portal-kept--waiting', isTrouble);
  };

  form.addEventListener('input', event => {
    if (failures) say(trouble, waiting().length);
    if (keeps(event.target)) later(failures ? Math.min(pause * 2 ** failures, longestWait) : pause);
  });
  form.addEventListener('change', event => { if (keeps(event.target)) later(0); });
  window.addEventListener('online', () => { if (waiting().some(keeps)) keep(); });
  window.addEventListener('offline', () => { if (waiting().length) failed(words.waiting); });
  document.addEventListener('visibilitychange', () => { if (document.hidden && waiting().some(keeps)) keep(); });
  window.addEventListener('beforeunload', event => {
    if (!leaving && waiting().length) event.preventDefault();
  });
  document.addEventListener('submit', async event => {
    if (event.target !== form || leaving) return;
    if (!waiting().length) {
      leaving = true;
      return;
    }

    // A form that is sent without a network is lost with its page: first what can be kept is kept here.
    event.preventDefault();
    if (!await keep()) return;
    leaving = true;
    form.requestSubmit(event.submitter);
  });

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  }

  // True when the server was reached.
  function keep() {
    clearTimeout(timer);
    running = running ? running.then(send) : send();
    const mine = running;
    return mine.finally(() => { if (running === mine) running = null; });
  }

  async function send() {
    const sent = new Map(typed().map(field => [field.name, field.value]));
    let answer;
    try {
      answer = await fetch(form.dataset.keep, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(patience) });
    } catch {
      return failed(words.waiting);
    }

    if (answer.redirected || answer.status === 401 || answer.status === 403) return failed(words.signedOut);
    if (!answer.ok && answer.status !== 409) return failed(words.waiting);
    take(await answer.json(), sent);
    return true;
  }

  function take(answer, sent) {
    failures = 0;
    for (const [name, fingerprint] of Object.entries(answer.shown)) {
      const field = form.elements[`Texts[${name}]`];
      if (!field) continue;
      form.elements[`Shown[${name}]`].value = fingerprint;
      saved.set(field.name, sent.get(field.name));
      document.getElementById(`theirs-${field.id}`)?.remove();
    }

    for (const [name, theirs] of Object.entries(answer.theirs)) tell(form.elements[`Texts[${name}]`], form.elements[`Shown[${name}]`], theirs);
    if (answer.faults.length || Object.keys(answer.theirs).length) say(words.faults);
    else say(words.saved, new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(new Date()), false);
  }

  function failed(text) {
    failures++;
    trouble = text;
    say(text, waiting().length);
    later(Math.min(1000 * 2 ** failures, longestWait));
    return false;
  }

  // Both texts stay in sight until one of them is chosen.
  function tell(field, shown, theirs) {
    document.getElementById(`theirs-${field.id}`)?.remove();
    const box = document.createElement('div');
    box.id = `theirs-${field.id}`;
    box.className = 'portal-theirs';
    box.setAttribute('role', 'alert');
    const line = document.createElement('p');
    const quote = document.createElement('strong');
    quote.dir = 'auto';
    quote.textContent = theirs.text;
    line.append(`${words.theirs} `, quote);
    box.append(line, button(words.mine, () => {}), ' ', button(words.take, () => { field.value = theirs.text; }));
    field.after(box);

    function button(text, choose) {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small';
      made.textContent = text;
      made.addEventListener('click', () => {
        choose();
        shown.value = theirs.shown;
        box.remove();
        field.focus();
        keep();
      });
      return made;
    }
  }
}
