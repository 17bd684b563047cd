import angular from './angular.txt?raw';
import plainPage from './plain-page.txt?raw';
import plain from './plain.txt?raw';
import svelte from './Timeline.svelte?raw';
import vue from './Timeline.vue?raw';

export type Framework = 'vue' | 'svelte' | 'angular' | 'plain';
export const FRAMEWORKS: readonly Framework[] = ['vue', 'svelte', 'angular', 'plain'];

interface File {
  name: string;
  code: string;
}

const VITE = `import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const isCustomElement = (tag) => tag === 'participant-timeline';
export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
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
  plain: [
    { name: 'index.html', code: plain },
    { name: 'page.js', code: plainPage },
  ],
};
