/**
 * Measures one workload, named by its place, and prints what was found as JSON. In a process of its own: what the
 * engine learns from one kind of input makes its code for another slower, and who has one kind has mostly that.
 *
 *     node --expose-gc tests/bench/workload.mjs 0 7 20
 */
import { loadCore } from './core.mjs';
import { workloads } from './inputs.mjs';
import { measureMemory } from './memory.mjs';
import { measureSpeed } from './speed.mjs';

const [place, rounds, megabytes] = process.argv.slice(2).map(Number);
const workload = workloads(megabytes ?? Number.NaN)[place ?? Number.NaN];
if (workload === undefined || !rounds)
  throw new Error('Which workload, how many rounds, how many megabytes?');
const core = await loadCore();
const length = workload.texts.reduce((sum, text) => sum + text.length, 0);
const speed = measureSpeed(core, workload, rounds);
console.log(JSON.stringify({ name: workload.name, length, speed, memory: measureMemory(core, workload) }));
