export const TAG = 'participant-timeline';

export const ATTRIBUTES = [
  'time-zone',
  'locale',
  'theme',
  'overlays',
  'now',
  'live',
  'read-only',
  'compact',
  'toolbar',
  'worker-url',
] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];
