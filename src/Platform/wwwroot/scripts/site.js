// Loads the scripts a page asks for with data-module. Every page works without them.
const modules = ['map', 'share', 'keep', 'listen', 'autosave-warning', 'print', 'errors', 'progress', 'photo', 'draft', 'draft-done', 'taps'];

for (const name of modules) {
  const elements = document.querySelectorAll(`[data-module~="${name}"]`);
  if (elements.length > 0) import(`./${name}.js`).then(module => elements.forEach(module.start));
}

if (document.querySelector('main:lang(ur), main :lang(ur)')) import('./nastaliq.js').then(module => module.start());
