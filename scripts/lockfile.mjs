/**
 * A lockfile made on one machine must install on every other: all platforms' native packages are in it (npm
 * drops silently what a registry lacks, and `npm ci` then fails), and no registry's address is.
 */
import { readFileSync } from 'node:fs';

/** @type {{ packages: Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }> }} */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));

const faults = Object.entries(packages).flatMap(([path, entry]) => [
  ...(entry.resolved ? [`${path}: names an address (see .npmrc)`] : []),
  ...Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !installed.has(name))
    .map((name) => `${path}: ${name} is missing`),
]);

console.log(faults.join('\n') || `${installed.size} packages, complete`);
process.exitCode = faults.length > 0 ? 1 : 0;
