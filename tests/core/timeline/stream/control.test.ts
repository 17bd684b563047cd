import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  CLOCKS,
  customer,
  draw,
  event,
  iso,
  problems,
  reached,
  showLinks,
  stream,
  type Step,
} from '../../../fixtures/stream';

const cobrowse = { media: 'cobrowsesessions' };
const sharer = customer({
  state: 'connected',
  connectedTime: 0,
  cobrowseSessionId: 's',
  cobrowseRole: 'sharer',
});
const gone = { ...sharer, state: 'disconnected', endTime: iso(100) };
const viewing = { state: 'connected', connectedTime: 5, cobrowseSessionId: 's', cobrowseRole: 'viewer' };
const viewer = (controlling?: string[]) =>
  agent(controlling === undefined ? viewing : { ...viewing, controlling });
const left = agent({ ...viewing, state: 'disconnected', endTime: 90 });

const several: Step[] = [
  [0, sharer],
  [5, sharer, viewer([])],
  [10, sharer, viewer(['customer'])],
  [15, sharer, viewer(['customer'])],
  [20, sharer, viewer([])],
  [40, sharer, viewer(['customer'])],
  [55, sharer, viewer([])],
  [70, sharer, viewer(['customer'])],
  [90, sharer, left],
  [100, gone, left],
];

