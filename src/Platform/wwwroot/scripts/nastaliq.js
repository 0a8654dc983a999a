// Urdu is at home in Nastaliq, a font too large for the first view. Where the machine has none and the connection is good,
// it is fetched once the page is shown, and from then on lies in the browser's cache. Until then, and without it, Urdu stands in Naskh.
const installed = ['Noto Nastaliq Urdu', 'NotoNastaliqUrdu', 'Jameel Noori Nastaleeq', 'Mehr Nastaliq Web', 'Urdu Typesetting'];
const address = new URL('../fonts/nastaliq-urdu.woff2', import.meta.url);

export async function start() {
  const { saveData = false, effectiveType = '4g' } = navigator.connection ?? {};
  if (!await isInstalled()) {
    if (saveData || effectiveType !== '4g') return;
    await pageIsShown();
    const font = new FontFace('Portal Nastaliq Later', `url(${address}) format('woff2')`);
    document.fonts.add(await font.load());
  }

  // On paper lines stand close; those of Nastaliq, known to be there, stand further apart.
  document.documentElement.classList.add('has-nastaliq');
}

function isInstalled() {
  return new FontFace('Portal Nastaliq Here', installed.map(name => `local('${name}')`).join()).load().then(() => true, () => false);
}

async function pageIsShown() {
  if (document.readyState !== 'complete') await new Promise(resolve => { addEventListener('load', resolve, { once: true }); });
  await new Promise(resolve => { (window.requestIdleCallback ?? setTimeout)(resolve); });
}
