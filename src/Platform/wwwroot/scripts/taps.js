// Tells the site that a way to reach a group was opened: which way and which group, nothing of who did it. Each way counts once for a page that is open.
export function start(element) {
  const told = new Set();
  element.addEventListener('click', event => {
    const kind = event.target.closest('[data-tap]')?.dataset.tap;
    if (!kind || told.has(kind) || !navigator.sendBeacon) return;
    told.add(kind);
    navigator.sendBeacon(element.dataset.address + kind);
  });
}
