import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textWidth } from '../../src/core/layout/text';
import type { View, ViewInit } from '../../src/core/view/view';
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
function ticks(view: ViewInit, width: number, conversation = chatOfDays()): string[] {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  const { container } = render(
    <ParticipantTimeline conversation={conversation} view={view} timeZone="UTC" locale="en-GB" />,
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

test('a range drawn on the overview goes as far as it is seen to, over folded gaps, too', () => {
  const onViewChange = vi.fn<(view: View) => void>();
  const { container } = render(
    <ParticipantTimeline
      conversation={chatOfDays()}
      view={{ idle: 'folded' }}
      timeZone="UTC"
      onViewChange={onViewChange}
    />,
  );
  const strip = container.querySelector<HTMLElement>('.pt-overview');
  if (!strip) throw new Error('No overview');
  strip.setPointerCapture = () => undefined;
  const [first, second] = [...strip.querySelectorAll('rect')].map((rect) => {
    const [x = 0, width = 0] = ['x', 'width'].map((name) => Number(rect.getAttribute(name)));
    return { from: x, to: x + width };
  });
  const tell = (type: string, clientX = 0) =>
    fireEvent(strip, new PointerEvent(type, { pointerId: 1, clientX, bubbles: true }));
  tell('pointerdown', first?.to);
  tell('pointermove', second?.from);
  // From gap to gap, that is what one agent did.
  const segment = chatOfDays().lanes[1]?.tracks[0]?.segments[0];
  expect(onViewChange.mock.lastCall?.[0].measured).toEqual({ start: segment?.start, end: segment?.end });
});

test('no time lies on another, and each is of the day that was named last', () => {
  const hours: { [day: string]: RegExp } = { 19: /^09/, 20: /^10/, 21: /^15/ };
  // A tick stands right before each gap, and one right behind it.
  const agents = [0, DAY + 57.5 * MINUTE, 2 * DAY + 357.5 * MINUTE].map(
    (at, index) => `agent-${index}: connected ${start + at}-${start + at + 8.5 * MINUTE}`,
  );
  for (let width = 600; width <= 1440; width += 70) {
    const texts = ticks({ idle: 'folded' }, width, diagram(agents.join('\n')));
    expect(texts.join(), `${width}`).toContain('21 Nov 15');
    const boxes = [...document.querySelectorAll<HTMLElement>('.pt-tick')]
      .filter(({ textContent }) => textContent !== '\u200b')
      .map(({ textContent, style }) => ({
        at: parseFloat(style.left),
        half: textWidth(textContent, 11.5) / 2,
      }));
    const over = boxes.filter(({ at, half }, place) => {
      const before = boxes[place - 1];
      return before && at - half < before.at + before.half;
    });
    expect(over, `${width}`).toEqual([]);
    let day = '19';
    for (const text of texts) {
      const [time = '', , named = day] = text.split(' ').toReversed();
      day = named;
      expect(time, `${width}: ${texts.join(', ')}`).toMatch(hours[day] ?? 'another day');
    }
    cleanup();
  }
});

test('above the names stand the day in sight and the zone, or when the start was', () => {
  const midnight = Date.parse('2026-11-19T00:00:10Z');
  const call = diagram(`agent: connected ${midnight}-${midnight + 28 * MINUTE}`);
  const corner = (view: ViewInit) => {
    const { container } = render(
      <ParticipantTimeline conversation={call} view={view} timeZone="UTC" locale="en-GB" />,
    );
    const said = ['.pt-date', '.pt-zone'].map((part) => container.querySelector(part)?.textContent);
    cleanup();
    return said;
  };
  // Before it is some air, of the day before.
  expect(corner({})).toEqual(['Thu, 19 Nov 2026', 'UTC']);
  const before = { start: midnight - 5 * MINUTE, end: midnight - MINUTE };
  expect(corner({ range: before })).toEqual(['Wed, 18 Nov 2026', 'UTC']);
  expect(corner({ clock: 'elapsed' })).toEqual(['Time since start', 'Thu, 19 Nov 2026, 00:00:10.000']);
});

test('time since the start has no days', () => {
  const texts = ticks({ idle: 'folded', clock: 'elapsed' }, 1440);
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.join(' ')).not.toContain('Nov');
});

test('no time stands over the sides, which pages without a margin would scroll for', () => {
  const half = diagram(`agent: connected ${start}-${start + 28 * MINUTE}`);
  for (const width of [280, 320, 343, 390, 480, 599, 600, 720, 900]) {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
    const { container, unmount } = render(
      <ParticipantTimeline conversation={half} timeZone="UTC" locale="en-US" />,
    );
    const plot =
      container.querySelector<HTMLElement>('.pt-region')?.style.getPropertyValue('--pt-plot') ?? '';
    const side = width < 600 ? 10 : 24;
    const over = [...container.querySelectorAll<HTMLElement>('.pt-tick')]
      .filter(({ textContent }) => textContent !== '\u200b')
      .map(({ textContent, style }) => parseFloat(style.left) + textWidth(textContent, 11.5) / 2)
      .filter((right) => right > parseFloat(plot) + side);
    expect(over, `${width}`).toEqual([]);
    const places = [...container.querySelectorAll<HTMLElement>('.pt-tick')].map(({ style }) =>
      parseFloat(style.left),
    );
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(parseFloat(plot));
    unmount();
  }
});

test('the length of a range at either end stands over the bars', () => {
  const half = diagram(`agent: connected ${start}-${start + 28 * MINUTE}`);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(390);
  for (const at of [0, 27.8]) {
    const measured = { start: start + at * MINUTE, end: start + (at + 0.2) * MINUTE };
    const { container, unmount } = render(
      <ParticipantTimeline conversation={half} view={{ measured }} timeZone="UTC" locale="en-GB" />,
    );
    const length = container.querySelector<HTMLElement>('.pt-length');
    const middle = parseFloat(length?.style.left ?? '');
    const room = textWidth(length?.textContent ?? '', 11.5) / 2 + 7;
    expect(middle - room).toBeGreaterThanOrEqual(0);
    expect(middle + room).toBeLessThanOrEqual(390 - 20);
    unmount();
  }
});

test('of a range that is out of sight there is nothing, of a moment its line', () => {
  const half = diagram(`agent: connected ${start}-${start + 28 * MINUTE}`);
  const drawn = (from: number, to: number) => {
    const [measured, range] = [
      { start: start + from * MINUTE, end: start + to * MINUTE },
      { start: start + 5 * MINUTE, end: start + 10 * MINUTE },
    ];
    const { container, unmount } = render(
      <ParticipantTimeline conversation={half} view={{ measured, range }} timeZone="UTC" locale="en-GB" />,
    );
    const boxes = [...container.querySelectorAll<HTMLElement>('.pt-measured, .pt-length')];
    unmount();
    return boxes.map(({ textContent, style }) => textContent || style.width);
  };
  expect(drawn(0, 1)).toEqual([]);
  expect(drawn(12, 13)).toEqual([]);
  expect(drawn(7, 7)).toEqual(['0:00.000', '0px']);
  // What of it is in sight is drawn, and all of it told.
  expect(drawn(0, 28)).toEqual(['28:00', '684px']);
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
    const plot = container.querySelector<HTMLElement>('.pt-region')?.style.getPropertyValue('--pt-plot');
    expect(word?.to).toBeLessThan(parseFloat(plot ?? '') + (width < 600 ? 10 : 24));
    unmount();
  }
});

