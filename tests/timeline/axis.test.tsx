import { render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textWidth } from '../../src/core/layout/text';
import type { ViewInit } from '../../src/core/view/view';
import { ParticipantTimeline } from '../../src/timeline/index';
import { diagram } from '../fixtures/diagram';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const start = Date.parse('2026-11-19T09:02:00Z');

/** Four agents of a chat, each at work for twelve minutes, on four days. */
function chatOfDays() {
  const agents = [0, DAY + HOUR, 2 * DAY + 11 * HOUR, 3 * DAY].map(
    (at, index) => `agent-${index}: connected ${start + at}-${start + at + 12 * MINUTE}`,
  );
  return diagram(agents.join('\n'));
}

/** What stands at the ticks of the axis, where something does. */
function ticks(view: ViewInit, width: number): string[] {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  const { container } = render(
    <ParticipantTimeline conversation={chatOfDays()} view={view} timeZone="UTC" locale="en-GB" />,
  );
  const texts = [...container.querySelectorAll('.pt-tick')].map(({ textContent }) => textContent);
  return texts.filter((text) => text !== '\u200b');
}

beforeEach(() => vi.restoreAllMocks());
afterEach(() => vi.restoreAllMocks());

test('an axis with idle gaps names each of its days and times', () => {
  expect(ticks({}, 900)).toEqual(['12:00', '20 Nov', '12:00', '21 Nov', '12:00', '22 Nov']);
});

test('behind a folded gap the axis says of which day its times are', () => {
  expect(ticks({ idle: 'folded' }, 1440)).toEqual([
    '09:05',
    '09:10',
    '20 Nov 10:05',
    '10:10',
    '21 Nov 20:05',
    '20:10',
    '22 Nov 09:05',
    '09:10',
  ]);
});

test('time since the start has no days', () => {
  const texts = ticks({ idle: 'folded', clock: 'elapsed' }, 1440);
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.join(' ')).not.toContain('Nov');
});

test('no time at a tick is under the word at the end of the data, which is kept within the picture', () => {
  const end = start + 70 * MINUTE;
  const live = { ...diagram(`agent: connected ${start}-${end} running`), live: true, end };
  // The word is moved from the line by more or less; a tick is every ten minutes.
  for (const width of [500, 560, 620, 700, 800, 900, 1000]) {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
    const { container, unmount } = render(
      <ParticipantTimeline conversation={live} timeZone="UTC" locale="en-GB" />,
    );
    const boxes = [...container.querySelectorAll<HTMLElement>('.pt-tick, .pt-now')]
      .filter(({ textContent }) => textContent !== '\u200b')
      .map(({ textContent: text, style }) => ({
        text,
        from: parseFloat(style.left) - textWidth(text, 11.5) / 2,
        to: parseFloat(style.left) + textWidth(text, 11.5) / 2,
      }));
    const word = boxes.find(({ text }) => text === 'data ends');
    const under = boxes.filter(({ from, to }) => from < (word?.to ?? 0) && to > (word?.from ?? 0));
    expect(
      under.map(({ text }) => text),
      `${width}`,
    ).toEqual(['data ends']);
    unmount();
  }
});
