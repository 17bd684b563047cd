import { layers, unreachable } from './scripts/layers.mjs';

/** @param {string[]} names */
const folders = (names) => `^src/(${names.join('|')})/`;
/** @param {string[]} names */
const modules = (names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;
/** @type {import('dependency-cruiser').DependencyType[]} */
const TYPES_ONLY = ['type-only', 'type-import'];

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const layerRules = Object.entries(layers).flatMap(([name, may]) => {
  const inside = Object.keys(layers).filter((other) => other.startsWith(`${name}/`));
  const from = { path: folders([name]), ...(inside.length > 0 && { pathNot: folders(inside) }) };
  const known = [name, ...(may.layers ?? []), ...(may.types ?? [])];
  /** @type {Rule[]} */
  const rules = [{ name: `${name}-layers`, from, to: { path: '^src/', pathNot: folders(known) } }];
  if (may.types) {
    rules.push({
      name: `${name}-types-only`,
      from,
      to: { path: folders(may.types), dependencyTypesNot: TYPES_ONLY },
    });
  }
  if (may.packages !== '*') {
    const allowed = may.packages?.length ? { pathNot: modules(may.packages) } : {};
    rules.push({ name: `${name}-packages`, from, to: { path: 'node_modules', ...allowed } });
  }
  return rules;
});

/** @type {Rule[]} */
const forbidden = [
  ...layerRules,
  { name: 'no-node', from: { path: '^src/' }, to: { dependencyTypes: ['core'] } }, // all of src runs in a browser
  { name: 'known-layer', from: { path: '^src/', pathNot: folders(Object.keys(layers)) }, to: {} },
  {
    name: 'nothing-imports-app-or-embed',
    from: { pathNot: folders(['app', 'embed']) },
    to: { path: folders(['app', 'embed']) },
  },
  {
    name: 'unreachable-layers',
    from: { path: folders(unreachable.from) },
    to: { path: folders(unreachable.layers), reachable: true },
  },
  {
    name: 'unreachable-packages',
    from: { path: folders(unreachable.from) },
    to: { path: modules(unreachable.packages), reachable: true },
  },
  { name: 'no-cycles', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: TYPES_ONLY } } },
  { name: 'resolvable', from: {}, to: { couldNotResolve: true } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: true, // imports of types are imports
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
