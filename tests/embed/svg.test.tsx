import { createRef } from 'react';
import { act, render } from '@testing-library/react';
import { assert, property, string } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { textWidth } from '../../src/core/layout/text';
import { buildTimeline, parseConversations, type Timeline } from '../../src/core/index';
import { renderSvg, type SvgOptions } from '../../src/embed/svg';
import { themeOf } from '../../src/timeline/figure/to-svg';
import { ParticipantTimeline, type ParticipantTimelineHandle } from '../../src/timeline/index';
import { SURFACE_SHADES } from '../../src/ui/palette';
import {
  at,
  everyKind,
  lane,
  milestone,
  seg,
  timeline as conversationOf,
  track,
  usualCall,
} from '../fixtures/timelines';

function xml(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

const texts = (document: Document) => [...document.querySelectorAll('text')].map((text) => text.textContent);
const options: SvgOptions = { timeZone: 'Europe/Berlin', locale: 'en-GB' };

describe('renderSvg', () => {
  it.each(['light', 'dark'] as const)('draws a picture that stands alone (%s)', (theme) => {
    for (const timeline of [usualCall(), everyKind()]) {
      const svg = renderSvg(timeline, { ...options, theme });
      const document = xml(svg);
      expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
      expect(svg).not.toMatch(/var\(|style=|<style|NaN|undefined|href=|currentColor/);
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      expect(used).not.toEqual([]);
      expect(ids).toEqual(expect.arrayContaining(used));
    }
  });

  it('names the participants, the times of the zone and the types', () => {
    const timeline = usualCall();
    const document = xml(renderSvg(timeline, options));
    for (const { label } of timeline.lanes) expect(texts(document)).toContain(label);
    expect(texts(document)).toContain('10:04');
    expect(texts(document)).toEqual(expect.arrayContaining(['Hold', 'Connected']));
    expect(document.querySelector('[data-segment="hold"][data-certainty="recorded"]')).not.toBeNull();
    expect(texts(xml(renderSvg(timeline, { ...options, timeZone: 'UTC' })))).toContain('09:04');
  });

  it('names the media of who has several, beside their tracks', () => {
    const named = texts(xml(renderSvg(everyKind(), options)));
    expect(named.filter((text) => text === 'Voice' || text === 'Co-browse')).toEqual(['Voice', 'Co-browse']);
  });

  it('says what each of them is beside the bars, too', () => {
    expect(texts(xml(renderSvg(usualCall(), options)))).toEqual(
      expect.arrayContaining(['Customer · +15550100142', 'Agent · Billing – Tier 1']),
    );
  });

  it('has the overlays that are asked for, and those that the view names rather', () => {
    const controlled = (more: SvgOptions) =>
      xml(renderSvg(usualCall(), { ...options, ...more })).querySelector('[data-link="controlling"]') !==
      null;
    const without = { overlays: { control: false } };
    expect(controlled({})).toBe(true);
    expect(controlled(without)).toBe(false);
    expect(controlled({ ...without, view: { overlays: { control: true } } })).toBe(true);
    expect(controlled({ overlays: { control: true }, view: without })).toBe(false);
  });

  it('explains the looks that it has, within its width', () => {
    for (const width of [300, 1200]) {
      const document = xml(renderSvg(everyKind(), { ...options, width }));
      const said = [...document.querySelectorAll('svg > g:not(:first-of-type) > text')].filter((text) =>
        text.parentElement?.getAttribute('transform')?.startsWith('translate('),
      );
      expect(said.map(({ textContent }) => textContent)).toEqual(
        expect.arrayContaining(['Hold', 'Screen monitoring', 'end inferred', 'still running', 'planned']),
      );
      for (const text of said) {
        const [, left] = /\(([\d.]+)/.exec(text.parentElement?.getAttribute('transform') ?? '') ?? [];
        const end = Number(left) + Number(text.getAttribute('x')) + textWidth(text.textContent ?? '', 12);
        expect(end).toBeLessThanOrEqual(width);
      }
    }
  });

  it('frames what is selected, if it is shown, and fills the range that is marked', () => {
    const [accent] = SURFACE_SHADES.accent;
    const marks = (view: SvgOptions['view']) => {
      const document = xml(renderSvg(usualCall(), { ...options, view }));
      return ['stroke', 'fill'].map((name) => document.querySelectorAll(`rect[${name}="${accent}"]`).length);
    };
    const tie = { selected: 'jonas/~controlling/0' };
    expect(marks({})).toEqual([0, 0]);
    expect(marks({ selected: 'jonas/jonas-call/2' })).toEqual([1, 0]);
    expect(marks(tie)).toEqual([1, 0]);
    expect(marks({ ...tie, overlays: { control: false } })).toEqual([0, 0]);
    expect(marks({ measured: { start: at('1:00'), end: at('2:00') } })).toEqual([0, 1]);
  });

  it('is called as the conversation is, in which nothing is unseen', () => {
    const document = xml(renderSvg({ ...usualCall(), title: 'A\u202eB' }, options));
    expect(document.querySelector('title')?.textContent).toBe('A⟨U+202E⟩B');
    expect(texts(document)).toContain('A⟨U+202E⟩B');
  });

  it('tells of nobody who is hidden, in no text of it', () => {
    const svg = renderSvg(usualCall(), {
      ...options,
      view: { hidden: ['maya'], overlays: { control: false } },
    });
    expect(svg).toContain('Jonas Weber');
    expect(svg).not.toContain('Maya Okafor');
  });

  it('says how long the conversation took, without an evaluation of days later', () => {
    const call = usualCall();
    const [first, ...others] = call.lanes;
    if (!first) throw new Error('No lane');
    const evaluated = milestone('evaluation-released', '7200:00');
    const lanes = [{ ...first, milestones: [...first.milestones, evaluated] }, ...others];
    const said = (timeline: Timeline) =>
      texts(xml(renderSvg(timeline, options))).find((text) => text?.includes('Europe/Berlin'));
    expect(said({ ...call, lanes, end: evaluated.at })).toBe(said(call));
  });

  it('shows what the view shows', () => {
    const timeline = usualCall();
    const part = renderSvg(timeline, { ...options, view: { range: { start: at('0:00'), end: at('0:10') } } });
    expect(texts(xml(part))).toContain('10:02:04');
    const elapsed = renderSvg(timeline, { ...options, view: { clock: 'elapsed' } });
    expect(texts(xml(elapsed))).toContain('2:00');
    const first = timeline.lanes[0];
    const folded = renderSvg(timeline, { ...options, view: { folded: first ? [first.id] : [] } });
    const height = (svg: string) => Number(xml(svg).documentElement.getAttribute('height'));
    expect(height(folded)).toBeLessThan(height(renderSvg(timeline, options)));
    const compact = renderSvg(timeline, { ...options, compact: true });
    expect(height(compact)).toBeLessThan(height(renderSvg(timeline, options)));
  });

  it('names legs that share a row once, by the first of them', () => {
    const leg = (id: string, label: string, from: string, to: string) =>
      lane(id, label, { userId: 'u', tracks: [track(id, [seg('connected', from, to)])] });
    const legs = conversationOf([leg('1', 'Mia', '0:00', '1:00'), leg('2', 'Mia (home)', '2:00', '3:00')]);
    expect(texts(xml(renderSvg(legs, options)))).toContain('Mia (home)');
    const joined = texts(xml(renderSvg(legs, { ...options, view: { joined: ['u'] } })));
    expect(joined).toContain('Mia');
    expect(joined).not.toContain('Mia (home)');
  });

  it('says day and zone as the axis does: the first day of it, and both names where clocks are changed', () => {
    const moved = (to: string, view: SvgOptions['view'] = {}) => {
      const by = Date.parse(to) - at('0:00');
      const lanes = [
        lane('a', 'Ada', {
          tracks: [
            track('t', [
              { ...seg('connected', '0:00', '0:00'), start: by + at('0:00'), end: by + at('9:00') },
            ]),
          ],
        }),
      ];
      const call = { ...conversationOf(lanes), start: by + at('0:00'), end: by + at('9:00') };
      return texts(xml(renderSvg(call, { ...options, view }))).join('\n');
    };
    expect(moved('2026-11-18T23:00:02Z')).toContain('Thu, 19 Nov 2026 · Europe/Berlin (CET)');
    const next = { start: Date.parse('2026-11-19T23:01:00Z'), end: Date.parse('2026-11-19T23:05:00Z') };
    expect(moved('2026-11-19T22:58:00Z', { range: next })).toContain('Fri, 20 Nov 2026 · ');
    const [start, end] = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T02:30:00Z')];
    expect(moved('2026-10-25T00:58:00Z', { range: { start, end } })).toContain('(CEST/CET)');
  });

  it('writes no time of the axis over another, where a folded gap brings them close', () => {
    for (let end = 10; end < 60; end++) {
      const told = [seg('connected', '0:00', `0:${end}`), seg('connected', `600:${end}`, '601:00')];
      const call = conversationOf([lane('a', 'A', { tracks: [track('t', told)] })]);
      const document = xml(renderSvg(call, { ...options, width: 600, view: { idle: 'folded' } }));
      const times = [...document.querySelectorAll('text[text-anchor="middle"][font-size="11.5"]')].map(
        (text) => ({ x: Number(text.getAttribute('x')), half: textWidth(text.textContent ?? '', 11.5) / 2 }),
      );
      expect(times.length).toBeGreaterThan(0);
      let free = 0;
      for (const { x, half } of times) {
        expect(x - half).toBeGreaterThanOrEqual(free);
        free = x + half;
      }
    }
  });

  it('says over a folded gap how much it hides, in fewer words where there is less room', () => {
    const apart = (...starts: number[]) =>
      conversationOf([
        lane('a', 'A', {
          tracks: [
            track(
              't',
              starts.map((hour) => seg('connected', `${hour * 60}:00`, `${hour * 60 + 1}:00`)),
            ),
          ],
        }),
      ]);
    /** None over another, and all of them within the picture. */
    const hidden = (call: Timeline, more: object = { view: { idle: 'folded' } }) => {
      const document = xml(renderSvg(call, { ...options, ...more }));
      let free = 0;
      const said = [...document.querySelectorAll('text[font-size="10"]')].flatMap((element) => {
        const text = element.textContent ?? '';
        if (!/hidden|^\d+:\d\d:\d\d$/.test(text)) return [];
        const [x, half] = [Number(element.getAttribute('x')), textWidth(text, 10) / 2];
        expect(x - half).toBeGreaterThanOrEqual(free);
        free = x + half;
        return [text];
      });
      expect(free).toBeLessThanOrEqual(Number(document.documentElement.getAttribute('width')));
      return said;
    };
    expect(hidden(apart(0, 5))).toEqual(['4:59:00 hidden']);
    expect(hidden(apart(0, 5), {})).toEqual([]);
    expect(hidden(apart(0, 5, 12))).toEqual(['4:59:00 hidden', '6:59:00 hidden']);
    const close = hidden(apart(0, 5, 12, 20), { width: 320, view: { idle: 'folded' } });
    expect(close).toEqual(['4:59:00', '6:59:00', '7:59:00']);
    const starts = Array.from({ length: 20 }, (_, at) => at * 5);
    const many = hidden(apart(...starts), { width: 320, view: { idle: 'folded' } });
    expect(many.length).toBeGreaterThan(2);
    expect(many.length).toBeLessThan(19);
    // One that begins at the edge is told beside it, and leaves its word to the other.
    const call = apart(0, 5, 12);
    const HOUR = 3_600_000;
    const range = { start: call.start - 60_000, end: call.start + 6 * HOUR };
    expect(hidden(call, { view: { idle: 'folded', range } })).toEqual(['4:59:00 hidden', '6:59:00 hidden']);
  });

  it('says what lies out of its sight', () => {
    const call = conversationOf([
      lane('a', 'A', { tracks: [track('t', [seg('connected', '0:00', '14:00')])] }),
      lane('q', 'Q', { purpose: 'acd', tracks: [track('q', [seg('queued', '0:00', '1:00')])] }),
      lane('b', 'B', { tracks: [track('s', [seg('connected', '8:00', '87840:00')])] }),
    ]);
    const said = (view?: SvgOptions['view']) =>
      texts(xml(renderSvg(call, { ...options, width: 400, view }))).filter((text) => text?.includes('sight'));
    expect(said()).toEqual(['Out of sight: 60 days 23 hours after.']);
    expect(said({ range: { start: at('87820:00'), end: at('87840:00') } })).toEqual([
      'Out of sight: 60 days 23 hours before.',
    ]);
    expect(said({ range: { start: at('0:00'), end: at('87840:00') } })).toEqual([]);
  });

  it('lets no line run through a name above its bars, beside which it says what each is', () => {
    const document = xml(renderSvg(usualCall(), { ...options, width: 340, theme: 'light' }));
    const ground = document.querySelector('svg > rect')?.getAttribute('fill');
    for (const words of [
      ['Maya Okafor', 'Customer · +15550100142'],
      ['Jonas Weber', 'Agent · Billing – Tier 1'],
    ]) {
      const text = [...document.querySelectorAll('text')].find((one) => one.textContent === words.join(''));
      const under = text?.previousElementSibling;
      expect(under?.getAttribute('fill')).toBe(ground);
      const end = Number(under?.getAttribute('x')) + Number(under?.getAttribute('width'));
      expect(end).toBeGreaterThan(Number(text?.getAttribute('x')) + textWidth(words.join(''), 12));
      expect(end).toBeLessThanOrEqual(340);
    }
  });

  it.each([340, 1200])('lets no long name run over what is beside it, at %d', (width) => {
    const name = 'Rindfleischetikettierungsüberwachungsaufgaben '.repeat(5);
    const ada = lane('a', name, { tracks: [track('t', [seg('connected', '0:00', '1:00')])] });
    const document = xml(renderSvg({ ...conversationOf([ada]), title: name }, { ...options, width }));
    const plot = Number(document.querySelector('svg svg')?.getAttribute('x'));
    const long = [...document.querySelectorAll('text')].filter((text) =>
      text.textContent?.startsWith('Rind'),
    );
    expect(long).toHaveLength(2);
    for (const [place, text] of long.entries()) {
      const size = place === 0 ? 15 : 13;
      const end = Number(text.getAttribute('x')) + textWidth(text.textContent ?? '', size);
      expect(end).toBeLessThanOrEqual(place === 0 || width < 600 ? width : plot);
    }
  });

  it.each([['{"filter":7}'], ['{"range":"x"}'], ['{"folded":3}'], ['{"moved":[null]}'], ['7']])(
    'leaves out of a view what is none: %s',
    (json) => {
      const timeline = usualCall();
      expect(renderSvg(timeline, { ...options, view: JSON.parse(json) })).toBe(renderSvg(timeline, options));
    },
  );

  it('is as wide as asked for, from 280 on, and takes no nonsense', () => {
    const width = (value: number) =>
      Number(xml(renderSvg(usualCall(), { ...options, width: value })).documentElement.getAttribute('width'));
    expect([600, 10, Number.NaN, 1e9].map(width)).toEqual([600, 280, 1200, 16_000]);
    const nonsense = { view: { range: { start: Number.NaN, end: 3 } }, timeZone: 'No/Where', locale: '!' };
    expect(texts(xml(renderSvg(usualCall(), nonsense)))).toContain('Hold');
  });

  it('stays well-formed whatever the names hold', () => {
    assert(
      property(string({ unit: 'binary' }), string(), (name, id) => {
        const hostile = `${name}<a href="javascript:">&amp;]]>\u0000\ufffe\ud800`;
        const lanes = [
          lane(id, hostile, { tracks: [track('t', [seg('hold', '0:00', '1:00', { label: name })])] }),
        ];
        const document = xml(renderSvg({ ...conversationOf(lanes), title: hostile }, options));
        expect(document.querySelector('a')).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('says so where nobody took part', () => {
    expect(renderSvg(conversationOf([]), options)).toContain('Nothing to draw');
  });

  it('shows no date and no axis where nobody told a time', () => {
    const untimed = buildTimeline(
      parseConversations({ participants: [{ purpose: 'agent', state: 'connected' }] }).conversations[0]!,
    );
    const document = xml(renderSvg(untimed, options));
    expect(texts(document)).toContain(
      'Nothing can be placed in time: none of these participants says when anything happened.',
    );
    expect(document.documentElement.textContent).not.toMatch(/19(69|70)|00:00/);
    expect(texts(document)).toContain('Agent');
  });
});

describe('toSvg of the component', () => {
  it('is the same picture as renderSvg makes', async () => {
    const ref = createRef<ParticipantTimelineHandle>();
    render(<ParticipantTimeline ref={ref} conversation={everyKind()} theme="light" {...options} />);
    const svg = (await ref.current?.toSvg({ width: 900 })) ?? '';
    const other = renderSvg(everyKind(), { ...options, width: 900 });
    expect(xml(svg).documentElement.isEqualNode(xml(other).documentElement)).toBe(true);
  });

  it('is as wide as shown where hosts pass on that they say nothing', async () => {
    const ref = createRef<ParticipantTimelineHandle>();
    const { container } = render(<ParticipantTimeline ref={ref} conversation={usualCall()} {...options} />);
    Object.defineProperty(container.querySelector('.pt-root'), 'clientWidth', { value: 700 });
    const svg = await ref.current?.toSvg({ width: undefined, theme: undefined });
    expect(xml(svg ?? '').documentElement.getAttribute('width')).toBe('700');
  });

  it('has rows as low as shown where hosts pass on that they say nothing', async () => {
    const ref = createRef<ParticipantTimelineHandle>();
    render(<ParticipantTimeline ref={ref} conversation={usualCall()} compact {...options} />);
    const svg = await ref.current?.toSvg({ width: 900, theme: 'light', compact: undefined });
    const low = renderSvg(usualCall(), { ...options, width: 900, compact: true });
    expect(xml(svg ?? '').documentElement.isEqualNode(xml(low).documentElement)).toBe(true);
  });

  it.each([
    ['rgb(15, 23, 42)', 'light'],
    ['rgb(232, 238, 247)', 'dark'],
    ['oklch(0.968 0.007 247.896)', 'dark'],
    ['oklch(0.279 0.041 260.031)', 'light'],
    ['lab(90 -2 -8)', 'dark'],
    ['color(display-p3 0.1 0.1 0.2)', 'light'],
    ['color(srgb 0.9 0.9 1)', 'dark'],
  ])('has the theme that is seen, of words in %s', (color, theme) => {
    const seen = vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue({ color } as CSSStyleDeclaration);
    expect(themeOf(document.body)).toBe(theme);
    seen.mockRestore();
  });

  it('stays well-formed whatever a name holds', async () => {
    const ref = createRef<ParticipantTimelineHandle>();
    const hostile = conversationOf([lane('a', 'Ada \ufffe\ud800<&')]);
    render(<ParticipantTimeline ref={ref} conversation={hostile} {...options} />);
    const document = xml((await ref.current?.toSvg({ width: 900 })) ?? '');
    expect(texts(document).join('\n')).toMatch(/Ada .*<&/);
  });

  it('has high contrast where that was asked for', () => {
    const root = document.createElement('div');
    root.dataset['theme'] = 'high-contrast';
    expect(themeOf(root)).toBe('high-contrast');
  });

  it('follows the view', async () => {
    const ref = createRef<ParticipantTimelineHandle>();
    render(<ParticipantTimeline ref={ref} conversation={usualCall()} {...options} />);
    act(() => ref.current?.zoomTo({ start: at('0:00'), end: at('0:10') }));
    expect(texts(xml((await ref.current?.toSvg()) ?? ''))).toContain('10:02:04');
  });
});
