/**
 * Builds the npm package into lib/: ESM, source maps, declarations, style sheet.
 *
 * Without the React Compiler, whose output needs React 19: the component runs in React 18, too.
 */
import { appendFile, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { bundle } from 'lightningcss';
import { rolldown } from 'rolldown';
import { esmExternalRequirePlugin } from 'rolldown/plugins';
import { dts } from 'rolldown-plugin-dts';
import { chunksByEntry } from './chunks.mjs';
import { renderer } from './renderer.mjs';

const OUT = 'lib';
/** @type {Record<string, string>} */
const ENTRIES = {
  index: 'src/timeline/browser.ts',
  complete: 'src/timeline/index.ts',
  core: 'src/core/index.ts',
  svg: 'src/embed/svg.tsx',
  worker: 'src/embed/worker.ts',
};
/**
 * Each in one file with all it needs, the element with what draws it and styles, so that a page without a bundler takes
 * it as it is.
 *
 * @type {Record<string, string>}
 */
const STANDALONE = {
  element: 'src/embed/element/element.ts',
  frame: 'src/embed/frame/frame.ts',
};
/** Peers, and what the consumer's installer brings. */
const EXTERNAL = [/^react(-dom)?($|\/)/];

/** To read a property does nothing else, here and in what is built in: what nobody uses of it may go. */
const PURE = /** @type {const} */ ({ propertyReadSideEffects: false });

/** @type {import('rolldown').InputOptions} */
const COMMON = {
  platform: 'neutral', // neither Node nor browser globals are assumed
  resolve: { mainFields: ['module', 'main'] },
  tsconfig: 'tsconfig.json',
  treeshake: PURE,
  checks: { moduleLevelDirective: false }, // 'use client' stands at entries, where it is kept; package.mjs looks
  optimization: { inlineConst: { mode: 'all' } },
};
/** @type {import('rolldown').OutputOptions} */
const OUTPUT = {
  dir: OUT,
  format: 'es',
  // The source maps hold the source as it was written.
  minify: { compress: { treeshake: PURE }, mangle: true, codegen: true },
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'shared/[name].js',
};

/**
 * Elements stand in functions, which bundlers leave out as a whole: that making each has no effects need not be marked.
 * Blanks in place of the marks keep source maps true.
 *
 * @type {import('rolldown').Plugin}
 */
const UNMARKED = {
  name: 'unmarked',
  renderChunk: (code) => ({
    code: code.replace(/\/\* @__PURE__ \*\/(?= jsx)/g, (mark) => ' '.repeat(mark.length)),
    map: null,
  }),
};

async function scripts() {
  const build = await rolldown({
    ...COMMON,
    input: ENTRIES,
    // A plain `external` would leave a throwing require() in CommonJS dependencies that need React.
    plugins: [esmExternalRequirePlugin({ external: EXTERNAL }), UNMARKED],
  });
  const { output } = await build.write({ ...OUTPUT, codeSplitting: chunksByEntry(ENTRIES) });
  await build.close();
  for (const chunk of output) {
    if (chunk.type === 'chunk' && chunk.isEntry && !chunk.map) await mapEntry(chunk.fileName);
  }
}

/**
 * An entry that only passes on what shared scripts hold has nothing to map, and gets no map; tools ask for one.
 *
 * @param {string} fileName
 */
async function mapEntry(fileName) {
  const source = ENTRIES[fileName.replace(/\.js$/, '')];
  if (!source) return;
  const content = await readFile(source, 'utf8');
  const map = {
    version: 3,
    file: fileName,
    sources: [`../${source}`],
    sourcesContent: [content],
    mappings: '',
  };
  await writeFile(`${OUT}/${fileName}.map`, JSON.stringify(map));
  await appendFile(`${OUT}/${fileName}`, `//# sourceMappingURL=${fileName}.map\n`);
}

/** @param {string} name */
async function standalone(name) {
  const build = await rolldown({
    ...COMMON,
    input: { [name]: STANDALONE[name] ?? '' },
    platform: 'browser',
    resolve: { ...COMMON.resolve, alias: renderer },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [cssText()],
  });
  // What marks calls as pure is for bundlers, and nothing can be left out of these.
  await build.write({ ...OUTPUT, codeSplitting: false, comments: { annotation: false } });
  await build.close();
}

/** The component has the same types, wherever it has the rest from. */
const { complete: _, ...TYPED } = ENTRIES;

/** Of all entries at once, so that a type that two of them tell of is one. */
async function declarations() {
  const build = await rolldown({
    ...COMMON,
    input: { ...TYPED, ...STANDALONE },
    external: EXTERNAL,
    plugins: [cssText(), dts({ tsconfig: 'tsconfig.json', emitDtsOnly: true })],
  });
  await build.write({ ...OUTPUT, sourcemap: false });
  await build.close();
}

/** @param {string} filename */
function styleSheet(filename) {
  const { code } = bundle({
    filename,
    minify: true,
    sourceMap: false,
    // Leaves nesting, light-dark() and the like as they are: browsers of two years have them.
    include: 0,
  });
  return code.toString();
}

/**
 * Style sheets as text, as Vite gives them for `?inline`.
 *
 * @returns {import('rolldown').Plugin}
 */
function cssText() {
  return {
    name: 'css-text',
    load(id) {
      const [file = '', query] = id.split('?');
      if (query !== 'inline' || !file.endsWith('.css')) return undefined;
      return { code: `export default ${JSON.stringify(styleSheet(file))}`, moduleType: 'js' };
    },
  };
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT);
await Promise.all([
  scripts(),
  ...Object.keys(STANDALONE).map(standalone),
  declarations(),
  writeFile(`${OUT}/style.css`, styleSheet('src/timeline/style.css')),
  // TypeScript asks for types even of what is imported for its effect.
  writeFile(`${OUT}/style.css.d.ts`, 'export {};\n'),
  // The icons are of this set, and its licence goes with them.
  copyFile('node_modules/lucide-react/LICENSE', `${OUT}/LICENSE-lucide.txt`),
  // It draws the element.
  copyFile('node_modules/preact/LICENSE', `${OUT}/LICENSE-preact.txt`),
]);
