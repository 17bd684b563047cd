import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { markId, parseMarkId } from '../../../src/core/view/mark-id';
import { findMark, linkMarks, rangeOfMark } from '../../../src/core/view/marks';
import { viewFrom } from '../../../src/core/view/view-from';
import { snapped } from '../../../src/core/view/snap';
import { markAt, otherEnd, placeOf, walk } from '../../../src/core/view/walk';
import type { Timeline } from '../../../src/core/index';
import { agent, customer, draw, second, stream } from '../../fixtures/stream';
import {
  at,
  everyKind,
  lane,
  link,
  milestone,
  seg,
  timeline,
  track,
  usualCall,
} from '../../fixtures/timelines';

describe('markId', () => {
  it('survives any ids of the data', () => {
    const name = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(name, name, fc.nat(100_000), (laneId, trackId, index) => {
        const key = { kind: 'segment' as const, laneId, trackId, index };
        expect(parseMarkId(markId(key))).toEqual(key);
        for (const kind of ['role', 'milestone', 'limit'] as const) {
          expect(parseMarkId(markId({ kind, laneId, index }))).toEqual({ kind, laneId, index });
        }
        expect(parseMarkId(markId({ kind: 'lane', laneId }))).toEqual({ kind: 'lane', laneId });
      }),
    );
    const control = { kind: 'link' as const, link: 'controlling', laneId: '~role', index: 3 };
    expect(parseMarkId(markId(control))).toEqual(control);
    for (const id of ['~role', '~controlling', '~', '%7E']) {
      const key = { kind: 'segment' as const, laneId: id, trackId: id, index: 0 };
      expect(parseMarkId(markId(key))).toEqual(key);
    }
  });

  it('takes nonsense for nothing', () => {
    for (const id of ['', 'a/b', 'a/b/c', 'a/b/-1', 'a/b/1/2', '~peer/0', 'a/~role/1e3', null, 5, {}]) {
      expect(parseMarkId(id)).toBeUndefined();
    }
  });
});

describe('findMark', () => {
  const call = usualCall();

  it('finds every kind of mark by its id', () => {
    expect(findMark(call, 'jonas/jonas-call/2')).toMatchObject({
      kind: 'segment',
      segment: { type: 'hold' },
    });
    expect(findMark(call, 'jonas/~role/0')).toMatchObject({ kind: 'role', role: { role: 'viewer' } });
    expect(findMark(call, 'jonas/~limit/1')).toMatchObject({ kind: 'limit', limit: { kind: 'acw' } });
    expect(findMark(call, 'priya/~milestone/0')).toMatchObject({ kind: 'milestone' });
    expect(findMark(call, 'priya/~controlling/0')).toMatchObject({
      kind: 'link',
      from: { id: 'priya' },
      to: { id: 'maya' },
    });
    expect(findMark(call, 'lena')).toMatchObject({ kind: 'lane' });
  });

  it('finds each link by the id that it has among all', () => {
    const marks = linkMarks(call);
    expect(marks.length).toBeGreaterThan(5);
    for (const mark of marks) expect(findMark(call, mark?.id ?? '')).toEqual(mark);
    expect(columnsOf(call).links).toEqual(marks);
  });

  it('finds nothing where nothing is', () => {
    for (const id of [
      'jonas/jonas-call/9',
      'nobody',
      'jonas/other/0',
      'jonas/~peer/0',
      'nobody/~peer/0',
      'jonas/~role/7',
    ]) {
      expect(findMark(call, id)).toBeUndefined();
    }
  });

  it('knows when marks lie', () => {
    const range = (id: string) => {
      const mark = findMark(call, id);
      return mark && rangeOfMark(mark);
    };
    expect(range('jonas/jonas-call/2')).toEqual({ start: at('5:00'), end: at('6:12') });
    expect(range('jonas')).toEqual({ start: at('1:24'), end: at('9:50') });
    expect(range('jonas/~limit/0')).toEqual({ start: at('1:54'), end: at('1:54') });
    expect(range('jonas/~transfer/0')).toEqual({ start: at('8:40'), end: at('8:40') });
  });
});

