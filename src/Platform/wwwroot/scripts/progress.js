// A part of a page that tells of work under way: asks for the page again every two seconds and shows that part anew. When the
// work is over the whole page is loaded, because there is something to do on it.
export function start(part) {
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (answer.ok) {
        const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-module~="progress"]');
        if (!now) return location.reload();
        part.replaceChildren(...now.childNodes);
      }
    } catch {
      // No connection for a moment: the next look may have one.
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 2000);
}
