/**
 * The browsers that tests drive. Chromium: $CHROMIUM_PATH, else the system's, else the distribution's package,
 * else Playwright's download; the one without a window first, as the pages that make up the window of the other
 * take a third of the processor's time. Firefox: $FIREFOX_PATH, else the system's, else the distribution's package; without
 * one its tests are skipped. WebKit: the driver of its port for Linux and a display to put it on, if both are there.
 * Run as a program it installs Chromium and Firefox where they are not found.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const MAC_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} names */
function inPath(names) {
  const { PATH = '' } = process.env;
  const files = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return files.find(isProgram);
}

/** @returns {string | undefined} */
export function findFirefox() {
  const { FIREFOX_PATH } = process.env;
  if (FIREFOX_PATH) return FIREFOX_PATH;
  return inPath(['firefox-esr', 'firefox']) ?? [MAC_FIREFOX].find(isProgram);
}

/** @returns {{ driver: string, xvfb: string } | undefined} It is 120 MB, so who wants it tested installs it. */
export function findWebKit() {
  const driver = inPath(['WebKitWebDriver']);
  const xvfb = inPath(['Xvfb']);
  return driver && xvfb ? { driver, xvfb } : undefined;
}

/** @param {string[]} names */
function chromiumOf(names) {
  return inPath(names) ?? [MAC].find(isProgram);
}

/**
 * @returns {string | undefined} Path of the browser; none means Playwright's own, if that is installed.
 */
export function findBrowser() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return chromiumOf(NAMES);
}

/** @returns {string | undefined} A Chromium with a window, if there is one: the other keeps no page for going back to. */
export function findWindowed() {
  return chromiumOf(NAMES.filter((name) => name !== 'chromium-headless-shell'));
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, parameters) {
  console.log(`$ ${command} ${parameters.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/** Ubuntu's package of that name is a mere pointer to a snap, hence Debian only. */
function isDebianRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

function installBrowser() {
  if (isDebianRoot() && run('apt-get', ['update'])) {
    const install = (/** @type {string} */ name) =>
      run('apt-get', ['install', '-y', name, 'fonts-liberation']) && findBrowser() !== undefined;
    if (install('chromium-headless-shell') || install('chromium')) return true;
  }
  return run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

/** Nothing is downloaded that the distribution does not pack: tests of Firefox are then skipped, and say so. */
function installFirefox() {
  return isDebianRoot() && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'firefox-esr']);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!findBrowser() && !installBrowser()) {
    console.error('No Chromium: install one, or name it in CHROMIUM_PATH.');
    process.exitCode = 1;
  } else {
    console.log(`Browser: ${findBrowser() ?? "Playwright's own"}`);
  }
  if (!findFirefox()) installFirefox();
  console.log(`Firefox: ${findFirefox() ?? 'none, so its tests are skipped'}`);
  console.log(`WebKit: ${findWebKit()?.driver ?? 'none, so its tests are skipped'}`);
}
