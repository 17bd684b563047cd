import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { Features } from 'lightningcss';
import { defineConfig } from 'vite';
import { checkedBase, EMBED_PAGE, LICENSES, staticHost } from './scripts/static-host.mjs';

const { BASE_PATH, CI, DISPLAY, EMBED_ORIGINS, WAYLAND_DISPLAY } = process.env;
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);

/** The site. The package is built by scripts/build-lib.mjs. */
const SMALL =
  /src\/(core\/view\/(folded|lane-text|marks|mark-id|matters)|ui\/(identity|palette|speech|visible)|core\/model\/assert-never)\.tsx?$/;

export default defineConfig({
  base: checkedBase(BASE_PATH),
  plugins: [react({ compiler: true }), tailwindcss(), staticHost({ embedOrigins: EMBED_ORIGINS })],
  server: { open: hasDisplay && !CI },
  worker: { format: 'es' },
  // It finds its .wasm beside itself, which bundling for development would move.
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  // Written as languages it would not know what runs from right to left in another one.
  css: { lightningcss: { exclude: Features.DirSelector } },
  build: {
    outDir: 'dist',
    emptyOutDir: true, // stale hashed chunks would distort the sizes
    sourcemap: true,
    assetsInlineLimit: 0, // the page policy forbids data: addresses
    license: { fileName: LICENSES }, // minified scripts carry none
    rolldownOptions: {
      input: { index: 'index.html', embed: EMBED_PAGE },
      // What every drawing takes in files of a few hundred bytes is packed better as one.
      output: { codeSplitting: { groups: [{ name: 'drawing', test: SMALL }] } },
    },
  },
});
