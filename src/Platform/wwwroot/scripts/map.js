// Shows a map once the visitor asks for it; only then are tiles fetched, from the address the site set.
// <div class="portal-map" data-module="map" data-lat data-lon data-tiles data-attribution data-markers='[{"lat":…,"lon":…,"title":"…","href":"…"}]'>
//   A marker with "text" and "size" (0 to 3) is a circle with that text.
//   <button data-open hidden>…</button>
const library = new URL('../leaflet/', import.meta.url).href;

export function start(map) {
  const button = map.querySelector('[data-open]');
  if (!map.dataset.tiles) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      show(map, await load());
      button.remove();
    } catch {
      button.disabled = false;
    }
  });
}

function load() {
  if (window.L) return window.L;
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${library}leaflet.css` });
  const script = Object.assign(document.createElement('script'), { src: `${library}leaflet.js` });
  document.head.append(sheet, script);
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(window.L);
    script.onerror = reject;
  });
}

// A circle with its figure in it, larger for larger figures.
function circle(point, L) {
  const side = 44 + (point.size * 10);
  const label = Object.assign(document.createElement('span'), { textContent: point.text });
  return L.marker([point.lat, point.lon], { title: point.title, alt: point.title, icon: L.divIcon({ className: 'portal-map__circle', html: label, iconSize: [side, side] }) });
}

function show(map, L) {
  const { lat, lon, tiles, attribution = '', markers = '[]', label = '' } = map.dataset;
  const canvas = document.createElement('div');
  canvas.className = 'portal-map__canvas';
  canvas.dir = 'ltr';
  canvas.setAttribute('role', 'region');
  canvas.setAttribute('aria-label', label);
  map.append(canvas);

  L.Icon.Default.imagePath = `${library}images/`;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const view = L.map(canvas, { zoomAnimation: !still, fadeAnimation: !still });
  view.attributionControl.setPrefix(false);
  L.tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(view);

  const points = lat ? [{ lat: Number(lat), lon: Number(lon), title: label }, ...JSON.parse(markers)] : JSON.parse(markers);
  for (const point of points) {
    const marker = point.text === undefined ? L.marker([point.lat, point.lon], { title: point.title, alt: point.title }).addTo(view) : circle(point, L).addTo(view);
    if (point.href) marker.on('click keypress', () => { location.href = point.href; });
  }
  view.fitBounds(points.map(point => [point.lat, point.lon]), { maxZoom: 16, padding: [32, 32] });
  canvas.tabIndex = 0;
  canvas.focus();
}
