import { defineConfig } from 'vitest/config';
import { coreTests } from './vitest.config';

/** For mutants, whose runner takes all projects of a config: the core's tests alone. */
export default defineConfig({ test: coreTests });
