/**
 * Who may import whom, as data; .dependency-cruiser.mjs makes rules of it.
 *
 *     app ──► everything below, but not embed        embed ──► timeline, workers, ui, core
 *     timeline ──► ui ──► core (types)               sources, workers ──► core
 *
 * `layers`: other folders of src that may be imported; `types`: those of which only types may be;
 * `packages`: the npm packages that may be ('*' for any). A folder inside another has rules of its own.
 *
 * @type {Record<string, { layers?: string[], types?: string[], packages?: string[] | '*' }>}
 */
export const layers = {
  core: {},
  ui: { types: ['core'] },
  timeline: { layers: ['core', 'ui'], packages: ['react', 'react-dom', 'lucide-react'] },
  sources: { layers: ['core'], packages: ['@tanstack/react-query', '@sqlite.org/sqlite-wasm', 'fflate'] },
  workers: { layers: ['core'], packages: ['fflate'] },
  app: { layers: ['core', 'ui', 'timeline', 'sources', 'workers'], packages: '*' },
  // The docs page shows each form live, and so has what others would install.
  'app/docs': { layers: ['app', 'core', 'ui', 'timeline', 'sources', 'workers', 'embed'], packages: '*' },
  embed: {
    layers: ['core', 'ui', 'timeline', 'workers'],
    packages: ['react', 'react-dom', 'preact'],
  },
};

/** No host page pays for what only the site needs: not reachable from these, by whatever way. */
export const unreachable = {
  from: ['core', 'timeline', 'embed'],
  layers: ['app', 'sources'],
  packages: ['@tanstack/react-query', '@sqlite.org/sqlite-wasm', 'recharts'],
};
