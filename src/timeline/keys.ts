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
        | 'rowMenu'
        | 'idle'
        | 'find'
        | 'clear'
        | 'fit'
        | 'fitSelection'
        | 'measure'
        | 'extend'
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
const CROSS: { readonly [code: string]: Command } = {
  KeyW: { kind: 'zoom', factor: ZOOM },
  KeyS: { kind: 'zoom', factor: 1 / ZOOM },
  KeyA: { kind: 'pan', share: -SHARE },
  KeyD: { kind: 'pan', share: SHARE },
};

const BY_KEY: { readonly [key: string]: Command } = {
  f: { kind: 'fitSelection' },
  t: { kind: 'clock' },
  m: { kind: 'measure' },
  h: { kind: 'hide' },
  p: { kind: 'pin' },
  k: { kind: 'moveUp' },
  j: { kind: 'moveDown' },
  l: { kind: 'join' },
  c: { kind: 'rowMenu' },
  g: { kind: 'idle' },
  '+': { kind: 'zoom', factor: ZOOM },
  '=': { kind: 'zoom', factor: ZOOM },
  '-': { kind: 'zoom', factor: 1 / ZOOM },
  '0': { kind: 'fit' },
  '?': { kind: 'help' },
  '/': { kind: 'find' },
  ArrowLeft: { kind: 'walk', step: 'previous' },
  ArrowRight: { kind: 'walk', step: 'next' },
  ',': { kind: 'walk', step: 'previousMark' },
  '.': { kind: 'walk', step: 'nextMark' },
  ']': { kind: 'follow' },
  '[': { kind: 'back' },
  // By their places, where scripts without these signs have letters.
  bracketright: { kind: 'follow' },
  bracketleft: { kind: 'back' },
  slash: { kind: 'help' },
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
  m: { kind: 'unmeasure' },
  Enter: { kind: 'extend' },
};

/**
 * The letter or sign a key stands for: the one it types, and where that is of another script (Cyrillic, Greek, Arabic …)
 * the one that stands at its place on the keyboard in Latin.
 */
function signOf({ key, code }: Key): string {
  if (key <= '~') return key.length > 1 ? key : key.toLowerCase();
  return code.replace(/Key|Digit/, '').toLowerCase();
}

/** What a key pressed in the timeline means; the browser keeps all that come with Ctrl, ⌘ or Alt. */
export function commandFor(event: Key): Command | undefined {
  // Many keyboards have the brackets behind Alt or AltGr, which some systems tell of as Ctrl and Alt.
  const bracket = '[]'.includes(event.key) && event.ctrlKey <= event.altKey;
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !bracket)) return undefined;
  const sign = signOf(event);
  return (event.shiftKey ? WITH_SHIFT[sign] : undefined) ?? CROSS[event.code] ?? BY_KEY[sign];
}
