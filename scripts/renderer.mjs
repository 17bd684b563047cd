import { resolve } from 'node:path';

/**
 * What stands for React in the file of the custom element, and in the tests that hold the two to each other: a
 * page that knows no React has no use for what a third of that file would otherwise be.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const renderer = {
  'react-dom/client': resolve('src/embed/element/root.ts'),
  'react-dom': 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
  react: 'preact/compat',
};
