import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Wire } from '../../src/core/layout/scene';
import type { LinkKind } from '../../src/core/model/timeline';
import { LinkPills, Links } from '../../src/timeline/draw/links';
import { LINK_SHADES } from '../../src/ui/palette';
import { contrast, plainPaint } from '../../src/ui/plain-paint';

const KINDS = Object.keys(LINK_SHADES) as LinkKind[];

function drawn(...wires: Partial<Wire>[]): Element[] {
  const links = wires.map(
    (wire, index): Wire => ({
      index,
      laneId: 'a',
      kind: 'controlling',
      certainty: 'recorded',
      x: 40,
      from: 10,
      to: 90,
      ...wire,
    }),
  );
  const { container } = render(
    <svg>
      <Links links={links} paint={plainPaint('light')} />
    </svg>,
  );
  return [...container.querySelectorAll('[data-link]')];
}

function lookOf(element: Element | null): string {
  return ['stroke-dasharray', 'stroke-width', 'stroke-opacity']
    .map((name) => element?.getAttribute(name) ?? '')
    .join('|');
}

it('draws each kind of tie in a way of its own, also where its colour is not seen', () => {
  const line = 'M40 10V90';
  const looks = drawn(...KINDS.map((kind) => ({ kind, line }))).map((tie) =>
    lookOf(tie.querySelector(`[d="${line}"]`)),
  );
  expect(new Set(looks).size).toBe(KINDS.length);
});

it('draws a stretch of control otherwise where it is inferred, and what lies ahead fainter', () => {
  const stretch = { left: 10, right: 90, y: 20, width: 3, path: 'M10 20H90' };
  const looks = (['recorded', 'inferred', 'planned'] as const).map((certainty) =>
    lookOf(drawn({ certainty, stretch })[0]?.querySelector('[d="M10 20H90"]') ?? null),
  );
  expect(new Set(looks).size).toBe(3);
  expect(looks[0]).toBe('|3|'); // without a dash
  expect(looks[2]).toMatch(/\|0\.\d+$/);
});

it.each(KINDS)('says what %s is in ink that can be read', (kind) => {
  const pill = { left: 10, top: 10, width: 60, height: 14, text: 'its name' };
  const wire: Wire = { index: 0, laneId: 'a', kind, certainty: 'recorded', from: 10, to: 90, pill };
  const { container } = render(
    <svg>
      <LinkPills links={[wire]} paint={plainPaint('dark')} />
    </svg>,
  );
  const fillOf = (tag: string) => container.querySelector(tag)?.getAttribute('fill') ?? '';
  expect(container.querySelector('text')?.textContent).toBe('its name');
  expect(contrast(fillOf('rect'), fillOf('text'))).toBeGreaterThanOrEqual(4.5);
});

it('points to its other end, in its own colour', () => {
  const [tie] = drawn({ kind: 'barge', certainty: 'inferred', arrow: 'M36 84L40 90L44 84Z' });
  const head = tie?.querySelector('[d="M36 84L40 90L44 84Z"]');
  expect(head?.getAttribute('fill')).toBe(LINK_SHADES.barge[0]);
  expect(tie?.getAttribute('data-certainty')).toBe('inferred');
});

it('ends in a ring where the other end is not in the data, and in no other place', () => {
  const [open, whole] = drawn({ stub: 'unresolved', line: 'M40 10V90' }, { line: 'M40 10V90' });
  const ring = open?.querySelector('circle');
  expect([ring?.getAttribute('cx'), ring?.getAttribute('cy')]).toEqual(['40', '90']);
  expect(whole?.querySelector('circle')).toBeNull();
});
