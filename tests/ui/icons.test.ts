import {
  AudioLines,
  Bot,
  ChevronDown,
  ChevronRight,
  ChevronUp,
  CircleUser,
  Clock3,
  Ellipsis,
  Globe,
  Headset,
  IdCard,
  Keyboard,
  ListRestart,
  Maximize2,
  Megaphone,
  Minimize2,
  Phone,
  Pin,
  Printer,
  Rows3,
  Search,
  Timer,
  UnfoldHorizontal,
  UserRound,
  UsersRound,
  Voicemail,
  Workflow,
  X,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ICONS } from '../../src/ui/icons';

/** The pictures the timeline uses. */
const SET = {
  AudioLines,
  Bot,
  ChevronDown,
  ChevronRight,
  ChevronUp,
  CircleUser,
  Clock3,
  Ellipsis,
  Globe,
  Headset,
  IdCard,
  Keyboard,
  ListRestart,
  Maximize2,
  Megaphone,
  Minimize2,
  Phone,
  Pin,
  Printer,
  Rows3,
  Search,
  Timer,
  UnfoldHorizontal,
  UserRound,
  UsersRound,
  Voicemail,
  Workflow,
  X,
  ZoomIn,
  ZoomOut,
};

type Numbers = { readonly [name: string]: number };

function roundedBox({ x = 0, y = 0, width = 0, height = 0, rx = 0 }: Numbers): string {
  const corner = (dx: number, dy: number) => `a${rx} ${rx} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + rx} ${y}h${width - 2 * rx}${corner(rx, rx)}v${height - 2 * rx}${corner(-rx, rx)}` +
    `h${2 * rx - width}${corner(-rx, -rx)}v${2 * rx - height}${corner(rx, -rx)}z`
  );
}

/** Any element of the set as a path. */
function pathOf(tag: string, text: { readonly [name: string]: string }): string {
  const numbers = Object.fromEntries(Object.entries(text).map(([name, value]) => [name, Number(value)]));
  const { cx = 0, cy = 0, r = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0 } = numbers;
  switch (tag) {
    case 'path': {
      // After the end of another path a relative start would be relative to that.
      const d = text['d'] ?? '';
      const start = /^m([\d.]+)[ ,]?(-?[\d.]+)\s*(.*)$/.exec(d);
      if (!start) return d;
      const rest = start[3] ?? '';
      return `M${start[1]} ${start[2]}${/^[-\d.]/.test(rest) ? 'l' : ''}${rest}`;
    }
    case 'circle':
      return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    case 'line':
      return `M${x1} ${y1}L${x2} ${y2}`;
    case 'rect':
      return roundedBox(numbers);
    default:
      throw new Error(`No path for ${tag}`);
  }
}

function iconPath(icon: LucideIcon): string {
  const markup = renderToStaticMarkup(createElement(icon));
  const inside = markup.replace(/^<svg[^>]*>/, '');
  return [...inside.matchAll(/<(\w+)([^>]*)>/g)]
    .map(([, tag = '', attributes = '']) => {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        value,
      ]);
      return pathOf(tag, Object.fromEntries(pairs));
    })
    .join('');
}

function iconsFile(): string {
  const lines = Object.entries(SET).map(([name, icon]) => {
    const key = `  ${name[0]?.toLowerCase()}${name.slice(1)}:`;
    const text = `'${iconPath(icon)}',`;
    // As the formatter would: a short key keeps its value beside it.
    const below = name.length > 3 && key.length + text.length >= 110;
    return `${key}${below ? '\n    ' : ' '}${text}`;
  });
  return [
    '// Written by tests/ui/icons.test.ts from lucide-react: `npx vitest run tests/ui/icons -u`.\n',
    '/** Pictures of the Lucide set (ISC licence), each as one path on a square of 24; drawn with round lines. */',
    'export const ICONS = {',
    ...lines,
    '} as const;\n',
    'export type IconName = keyof typeof ICONS;\n',
  ].join('\n');
}

it('has the icons as the set has them', async () => {
  await expect(iconsFile()).toMatchFileSnapshot('../../src/ui/icons.ts');
});

it('says every path from a start of its own', () => {
  for (const path of Object.values(ICONS)) expect(path).toMatch(/^M[\d.]+ [\d.]+/);
});