describe('control granted and revoked', () => {
  test.each(CLOCKS)('several times gives as many links with exact ends, time in %s', (clock) => {
    // A conversation in a HAR has to say its medium by its fields, which it does.
    const input = stream(clock, several, cobrowse);
    const timeline = draw(input);
    expect(showLinks(timeline, 'controlling')).toEqual([
      'controlling agent>customer 10-20',
      'controlling agent>customer 40-55',
      'controlling agent>customer 70-90',
    ]);
    expect(measure(timeline).conversation.controlled).toBe(45_000);
    expect(problems(timeline, 'dangling-reference')).toEqual([]);
  });

  test('the evidence names the grant, the revoke and both times', () => {
    const input = stream('eventTime', several, cobrowse);
    const [link] = draw(input).links.filter(({ kind }) => kind === 'controlling');
    expect(reached(input, link)).toEqual(expect.arrayContaining(['customer', iso(10), [], iso(20)]));
  });

  test('is a change of state that a provider event may tell of, as is a new role', () => {
    const seen = (seconds: number, more: Record<string, unknown>): Step => [
      seconds,
      sharer,
      agent({ ...viewing, providerEventTime: seconds, ...more }),
    ];
    const skews = (...steps: Step[]) =>
      problems(draw(stream('eventTime', steps, cobrowse), { now: 60 }), 'clock-skew').length;
    const granted = seen(20, { controlling: ['customer'] });
    expect(skews(seen(5, { controlling: [] }), granted)).toBe(0);
    expect(skews(seen(5, {}), granted)).toBe(0);
    expect(skews(granted, seen(40, { controlling: [] }))).toBe(0);
    expect(skews(seen(5, {}), seen(20, { cobrowseRole: 'sharer' }))).toBe(0);
    expect(skews(granted, seen(40, { controlling: ['customer'] }))).toBe(1);
    expect(skews(granted, seen(40, {}))).toBe(1);
  });

  test('a partial look that says nothing of control revokes nothing', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['customer'])],
        [15, sharer, viewer()],
        [20, sharer, viewer([])],
        [30, sharer, viewer([])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-20']);
  });

  test('open at the end of the data: running while the leg runs', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['customer'])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input, { now: 60 }), 'controlling')).toEqual([
      'controlling agent>customer 10-60 running',
    ]);
  });

  test('open when its own leg ended: to that end, recorded', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['customer'])],
        [91, sharer, { ...left, controlling: ['customer'] }],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input, { now: 95 }), 'controlling')).toEqual(['controlling agent>customer 10-90']);
  });

  test('first seen when its own leg was over: at that end, inferred, and never behind it', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [95, sharer, { ...left, controlling: ['customer', 'nobody'] }],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input, { now: 99 }), 'controlling')).toEqual([
      'controlling agent>customer 90-90 inferred',
      'controlling agent>?nobody 90-90 inferred',
    ]);
  });

  test('open when the controlled leg ended first: to that end', () => {
    const away = { ...sharer, state: 'disconnected', endTime: iso(30) };
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['customer'])],
        [31, away, viewer(['customer'])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input, { now: 60 }), 'controlling')).toEqual(['controlling agent>customer 10-30']);
  });

  test('granted already in the first look: from that look, inferred', () => {
    const input = stream(
      'eventTime',
      [
        [10, sharer, viewer(['customer'])],
        [20, sharer, viewer([])],
        [100, gone, left],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-20 inferred']);
  });

  test('granted in the look in which the leg appears', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer],
        [10, sharer, viewer(['customer'])],
        [20, sharer, viewer([])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-20']);
  });

  test('revoked by the leg’s leaving the list', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['customer'])],
        [25, sharer],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input, { now: 60 }), 'controlling')).toEqual(['controlling agent>customer 10-25']);
  });

  test('one of two ids revoked: each has its own stretch', () => {
    const other = agent({ ...viewing, id: 'x' });
    const input = stream(
      'eventTime',
      [
        [0, sharer, other, viewer([])],
        [10, sharer, other, viewer(['customer', 'x'])],
        [20, sharer, other, viewer(['x'])],
        [30, sharer, other, viewer([])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling').toSorted()).toEqual([
      'controlling agent>customer 10-20',
      'controlling agent>x 10-30',
    ]);
  });

  test('another order of the ids changes nothing', () => {
    const other = agent({ ...viewing, id: 'x' });
    const input = stream(
      'eventTime',
      [
        [0, sharer, other, viewer([])],
        [10, sharer, other, viewer(['customer', 'x'])],
        [20, sharer, other, viewer(['x', 'customer'])],
        [30, sharer, other, viewer([])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling').toSorted()).toEqual([
      'controlling agent>customer 10-30',
      'controlling agent>x 10-30',
    ]);
  });

  test('an id named twice in one list is one grant', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['customer', 'customer'])],
        [20, sharer, viewer([])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-20']);
  });

  test('over somebody who is nobody here: a stub with the same exact ends, and a problem', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [10, sharer, viewer(['gone'])],
        [20, sharer, viewer([])],
      ],
      cobrowse,
    );
    const timeline = draw(input);
    expect(showLinks(timeline, 'controlling')).toEqual(['controlling agent>?gone 10-20']);
    expect(problems(timeline, 'dangling-reference')).toMatchObject([{ severity: 'warning' }]);
    expect(measure(timeline).conversation.controlled).toBe(0);
  });

  test('events without a time only show that there was control: over the overlap, inferred', () => {
    const input = stream(
      'none',
      [
        [undefined, sharer, viewer([])],
        [undefined, sharer, viewer(['customer'])],
        [undefined, gone, { ...left, controlling: [] }],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 5-90 inferred']);
  });

  test('an event without a time that shows a change first leaves its time to the next that shows it', () => {
    const input = stream(
      'eventTime',
      [
        [0, sharer, viewer([])],
        [undefined, sharer, viewer(['customer'])],
        [10, sharer, viewer(['customer'])],
        [undefined, sharer, viewer([])],
        [20, sharer, viewer([])],
        [30, sharer, viewer([])],
        [100, gone, left],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-20 inferred']);
  });

  test('control that an event without a time is the first to show at all is as old as its leg', () => {
    const input = stream(
      'eventTime',
      [
        [undefined, sharer, viewer(['customer'])],
        [10, sharer, viewer(['customer'])],
        [20, sharer, viewer([])],
      ],
      cobrowse,
    );
    expect(showLinks(draw(input, { now: 30 }), 'controlling')).toEqual([
      'controlling agent>customer 5-20 inferred',
    ]);
  });

  test('in full events the track that carries it has it', () => {
    const session = (id: string, fields: Record<string, unknown>) => ({
      cobrowsesessions: [{ id, state: 'connected', cobrowseSessionId: 's', ...fields }],
    });
    const look = (seconds: number, controlling: string[]) =>
      event(
        'eventTime',
        [seconds, agent(session('a-browse', { controlling })), customer(session('c-browse', {}))],
        { media: '' },
      );
    const timeline = draw([look(0, []), look(10, ['c-browse']), look(20, [])], { now: 30 });
    expect(timeline.links.filter(({ kind }) => kind === 'controlling')).toMatchObject([
      { from: { laneId: 'agent', trackId: 'a-browse' }, to: { laneId: 'customer', trackId: 'c-browse' } },
    ]);
    expect(showLinks(timeline, 'controlling')).toEqual(['controlling agent>customer 10-20']);
  });
});