describe('ids of marks', () => {
  //  customer  ████████████████████   shares the browser
  //  agent     ██████  transfers to agent-2, who controls it from 40 and 60 on
  const sharing = { id: 's', state: 'connected', startTime: 0, connectedTime: 0, cobrowseSessionId: 'S' };
  const guest = customer({ cobrowsesessions: [{ ...sharing, cobrowseRole: 'sharer' }] });
  const call = { id: 'k', state: 'connected', startTime: 0, connectedTime: 0 };
  const gone = agent({
    calls: [{ ...call, state: 'terminated', disconnectedTime: 20, disconnectType: 'transfer', peer: 's' }],
  });
  const helper = (controlling: string[]) =>
    second({
      cobrowsesessions: [
        { ...sharing, id: 't', startTime: 20, connectedTime: 20, cobrowseRole: 'viewer', controlling },
      ],
    });
  const input = stream(
    'eventTime',
    [
      [20, guest, gone, helper([])],
      [40, guest, gone, helper(['customer'])],
      [50, guest, gone, helper([])],
      [60, guest, gone, helper(['customer'])],
    ],
    { media: '' },
  ) as unknown[];

  it('name the same links while a conversation grows', () => {
    const looks = input.map((_, last) => draw(input.slice(0, last + 1)));
    const named = (timeline: Timeline) =>
      new Map(linkMarks(timeline).map((mark) => [mark?.id, mark && [mark.link.kind, mark.link.start]]));
    expect(looks.map(({ links }) => links.length)).toEqual([2, 3, 3, 4]);
    const last = named(looks[3] as Timeline);
    expect(last.size).toBe(4);
    for (const look of looks) for (const [id, link] of named(look)) expect(last.get(id)).toEqual(link);
  });
});

describe('walk', () => {
  it('passes over what is switched off on a lane without segments, too', () => {
    const milestones = [
      milestone('evaluation-assigned', '0:10'),
      milestone('start', '0:20'),
      milestone('evaluation-submitted', '0:30'),
      milestone('end', '0:40'),
      milestone('evaluation-released', '0:50'),
    ];
    const talk = lane('a', 'Ada', { tracks: [track('a', [seg('connected', '0:00', '1:00')])] });
    const columns = columnsOf(timeline([talk, lane('b', 'Ben', { milestones })]));
    const ground = { columns, overlays: viewFrom({ overlays: { evaluations: false } }).overlays };
    const from = (place: number) => ({ row: 1, place });
    expect(walk(ground, from(1), 'next')).toEqual(from(3));
    expect(walk(ground, from(3), 'next')).toEqual(from(3));
    expect(walk(ground, from(3), 'previous')).toEqual(from(1));
    expect(walk(ground, from(3), 'first')).toEqual(from(1));
    expect(walk(ground, from(1), 'last')).toEqual(from(3));
    expect(walk(ground, { row: 0, place: 0 }, 'below')).toEqual(from(1));
    expect(walk({ columns }, from(1), 'next')).toEqual(from(2));
  });

  it('comes from above and below to what is on then, not to what began later and is over', () => {
    const talk = track('call', [seg('connected', '0:00', '5:00'), seg('acw', '5:00', '6:00')]);
    const blip = track('browse', [seg('sharing', '1:00', '1:10')], 'cobrowse');
    const other = lane('b', 'Ben', {
      tracks: [track('b', [seg('hold', '3:00', '4:00'), seg('hold', '7:00', '8:00')])],
    });
    const columns = columnsOf(timeline([lane('a', 'Ada', { tracks: [talk, blip] }), other]));
    expect(walk({ columns }, { row: 1, place: 0 }, 'above')).toEqual({ row: 0, place: 0 });
    expect(walk({ columns }, { row: 1, place: 1 }, 'above')).toEqual({ row: 0, place: 2 });
    expect(walk({ columns }, { row: 0, place: 0 }, 'below')).toEqual({ row: 1, place: 0 });
  });

  const columns = columnsOf(usualCall());

  it('goes through a lane and stops at its ends', () => {
    let place = { row: 3, place: 0 };
    const types: string[] = [];
    for (let n = 0; n < 6; n++) {
      const mark = markAt(columns, place);
      types.push(mark?.kind === 'segment' ? mark.segment.type : '');
      place = walk({ columns }, place, 'next');
    }
    expect(types).toEqual(['alerting', 'connected', 'hold', 'connected', 'acw', 'acw']);
    expect(walk({ columns }, place, 'first')).toEqual({ row: 3, place: 0 });
    expect(walk({ columns }, { row: 3, place: 0 }, 'last')).toEqual({ row: 3, place: 4 });
  });

  it('goes to what was on in the next lane at the time', () => {
    const hold = { row: 3, place: 2 };
    expect(walk({ columns }, hold, 'below')).toEqual({ row: 4, place: 0 });
    expect(walk({ columns }, { row: 4, place: 2 }, 'above')).toEqual({ row: 3, place: 3 });
    expect(walk({ columns }, { row: 0, place: 0 }, 'above')).toEqual({ row: 0, place: 0 });
  });

  it('merges the tracks of a lane in order of time, and finds its way back', () => {
    const two = columnsOf(everyKind());
    const starts = [0, 1, 2].map((place) => {
      const mark = markAt(two, { row: 1, place });
      expect(mark && placeOf(two, mark)).toEqual({ row: 1, place });
      return mark && rangeOfMark(mark).start;
    });
    expect(starts).toEqual([at('0:00'), at('2:00'), at('10:00')]);
  });
});

