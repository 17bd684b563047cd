import angular from './angular.txt?raw';
import jestConfig from './jest-config.txt?raw';
import jest from './jest.txt?raw';
import node from './node.txt?raw';
import plainPage from './plain-page.txt?raw';
import plain from './plain.txt?raw';
import svelte from './Timeline.svelte?raw';
import tsx from './tsx.txt?raw';
import vue from './Timeline.vue?raw';

export type Framework = 'vue' | 'svelte' | 'angular' | 'tsx' | 'plain' | 'node' | 'jest';
export const FRAMEWORKS: readonly Framework[] = ['vue', 'svelte', 'angular', 'tsx', 'plain', 'node', 'jest'];

interface File {
  name: string;
  code: string;
}

const VITE = `import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'participant-timeline' } } }),
  ],
});
`;

/** What scripts/consumers.mjs installs, builds and clicks through is what stands here. */
export const frameworkFiles: { readonly [framework in Framework]: readonly File[] } = {
  vue: [
    { name: 'Timeline.vue', code: vue },
    { name: 'vite.config.js', code: VITE },
  ],
  svelte: [{ name: 'Timeline.svelte', code: svelte }],
  angular: [{ name: 'timeline.ts', code: angular }],
  tsx: [{ name: 'participant-timeline-tag.d.ts', code: tsx }],
  plain: [
    { name: 'index.html', code: plain },
    { name: 'page.js', code: plainPage },
  ],
  node: [{ name: 'picture.mjs', code: node }],
  jest: [
    { name: 'jest.config.cjs', code: jestConfig },
    { name: 'timeline.test.jsx', code: jest },
  ],
};
