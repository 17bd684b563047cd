/**
 * Builds the npm package into lib/: ESM, source maps, declarations, style sheet.
 *
 * Without the React Compiler, whose output needs React 19: the component runs in React 18, too.
 */
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { bundle } from 'lightningcss';
import { rolldown } from 'rolldown';
import { esmExternalRequirePlugin } from 'rolldown/plugins';
import { dts } from 'rolldown-plugin-dts';

const OUT = 'lib';
/** @type {Record<string, string>} */
const ENTRIES = {
  index: 'src/timeline/index.ts',
  core: 'src/core/index.ts',
  svg: 'src/embed/svg.tsx',
  worker: 'src/embed/worker.ts',
};
/** Peers, and what the consumer's installer brings. */
const EXTERNAL = [/^react(-dom)?($|\/)/];

async function scripts() {
  const build = await rolldown({
    input: ENTRIES,
    platform: 'neutral', // neither Node nor browser globals are assumed
    resolve: { mainFields: ['module', 'main'] },
    tsconfig: 'tsconfig.json',
    plugins: [
      // A plain `external` would leave a throwing require() in CommonJS dependencies that need React.
      esmExternalRequirePlugin({ external: EXTERNAL }),
      dts({ tsconfig: 'tsconfig.json' }),
    ],
  });
  const { output } = await build.write({
    dir: OUT,
    format: 'es',
    minify: true, // the source maps hold the source as it was written
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
  });
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
  if (!source || !fileName.endsWith('.js')) return; // declarations
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

async function styles() {
  const { code } = bundle({
    filename: 'src/timeline/style.css',
    minify: true,
    sourceMap: false,
    // Leaves nesting, light-dark() and the like as they are: browsers of two years have them.
    include: 0,
  });
  await writeFile(`${OUT}/style.css`, code);
  // TypeScript asks for types even of what is imported for its effect.
  await writeFile(`${OUT}/style.css.d.ts`, 'export {};\n');
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT);
await Promise.all([scripts(), styles()]);
