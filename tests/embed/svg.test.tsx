import { createRef } from 'react';
import { act, render } from '@testing-library/react';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTimeline, parseConversations } from '../../src/core/index';
import { renderSvg, type SvgOptions } from '../../src/embed/svg';
import { ParticipantTimeline, type ParticipantTimelineHandle } from '../../src/timeline/index';
import {
  at,
  everyKind,
  lane,
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
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
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

  it('shows what the view shows', () => {
    const timeline = usualCall();
    const part = renderSvg(timeline, { ...options, view: { range: { start: at('0:00'), end: at('0:10') } } });
    expect(texts(xml(part))).toContain('10:02:05');
    const elapsed = renderSvg(timeline, { ...options, view: { clock: 'elapsed' } });
    expect(texts(xml(elapsed))).toContain('2:00');
    const first = timeline.lanes[0];
    const folded = renderSvg(timeline, { ...options, view: { folded: first ? [first.id] : [] } });
    const height = (svg: string) => Number(xml(svg).documentElement.getAttribute('height'));
    expect(height(folded)).toBeLessThan(height(renderSvg(timeline, options)));
  });

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

  it('follows the view', async () => {
    const ref = createRef<ParticipantTimelineHandle>();
    render(<ParticipantTimeline ref={ref} conversation={usualCall()} {...options} />);
    act(() => ref.current?.zoomTo({ start: at('0:00'), end: at('0:10') }));
    expect(texts(xml((await ref.current?.toSvg()) ?? ''))).toContain('10:02:05');
  });
});
