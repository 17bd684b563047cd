import type { Step } from '../core/view/walk';

export type Command =
  | { kind: 'walk'; step: Step }
  | { kind: 'zoom'; factor: number }
  | { kind: 'pan'; share: number }
  | {
      kind:
        | 'follow'
        | 'back'
        | 'open'
        | 'fold'
        | 'hide'
        | 'pin'
        | 'moveUp'
        | 'moveDown'
        | 'join'
        | 'idle'
        | 'find'
        | 'clear'
        | 'fit'
        | 'fitSelection'
        | 'measure'
        | 'unmeasure'
        | 'clock'
        | 'help';
    };

interface Key {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const ZOOM = 1.4;
/** Of the screen: how far one step moves. */
export const SHARE = 0.2;

/** By place on the keyboard, so that W A S D form their cross on every layout. */
const BY_CODE: { readonly [code: string]: Command } = {
  KeyW: { kind: 'zoom', factor: ZOOM },
  KeyS: { kind: 'zoom', factor: 1 / ZOOM },
  KeyA: { kind: 'pan', share: -SHARE },
  KeyD: { kind: 'pan', share: SHARE },
  KeyF: { kind: 'fitSelection' },
  KeyT: { kind: 'clock' },
  KeyM: { kind: 'measure' },
  KeyH: { kind: 'hide' },
  KeyP: { kind: 'pin' },
  KeyK: { kind: 'moveUp' },
  KeyJ: { kind: 'moveDown' },
  KeyL: { kind: 'join' },
  KeyG: { kind: 'idle' },
};

const BY_KEY: { readonly [key: string]: Command } = {
  '+': { kind: 'zoom', factor: ZOOM },
  '=': { kind: 'zoom', factor: ZOOM },
  '-': { kind: 'zoom', factor: 1 / ZOOM },
  '−': { kind: 'zoom', factor: 1 / ZOOM },
  '0': { kind: 'fit' },
  '?': { kind: 'help' },
  '/': { kind: 'find' },
  ArrowLeft: { kind: 'walk', step: 'previous' },
  ArrowRight: { kind: 'walk', step: 'next' },
  ',': { kind: 'walk', step: 'previousMark' },
  '.': { kind: 'walk', step: 'nextMark' },
  ']': { kind: 'follow' },
  '[': { kind: 'back' },
  ArrowUp: { kind: 'walk', step: 'above' },
  ArrowDown: { kind: 'walk', step: 'below' },
  Home: { kind: 'walk', step: 'first' },
  End: { kind: 'walk', step: 'last' },
  Enter: { kind: 'open' },
  ' ': { kind: 'fold' },
  Escape: { kind: 'clear' },
};

const WITH_SHIFT: { readonly [key: string]: Command } = {
  ArrowUp: { kind: 'zoom', factor: ZOOM },
  ArrowDown: { kind: 'zoom', factor: 1 / ZOOM },
  ArrowLeft: { kind: 'pan', share: -SHARE },
  ArrowRight: { kind: 'pan', share: SHARE },
};

/** What a key pressed in the timeline means; the browser keeps all that come with Ctrl, ⌘ or Alt. */
export function commandFor(event: Key): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.shiftKey && event.code === 'KeyM') return { kind: 'unmeasure' };
  if (event.shiftKey && WITH_SHIFT[event.key]) return WITH_SHIFT[event.key];
  return BY_KEY[event.key] ?? BY_CODE[event.code];
}
