import type { Scene } from './scene';
import { analyticsScenes } from './scenes/analytics';
import { overlayScenes } from './scenes/overlays';
import { snapshotScenes } from './scenes/snapshot';
import { streamScenes } from './scenes/streams';

/** Every scene, in the order of the rules. */
export const scenes: readonly Scene[] = [
  ...snapshotScenes,
  ...overlayScenes,
  ...streamScenes,
  ...analyticsScenes,
];

/** The rules that a scene is owed. */
export const RULES: readonly string[] = [
  ...Array.from({ length: 12 }, (_, at) => `4.${at + 1}`),
  ...Array.from({ length: 6 }, (_, at) => `5.${at + 1}`),
  '6',
  '7',
];
