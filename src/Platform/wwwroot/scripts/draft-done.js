// The page after saving: what was sent from a form of this group need not be kept any more.
// <div data-module="draft-done" data-group="/bradford walkers" hidden>
export function start(element) {
  if (!document.querySelector('.portal-notice--good')) return;
  try {
    const beginning = `portal-draft:${element.dataset.group}:`;
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(beginning) && JSON.parse(localStorage.getItem(name))?.sent) localStorage.removeItem(name);
    }
  } catch {
    // Nothing was kept.
  }
}
