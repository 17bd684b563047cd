import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  customer,
  draw,
  event,
  party,
  type Party,
  problems,
  queue,
  show,
  showLinks,
  showRoles,
} from '../../../fixtures/stream';

type Plain = Record<string, unknown>;

/** What an agent's topic tells, and what a queue's. */
const mine = (seconds: number, ...parties: Party[]) => event('metadata', [seconds, ...parties]);
const queues = (seconds: number, ...parties: Party[]) => ({
  ...mine(seconds, ...parties),
  topicName: 'v2.routing.queues.q1.conversations.calls',
});

const talk = { state: 'connected', connectedTime: 0 };
const free = agent({ ...talk, held: false });
const held = (more: Party = {}) => agent({ ...talk, held: true, ...more });
const over = agent({ ...talk, state: 'terminated', held: false, endTime: 60 });

// Topics tell the same, each at its own pace: just behind a change a look of another is from before it.
describe('a topic that lags behind another', () => {
  const lagging = (told: Party) => [
    mine(0, free),
    queues(0.1, free),
    mine(20.1, held(told)),
    queues(20.2, free),
    queues(21, held(told)),
    mine(30.1, free),
    queues(30.3, held(told)),
    queues(31, free),
    mine(60, over),
  ];

  test.each([
    ['with its start', { startHoldTime: 20 }, 20],
    ['without', {}, 20.1],
  ])('makes no two holds of one that is told %s', (_, told, start) => {
    const timeline = draw(lagging(told));
    expect(show(timeline, 'agent')).toBe(`connected 0-${start} | hold ${start}-30.1 | connected 30.1-60`);
    expect(measure(timeline).conversation.holds).toBe(1);
  });

  test('nor says of one without times that nothing tells since when', () => {
    const looks = [mine, queues, mine, queues, queues].map((topic, index) => ({
      // Each in its own words, or the second would be the first once more.
      ...topic(
        0,
        party({ ...(index === 2 || index === 4 ? held({ startHoldTime: 20 }) : free), name: topic.name }),
      ),
      metadata: {},
    }));
    const timeline = draw(looks, { now: 25 });
    expect(show(timeline, 'agent')).toBe('connected 0-20 | hold 20-25 running');
    expect(problems(timeline)).toEqual([]);
  });

  test('is news where it is the first to show a release, or tells its own hold anew', () => {
    const once = [mine(0, free), queues(0.1, free), mine(20, held()), queues(20.1, held())];
    expect(show(draw([...once, queues(30, free), mine(60, over)]), 'agent')).toBe(
      'connected 0-20 | hold 20-30 | connected 30-60',
    );
    expect(show(draw([...once, mine(30, free), mine(30.3, held()), mine(60, over)]), 'agent')).toBe(
      'connected 0-20 | hold 20-30 | connected 30-30.3 | hold 30.3-60',
    );
  });

  test.each<[string, Party, Party, string]>([
    ['hold', { held: true, startHoldTime: 20 }, { startHoldTime: 20 }, ''],
    ['parked', { held: false, state: 'parked', parkTime: 20 }, { parkTime: 20 }, ' inferred'],
  ])('is news where it knows when the %s began that it shows to be over', (what, begun, known, end) => {
    const back = agent({ ...talk, held: false, ...known });
    const looks = [mine(0, free), queues(0.1, free), mine(20.1, agent({ ...talk, ...begun }))];
    expect(show(draw([...looks, queues(20.3, back), mine(50, back), mine(60, over)]), 'agent')).toBe(
      `connected 0-20 | ${what} 20-20.3 | connected 20.3-60`,
    );
    // Though it comes to say what the other did, of another.
    const again = agent({ ...talk, ...begun, [Object.keys(known)[0] as string]: 50 });
    expect(show(draw([...looks, queues(20.3, back), queues(50, again), mine(60, over)]), 'agent')).toBe(
      `connected 0-20 | ${what} 20-20.3 | connected 20.3-50 | ${what} 50-60${end}`,
    );
  });

  test('is news by its provider event, however near', () => {
    const at = (providerEventTime: number, more: Party) => agent({ ...talk, ...more, providerEventTime });
    const input = [
      mine(0, at(0, { held: false })),
      queues(20.1, at(20, { held: true })),
      mine(20.4, at(20.3, { held: false })),
      mine(50, at(50, { held: true })),
      mine(60, over),
    ];
    expect(show(draw(input), 'agent')).toBe('connected 0-20 | hold 20-20.3 | connected 20.3-50 | hold 50-60');
  });

  test('is news where it says something else than before', () => {
    const looks = [mine(0, free), queues(0.1, free), mine(20, held())];
    const parked = agent({ ...talk, held: false, state: 'parked' });
    expect(show(draw([...looks, queues(20.2, parked), queues(20.4, held()), mine(60, over)]), 'agent')).toBe(
      'connected 0-20 | hold 20-20.2 | parked 20.2-20.4 | hold 20.4-60',
    );
  });

  test('is news where the other says the same at the same time', () => {
    const looks = [mine(0, free), queues(20, held()), mine(20.2, free), queues(20.2, free), mine(50, held())];
    expect(show(draw([...looks, mine(60, over)]), 'agent')).toBe(
      'connected 0-20 | hold 20-20.2 | connected 20.2-50 | hold 50-60',
    );
  });

  test('is news long behind a change, though near behind one that says it again', () => {
    const looks = [mine(0, free), queues(0.1, free), mine(20, held()), mine(25, held())];
    expect(show(draw([...looks, queues(25.2, free), queues(50, held()), mine(60, over)]), 'agent')).toBe(
      'connected 0-20 | hold 20-25.2 | connected 25.2-50 | hold 50-60',
    );
  });

  test('is overtaken by none that says nothing of the leg', () => {
    const shown = customer({ state: 'connected' });
    const input = [{ ...mine(0, shown), metadata: {} }, queues(10, customer()), mine(20, shown), queues(60)];
    expect(show(draw(input), 'customer')).toBe('connected 20-60 inferred');
  });

  test('has told what came by it once more and was left out', () => {
    const untimed = (look: Party): Plain => ({ ...mine(0, look), metadata: {} });
    const [one, two] = [untimed(free), untimed(held({ startHoldTime: 20 }))];
    const three = untimed(agent({ ...talk, held: false, startHoldTime: 20 }));
    const byQueue = (event: Plain) => ({ ...event, topicName: queues(0).topicName });
    // The queue's topic repeats all so far, and is the first to tell of the release.
    const timeline = draw([one, byQueue(one), two, byQueue(two), byQueue(three)], { now: 40 });
    expect(show(timeline, 'agent')).toBe('connected 0-20 | hold 20-40 inferred');
    expect(problems(timeline, 'held-without-start')).toEqual([]);
  });

  test('makes no two parks of one, and leaves the resume that is ahead', () => {
    const parked = agent({ ...talk, state: 'parked', parkTime: 20, resumeTime: 90 });
    const input = [
      mine(0, free),
      queues(0.1, free),
      mine(20.1, parked),
      queues(20.2, free),
      queues(20.4, parked),
    ];
    expect(show(draw(input, { now: 30 }), 'agent')).toBe(
      'connected 0-20 | parked 20-30 running | parked 30-90 planned',
    );
  });

  test('takes nothing out of an offer, and talk is not begun twice', () => {
    const waiting = queue({ state: 'connected', connectedTime: 0 });
    const rings = agent({ state: 'alerting', startAlertingTime: 5 });
    const timeline = draw([
      mine(0, waiting),
      mine(5.1, waiting, rings),
      queues(5.2, waiting),
      queues(5.3, waiting, rings),
      mine(10.1, waiting, agent({ ...talk, connectedTime: 10 })),
      queues(10.2, waiting, rings),
      queues(10.3, waiting, agent({ ...talk, connectedTime: 10 })),
      mine(60, party({ ...waiting, endTime: 60 }), over),
    ]);
    expect(show(timeline, 'agent')).toBe('alerting 5-10 | connected 10-60');
  });

  const sharing = (role: string, ...controlling: string[]) =>
    agent({ ...talk, cobrowseSessionId: 'cb', cobrowseRole: role, controlling });
  test('cuts neither a role nor control', () => {
    const other = customer({ ...talk, cobrowseSessionId: 'cb', cobrowseRole: 'sharer' });
    const timeline = draw([
      mine(0, other, sharing('viewer')),
      queues(0.1, other, sharing('viewer')),
      mine(20, other, sharing('viewer', 'customer')),
      queues(20.2, other, sharing('viewer')),
      queues(20.4, other, sharing('viewer', 'customer')),
      mine(40, other, sharing('sharer', 'customer')),
      queues(40.2, other, sharing('viewer', 'customer')),
      queues(40.4, other, sharing('sharer', 'customer')),
      mine(60, other, over),
    ]);
    expect(showLinks(timeline, 'controlling')).toEqual(['controlling agent>customer 20-60']);
    expect(showRoles(timeline, 'agent')).toBe('viewer@cb 0-40 | sharer@cb 40-60');
  });

  const lasting: [string, Party, Party, string][] = [
    ['held', free, held(), 'connected 0-20 | hold 20-40 | connected 40-60'],
    ['parked', free, agent({ ...talk, state: 'parked' }), 'connected 0-20 | parked 20-40 | connected 40-60'],
  ];

  test.each(lasting)('is news where it says so long behind the other: %s', (_, before, between, expected) => {
    const looks = [mine(0, before), queues(20, between), mine(40, before), mine(60, over)];
    expect(show(draw(looks), 'agent')).toBe(expected);
    // As where the queue's topic tells all, too.
    expect(show(draw([...looks, mine(20.1, between), queues(40.1, before)]), 'agent')).toBe(expected);
  });

  test.each(lasting)(
    'is news where nothing follows by it that the other said: %s',
    (_, before, between, expected) => {
      const looks = [mine(0, before), queues(39.7, between), mine(40, before), mine(60, over)];
      expect(show(draw(looks), 'agent')).toBe(expected.replace('20', '39.7').replace('20', '39.7'));
    },
  );

  test('is news long behind the other, though it says later what that one said', () => {
    const looks = [mine(0, free), queues(20, held()), mine(40, free), mine(50, held()), mine(60, over)];
    expect(show(draw(looks), 'agent')).toBe('connected 0-20 | hold 20-40 | connected 40-50 | hold 50-60');
  });

  test('is late though a look between says nothing of the leg', () => {
    const looks = [mine(0, free), queues(0.1, free), mine(20, held()), mine(20.1, agent())];
    expect(show(draw([...looks, queues(20.2, free), queues(20.3, held()), mine(60, over)]), 'agent')).toBe(
      'connected 0-20 | hold 20-60',
    );
  });

  test('tells three holds, one after another, in turn with another', () => {
    const turns = [0, 10, 20, 30, 40, 50].map((seconds, place) =>
      place % 2 === 0 ? mine(seconds, free) : queues(seconds, held()),
    );
    expect(show(draw([...turns, mine(55, free), mine(60, over)]), 'agent')).toBe(
      'connected 0-10 | hold 10-20 | connected 20-30 | hold 30-40 | connected 40-50 | hold 50-55 | connected 55-60',
    );
  });

  test('is news of a role and of control', () => {
    const other = customer({ ...talk, cobrowseSessionId: 'cb', cobrowseRole: 'sharer' });
    const timeline = draw([
      mine(0, other, sharing('viewer')),
      queues(20, other, sharing('sharer', 'customer')),
      mine(40, other, sharing('viewer')),
      mine(60, other, over),
    ]);
    expect(showRoles(timeline, 'agent')).toBe('viewer@cb 0-20 | sharer@cb 20-40 | viewer@cb 40-60');
    expect(showLinks(timeline, 'controlling')).toEqual(['controlling agent>customer 20-40']);
  });

  test('says that a leg without times is held no more, where it is the last to speak', () => {
    const untimed = (look: Party): Plain => ({ ...mine(0, look), metadata: {} });
    const byQueue = { ...untimed(held({ startHoldTime: 20 })), topicName: queues(0).topicName };
    const timeline = draw([untimed(free), byQueue, untimed(free)], { now: 40 });
    expect(show(timeline, 'agent')).toBe('connected 0-20 | hold 20-40 inferred');
  });
});
