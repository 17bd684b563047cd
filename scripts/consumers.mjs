/**
 * Packs the built package and installs the packed file as strangers do, each in a folder of its own outside the
 * repository: React 19 and 18 with Vite (drawn on a server, taken over, steered, gone), a page without a bundler,
 * TypeScript by both resolutions, and Node.
 *
 *     npm run consumers
 *     npm run consumers -- vue svelte angular next     those frameworks, too
 *     npm run consumers -- jest           and tests of hosts
 *     KEEP=1 npm run consumers            leaves the folders, to look at
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { visitAll } from '../tests/consumers/browser.mjs';
import { install, node, pack, vite } from '../tests/consumers/commands.mjs';
import { packingFaults } from '../tests/consumers/packing.mjs';

/** The native compiler takes a fifth of the time; the older one is what most consumers have. */
const REACTS = {
  'react-19': { version: '19.3.1', compilers: { bundler: 'typescript-7', nodenext: 'typescript' } },
  'react-18': { version: '18.3.1', compilers: { bundler: 'typescript-7', nodenext: 'typescript-7' } },
};
const TYPESCRIPT = 'typescript@6.0.3';
const FRAMEWORKS = {
  vue: {
    packages: ['vue@3.5.45', '@vitejs/plugin-vue@6.0.11', 'vue-tsc@3.3.14', TYPESCRIPT],
    shown: { 'Timeline.vue': 'Timeline.vue' },
    /** @param {string} folder */
    build: async (folder) => {
      await node(folder, ['node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit']);
      await vite(folder, ['build']);
    },
  },
  svelte: {
    packages: ['svelte@5.57.3', '@sveltejs/vite-plugin-svelte@7.3.1', 'svelte-check@4.7.8', TYPESCRIPT],
    shown: { 'Timeline.svelte': 'Timeline.svelte' },
    /** @param {string} folder */
    build: async (folder) => {
      await node(folder, ['node_modules/svelte-check/bin/svelte-check']);
      await vite(folder, ['build']);
    },
  },
  angular: {
    packages: [
      ...['core', 'common', 'compiler', 'compiler-cli', 'platform-browser'].map(
        (part) => `@angular/${part}@21.2.26`,
      ),
      '@angular/build@21.2.27',
      '@angular/cli@21.2.28',
      'rxjs@7.8.2',
      'tslib@2.8.1',
      'typescript@5.9.3',
    ],
    shown: { 'timeline.ts': 'angular.txt' },
    /** @param {string} folder */
    build: (folder) => node(folder, ['node_modules/@angular/cli/bin/ng.js', 'build']),
  },
  next: {
    packages: [
      'next@16.4.6',
      'react@19.3.1',
      'react-dom@19.3.1',
      '@types/react@19',
      '@types/node@24',
      TYPESCRIPT,
    ],
    shown: {},
    /** @param {string} folder */
    build: (folder) => node(folder, ['node_modules/next/dist/bin/next', 'build'], 'production'),
  },
};

const JEST = [
  ...['jest', 'jest-environment-jsdom', 'babel-jest'].map((part) => `${part}@29.7.0`),
  '@babel/preset-env@7',
  '@babel/preset-react@7',
  'identity-obj-proxy@3',
  'react@18.3.1',
  'react-dom@18.3.1',
  '@testing-library/react@16',
  '@testing-library/dom@10',
  '@testing-library/user-event@14',
];

/** @type {{ devDependencies: Record<string, string> }} */
const own = JSON.parse(await readFile('package.json', 'utf8'));
const VITE = `vite@${own.devDependencies.vite}`;

/** @type {string[]} */
const faults = [];
/** @type {Map<string, import('../tests/consumers/browser.mjs').Visit>} */
const visits = new Map();

/**
 * A failing command is a fault, and the others go on.
 *
 * @param {string} what
 * @param {() => Promise<void>} check
 */
