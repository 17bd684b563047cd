import { describe, expect, it } from 'vitest';
import { commandFor } from '../../src/timeline/keys';
import { englishHelp } from '../../src/ui/help-words';

type Pressed = Parameters<typeof commandFor>[0];

function press(code: string, key: string, held: Partial<Pressed> = {}): string | undefined {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const command = commandFor({ ...plain, code, key, ...held });
  if (command?.kind === 'zoom') return command.factor > 1 ? 'zoom in' : 'zoom out';
  if (command?.kind === 'pan') return command.share > 0 ? 'right' : 'left';
  return command?.kind === 'walk' ? command.step : command?.kind;
}

describe('W A S D', () => {
  it.each([
    ['QWERTY', 'w', 'a', 's', 'd'],
    ['AZERTY', 'z', 'q', 's', 'd'],
    ['Dvorak', ',', 'a', 'o', 'e'],
    ['Colemak', 'w', 'a', 'r', 's'],
    ['Cyrillic', 'ц', 'ф', 'ы', 'в'],
    ['capitals', 'W', 'A', 'S', 'D'],
  ])('keep their places on %s', (_, w, a, s, d) => {
    expect([press('KeyW', w), press('KeyA', a), press('KeyS', s), press('KeyD', d)]).toEqual([
      'zoom in',
      'left',
      'zoom out',
      'right',
    ]);
  });
});

describe('other letters', () => {
  it('are those that the key types', () => {
    expect(press('Semicolon', 'm')).toBe('measure'); // AZERTY
    expect(press('Semicolon', 'M', { shiftKey: true })).toBe('unmeasure');
    expect(press('KeyM', ',')).toBe('previousMark');
    expect(press('KeyK', 't')).toBe('clock'); // Dvorak
    expect(press('KeyI', 'c')).toBe('rowMenu');
    expect(press('KeyF', 'u')).toBeUndefined();
  });

  it('stand at their places where other scripts are typed', () => {
    expect(press('KeyT', 'е')).toBe('clock');
    expect(press('KeyF', 'φ')).toBe('fitSelection');
    expect(press('KeyM', 'Ь', { shiftKey: true })).toBe('unmeasure');
    expect(press('Digit0', 'à')).toBe('fit'); // AZERTY without Shift
  });
});

describe('arrows with Shift', () => {
  it('zoom and pan as W S A D do', () => {
    const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
    expect(arrows.map((arrow) => press(arrow, arrow, { shiftKey: true }))).toEqual([
      'zoom in',
      'zoom out',
      'left',
      'right',
    ]);
  });
});

describe('Enter', () => {
  it('opens, and with Shift extends what is marked', () => {
    expect(press('Enter', 'Enter')).toBe('open');
    expect(press('Enter', 'Enter', { shiftKey: true })).toBe('extend');
    expect(press('NumpadEnter', 'Enter', { shiftKey: true })).toBe('extend');
  });
});

describe('signs', () => {
  it('are found wherever the keyboard has them', () => {
    expect(press('Digit7', '/', { shiftKey: true })).toBe('find');
    expect(press('Minus', '?', { shiftKey: true })).toBe('help');
    expect(press('BracketRight', '+')).toBe('zoom in');
    expect(press('Slash', '-')).toBe('zoom out');
    expect(press('BracketRight', ']')).toBe('follow');
    expect(press('Digit6', ']', { altKey: true })).toBe('follow'); // a German keyboard on macOS
    expect(press('Digit8', '[', { ctrlKey: true, altKey: true })).toBe('back'); // and on Windows
    expect(press('Slash', '؟', { shiftKey: true })).toBe('help'); // Arabic
  });

  it('stand at their places in scripts that have none', () => {
    expect([press('BracketLeft', 'х'), press('BracketRight', 'ъ')]).toEqual(['back', 'follow']);
    expect([press('BracketLeft', 'ج'), press('BracketRight', 'د')]).toEqual(['back', 'follow']);
  });

  it('of no meaning here have none', () => {
    expect(press('KeyP', ';')).toBeUndefined(); // Colemak
    expect(press('Digit0', ')', { shiftKey: true })).toBeUndefined();
  });
});

describe('what comes with Ctrl, ⌘ or Alt', () => {
  it('is the browser’s', () => {
    expect(press('KeyW', 'w', { ctrlKey: true })).toBeUndefined();
    expect(press('KeyF', 'f', { metaKey: true })).toBeUndefined();
    expect(press('KeyD', 'd', { altKey: true })).toBeUndefined();
    expect(press('Digit0', '0', { ctrlKey: true })).toBeUndefined();
    expect(press('BracketLeft', '[', { metaKey: true })).toBeUndefined();
    expect(press('BracketLeft', '[', { ctrlKey: true })).toBeUndefined();
  });
});

describe('the list of keys', () => {
  const NAMES: { [listed: string]: string } = {
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '−': '-',
    Space: ' ',
    Esc: 'Escape',
  };
  const does = (key: string, shiftKey = false) =>
    press(/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, key, { shiftKey });
  const listed = englishHelp.keys
    .map(([keys]) => keys.replace(' or click', '').replace(/(?<=\w),/g, ''))
    .filter((keys) => !/wheel|drag|click/i.test(keys))
    .map((keys) => keys.replace('arrows', '← Shift + → Shift + ↑ Shift + ↓'))
    .flatMap((keys) => [...keys.matchAll(/(Shift \+ )?(Home|End|Enter|Space|Esc|\S)/g)])
    .map(([, shift, name = '']) => [NAMES[name] ?? name, shift !== undefined] as const);

  it('has no key that does nothing', () => {
    expect(listed.filter(([key, shift]) => does(key, shift) === undefined)).toEqual([]);
    expect(listed.filter(([key, shift]) => shift && does(key, true) === does(key))).toEqual([]);
  });

  it('has all that keys do', () => {
    const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
    const others = ['Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Backspace', 'Delete', 'Insert', 'F1', 'F2'];
    const all = [...signs, ...Object.values(NAMES), 'Enter', ...others];
    const done = new Set(all.flatMap((key) => [does(key), does(key, true)]));
    expect(new Set([undefined, ...listed.map(([key, shift]) => does(key, shift))])).toEqual(done);
  });
});
