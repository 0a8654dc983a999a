// Builds what the browser gets from packages: the themes' stylesheets (left to right and mirrored), the fonts of the
// scripts that a machine may lack, and the map library. Outputs are not kept in git.
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import rtlcss from 'rtlcss';
import { compile } from 'sass';
import { firstUrduFont, fonts, nameFont, urduFont } from './fonts.mjs';
import { mergeNeighbours, sizesByLanguage, withoutUnused } from './passes.mjs';

const themes = dirname(fileURLToPath(import.meta.url));
const root = dirname(themes);
const packages = join(root, 'node_modules');
const platform = join(root, 'src/Platform/wwwroot');

await Promise.all([...['Community', 'Health'].map(buildTheme), copyFonts(), copyMapLibrary()]);

async function buildTheme(name) {
  const { css } = compile(join(themes, name, 'Styles/site.scss'), {
    loadPaths: [packages, join(themes, 'Styles')],
    style: 'compressed',
    quietDeps: true,
  });
  const sheet = await postcss([withoutUnused, mergeNeighbours, sizesByLanguage]).process(css, { from: undefined });
  const output = join(themes, name, 'wwwroot');
  await mkdir(output, { recursive: true });
  await put(join(output, 'site.css'), sheet.css);
  await put(join(output, 'site.rtl.css'), rtlcss.process(sheet.css));
}

async function copyFonts() {
  const output = join(platform, 'fonts');
  await mkdir(output, { recursive: true });
  await Promise.all(fonts.map(file => copy(packagedFont(file), join(output, file))));
  await subset(urduFont, output);
  await subset(firstUrduFont, output);
  await subset(nameFont, output);
}

// Subsetting Nastaliq takes seconds, so an output newer than the lock file and the list of letters stays.
async function subset({ file, from, letters }, output) {
  const target = join(output, file);
  const inputs = [join(root, 'package-lock.json'), join(themes, 'fonts.mjs')];
  if (await isNewer(target, inputs)) return;
  const { default: subsetFont } = await import('subset-font');
  await put(target, await subsetFont(await readFile(packagedFont(from)), letters, { targetFormat: 'woff2' }));
}

async function isNewer(target, inputs) {
  const written = await stat(target).then(s => s.mtimeMs, () => 0);
  const changed = await Promise.all(inputs.map(async input => (await stat(input)).mtimeMs));
  return changed.every(time => time < written);
}

function packagedFont(file) {
  const [family] = file.match(/^noto-(?:sans-[a-z]+|nastaliq-urdu)/);
  return join(packages, '@fontsource', family, 'files', file);
}

async function copyMapLibrary() {
  const source = join(packages, 'leaflet/dist');
  const output = join(platform, 'leaflet');
  await mkdir(join(output, 'images'), { recursive: true });
  const images = ['marker-icon.png', 'marker-icon-2x.png', 'marker-shadow.png', 'layers.png', 'layers-2x.png'];
  const files = ['leaflet.css', ...images.map(image => `images/${image}`)];
  await Promise.all(files.map(file => copy(join(source, file), join(output, file))));
  const script = await readFile(join(source, 'leaflet.js'), 'utf8');
  await put(join(output, 'leaflet.js'), script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

async function copy(source, target) {
  await put(target, await readFile(source));
}

// Whole or not at all: a running site may read the file meanwhile.
async function put(target, content) {
  const draft = `${target}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await rename(draft, target);
}