async function step(what, check) {
  const started = Date.now();
  const before = faults.length;
  try {
    await check();
  } catch (error) {
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    faults.push(`${what}: ${String(error)}\n${stdout}${stderr}`.trimEnd());
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(`${faults.length === before ? '✓' : '✗'} ${seconds} s  ${what}`);
}

/** @param {string} folder */
async function serverDrawing(folder) {
  await vite(folder, ['build', '--ssr', 'server.tsx', '--outDir', 'server'], 'development');
  const html = await node(folder, ['server/server.js'], 'development');
  for (const mark of ['data-segment="hold"', 'data-link="controlling"', 'Maya Okafor']) {
    if (!html.includes(mark)) throw new Error(`The server's drawing lacks ${mark}: ${html.slice(0, 500)}`);
  }
  return html;
}

/** @param {import('@playwright/test').Page} page */
async function cameAndWent(page) {
  const said = page.locator('#said:not(:empty)');
  await said.waitFor({ timeout: 15_000 });
  const text = await said.innerText();
  return text === 'picture drawn, 0 nodes left' ? [] : [text];
}

/**
 * @param {string} name
 * @param {string} folder
 */
async function reactSite(name, folder) {
  const html = await serverDrawing(folder);
  await vite(folder, ['build', '--outDir', 'alone']);
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await writeFile(
    join(folder, 'index.html'),
    page.replace('<!--drawn on the server-->', () => html),
  );
  // React's development build complains of what its production build passes over.
  await vite(folder, ['build', '--outDir', 'taken-over'], 'development');
  for (const inlineStyles of /** @type {const} */ (['allowed', 'ignored'])) {
    visits.set(`${name}: taken over from the server's drawing, inline styles ${inlineStyles}`, {
      folder: join(folder, 'taken-over'),
      inlineStyles,
      look: cameAndWent,
    });
  }
}

/** @param {keyof typeof REACTS} name */
async function react(name) {
  const { version, compilers } = REACTS[name];
  const [major] = version.split('.');
  const packages = ['', '@types/'].flatMap((scope) =>
    ['react', 'react-dom'].map((part) => `${scope}${part}@${scope ? major : version}`),
  );
  /** @type {string | undefined} */
  let folder;
  await step(`${name}: installed`, async () => {
    folder = await install(root, {
      name,
      templates: ['react', 'types', 'node'],
      shown: { 'picture.mjs': 'node.txt', 'participant-timeline-tag.d.ts': 'tsx.txt' },
      packages: [...packages, VITE],
    });
  });
  if (folder === undefined) return;
  const site = folder;
  await step(`${name}: drawn without a DOM, built for production and development`, () =>
    reactSite(name, site),
  );
  await step(`${name}: /core and /svg in Node`, async () => {
    await node(site, ['pipeline.mjs']);
    await node(site, ['picture.mjs']);
    await readFile(join(site, 'conversation-0.svg'));
  });
  for (const [resolution, compiler] of Object.entries(compilers)) {
    await step(`${name}: types by ${resolution} resolution`, async () => {
      const project = `tsconfig.${resolution}.json`;
      await node(site, [resolve('node_modules', compiler, 'bin/tsc'), '-p', project]);
    });
  }
}

/** Chooses a mark by hand; the page around it says what was chosen. @param {import('@playwright/test').Page} page */
async function choosesMark(page) {
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Enter');
  await page.getByText('Selected: segment').waitFor({ timeout: 5000 });
  return [];
}

/** The event whose name has a capital, too. @param {import('@playwright/test').Page} page */
async function tellsOfItsView(page) {
  await page.getByText('clock: time').waitFor({ timeout: 5000 });
  await choosesMark(page);
  await page.keyboard.press('t');
  await page.getByText('clock: elapsed').waitFor({ timeout: 5000 });
  return [];
}

/** @param {keyof typeof FRAMEWORKS} name */
async function framework(name) {
  await step(`${name}: installed and built`, async () => {
    const { shown, packages, build } = FRAMEWORKS[name];
    const folder = await install(root, { name, templates: [name], shown, packages: [...packages, VITE] });
    await build(folder);
    // What Next writes starts by scripts in the page.
    const needs = name === 'next' ? { inlineScripts: true } : {};
    visits.set(name, { folder: join(folder, 'dist'), look: tellsOfItsView, ...needs });
  });
}

async function plainPage() {
  const shown = { 'index.html': 'plain.txt', 'page.js': 'plain-page.txt' };
  const folder = await install(root, { name: 'plain', shown });
  await cp(join(folder, 'node_modules/participant-timeline/lib/element.js'), join(folder, 'element.js'));
  visits.set('page without a bundler', { folder, look: choosesMark });
}

/** Tests of a host: Jest as most have it, and the older page that it makes. */
async function jest() {
  await step('jest: tests of a host', async () => {
    const folder = await install(root, {
      name: 'jest',
      templates: ['jest'],
      shown: { 'jest.config.cjs': 'jest-config.txt', 'timeline.test.jsx': 'jest.txt' },
      packages: JEST,
    });
    // What was transformed before would be there too soon.
    await node(folder, ['node_modules/jest/bin/jest.js', '--no-cache']);
  });
}

async function browser() {
  for (const [name, found] of await visitAll(visits)) {
    console.log(`${found.length === 0 ? '✓' : '✗'}          ${name}`);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
}

/** @template {object} Table @param {Table} table @returns {(keyof Table)[]} */
const namesOf = (table) => /** @type {(keyof Table)[]} */ (Object.keys(table));
const asked = process.argv.slice(2);
const root = await mkdtemp(join(tmpdir(), 'participant-timeline-consumers-'));
try {
  const { files, title } = await pack(root);
  console.log(`${title}\n  ${files.join('\n  ')}`);
  for (const name of namesOf(REACTS)) await react(name);
  await step('page without a bundler: installed', plainPage);
  for (const name of namesOf(FRAMEWORKS).filter((name) => asked.includes(name))) await framework(name);
  if (asked.includes('jest')) await jest();
  await step('what is packed is what is needed', async () => {
    faults.push(...packingFaults(join(root, 'react-19/node_modules/participant-timeline'), files));
  });
  await step('in Chromium, under a strict page policy', browser);
} finally {
  if (process.env.KEEP) console.log(`Kept: ${root}`);
  else await rm(root, { recursive: true, force: true });
}

console.log(faults.map((fault) => `\n✗ ${fault}`).join('') || '\nAll consumers content');
process.exitCode = faults.length > 0 ? 1 : 0;