test('buttons of gaps close to each other lie not on one another, and words where there is room', () => {
  // An email that waits, is looked at for minutes, waits again, and is worked on for a day, twice.
  const hours = [0, 0.2, 28, 28.4, 167, 167.1];
  const at = (hour: number) => start + hour * HOUR;
  const agents = hours.flatMap((from, index) =>
    index % 2 ? [] : [`agent-${index}: connected ${at(from)}-${at(hours[index + 1] ?? from)}`],
  );
  const days = [168, 174, 180, 186, 500, 506, 512, 518].map(
    (from, index) => `agent-${index + 20}: hold ${at(from)}-${at(from + 5.6)}`,
  );
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  const { container } = render(
    <ParticipantTimeline
      conversation={diagram([...agents, ...days].join('\n'))}
      view={{ idle: 'folded' }}
      timeZone="UTC"
      locale="en-GB"
    />,
  );
  const buttons = [...container.querySelectorAll<HTMLElement>('.pt-gap')].map(({ textContent, style }) => {
    const half = textContent === '' ? 12 : textWidth(textContent, 11) / 2 + 14;
    return { from: parseFloat(style.left) - half, to: parseFloat(style.left) + half, textContent };
  });
  const over = buttons.filter(({ from }, index) => from < (buttons[index - 1]?.to ?? 0) - 1);
  expect(over).toEqual([]);
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['', '', '12d 20:24:00']);
});

test('a folded gap says from when to when as the axis does, and opens only where something can be done', () => {
  const gaps = (props: { view: ViewInit; readOnly?: boolean }) => {
    const { container, unmount } = render(
      <ParticipantTimeline conversation={chatOfDays()} timeZone="UTC" locale="en-GB" {...props} />,
    );
    const [first] = container.querySelectorAll<HTMLButtonElement>('.pt-gap');
    unmount();
    return { said: first?.title.split('\n')[1], disabled: first?.disabled };
  };
  expect(gaps({ view: { idle: 'folded' } })).toEqual({
    said: 'Thu, 19 Nov 2026, 09:14:00 to Fri, 20 Nov 2026, 10:02:00',
    disabled: false,
  });
  expect(gaps({ view: { idle: 'folded', clock: 'elapsed' }, readOnly: true })).toEqual({
    said: '12:00 to 1d 1:00:00',
    disabled: true,
  });
});
