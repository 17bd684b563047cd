/** The commands that strangers run. */
import { execFile } from 'node:child_process';
import { cp, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const TEMPLATES = 'tests/consumers';
/** The code that the docs show is the code that is tried. */
const DOCS = 'src/app/docs/frameworks';
const SAMPLE = 'public/samples/billing-call-cobrowse.json';
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
const execute = promisify(execFile);

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ folder: string, mode?: string | undefined }} where
 * @returns {Promise<string>} What it printed.
 */
async function run(command, parameters, { folder, mode }) {
  const env = { ...process.env, ...(mode && { NODE_ENV: mode }) };
  const { stdout } = await execute(command, parameters, { cwd: folder, env, maxBuffer: 64e6 });
  return stdout;
}

/** @param {string} folder @param {string[]} parameters @param {string} [mode] That of React. */
export function node(folder, parameters, mode) {
  return run(process.execPath, parameters, { folder, mode });
}

/** @param {string} folder @param {string[]} parameters @param {string} [mode] */
export function vite(folder, parameters, mode = 'production') {
  return node(folder, ['node_modules/vite/bin/vite.js', ...parameters, '--mode', mode], mode);
}

/** @typedef {{ filename: string, size: number, files: { path: string }[] }} Packed */

/** @param {string} folder Where the packed file goes. */
export async function pack(folder) {
  const said = await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {
    folder: '.',
  });
  // A list, or by name since npm 11.
  const [packed] = /** @type {Packed[]} */ (Object.values(JSON.parse(said)));
  if (!packed) throw new Error('npm pack packed nothing');
  const files = packed.files.map(({ path }) => path);
  await rename(join(folder, packed.filename), join(folder, 'package.tgz'));
  return { files, title: `${packed.filename}: ${files.length} files, ${(packed.size / 1000).toFixed(0)} kB` };
}

/**
 * A folder with copies of the named templates and of files of the docs (by the names they get), and what was packed installed beside the named packages.
 *
 * @param {string} root
 * @param {{ name: string, templates?: string[], shown?: Record<string, string>, packages?: string[] }} consumer
 * @returns {Promise<string>} The folder.
 */
export async function install(root, { name, templates = [], shown = {}, packages = [] }) {
  const folder = join(root, name);
  for (const template of templates) await cp(join(TEMPLATES, template), folder, { recursive: true });
  for (const [as, file] of Object.entries(shown)) await cp(join(DOCS, file), join(folder, as));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  await cp(SAMPLE, join(folder, 'conversation.json'));
  await run('npm', ['install', ...QUIET, join(root, 'package.tgz'), ...packages], { folder });
  return folder;
}