describe('snapped', () => {
  it('catches on the nearest end within reach only', () => {
    const columns = columnsOf(usualCall());
    expect(snapped(columns, at('5:00') + 900, 1000)).toBe(at('5:00'));
    expect(snapped(columns, at('5:00') - 900, 1000)).toBe(at('5:00'));
    expect(snapped(columns, at('4:00') + 0.4, 1000)).toBe(at('4:00'));
  });
});

describe('following a link', () => {
  //  a  ████████████    b is nobody's: a controls c from 10:04, and somebody unknown from 10:05
  //  b  ████████████
  //  c  ████████████
  const whole = [track('t', [seg('alerting', '10:00', '10:01'), seg('connected', '10:01', '10:09')])];
  const columns = columnsOf(
    timeline(
      [
        lane('a', 'A', { tracks: whole }),
        lane('b', 'B', { tracks: whole }),
        lane('c', 'C', { tracks: whole }),
      ],
      {
        links: [
          link('controlling', 'a', 'c', ['10:04', '10:06']),
          link('controlling', 'a', undefined, ['10:05', '10:06']),
          link('controlling', 'a', 'a', ['10:05', '10:06']),
        ],
      },
    ),
  );

  it('passes over ends that are nowhere, and over oneself', () => {
    expect(otherEnd({ columns }, { row: 0, place: 1 })).toEqual({ row: 2, place: 1, link: 0 });
    expect(otherEnd({ columns }, { row: 2, place: 1 })).toEqual({ row: 0, place: 1, link: 0 });
  });

  it('before there is any, the first is followed; without one nothing is', () => {
    expect(otherEnd({ columns }, { row: 0, place: 0 })).toEqual({ row: 2, place: 1, link: 0 });
    expect(otherEnd({ columns }, { row: 1, place: 1 })).toBeUndefined();
  });

  it('passes over links that are switched off', () => {
    const { overlays } = viewFrom({ overlays: { control: false } });
    expect(otherEnd({ columns, overlays }, { row: 0, place: 1 })).toBeUndefined();
    const peers = {
      ...columns.timeline,
      links: [...columns.timeline.links, link('peer', 'a', 'b', ['10:05', '10:06'])],
    };
    expect(
      otherEnd({ columns: columnsOf(peers), overlays: viewFrom().overlays }, { row: 0, place: 1 }),
    ).toEqual({
      row: 2,
      place: 1,
      link: 0,
    });
  });
});
