import { readdirSync, readFileSync } from 'node:fs';
import { assert, json, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/core/facts/bounds';
import { factsOf } from '../../../src/core/facts/facts';
import type { Facts } from '../../../src/core/model/facts';
import { buildTimeline, measure, parseConversations } from '../../../src/core/index';
import { hoursOf } from '../../../src/core/facts/hours';
import { diagram } from '../../fixtures/diagram';
import { agent, analytics, customer, iso, party, rest, s, speaker } from '../../fixtures/payload';

function facts(input: unknown): Facts {
  const [conversation] = parseConversations(input).conversations;
  if (!conversation) throw new Error('No conversation in the payload');
  return factsOf(conversation);
}

const queue = party('acd', {
  queueId: 'q-1',
  queueName: 'Billing',
  calls: [{ S: 10, C: 10, E: 40, state: 'disconnected', direction: 'inbound' }],
});
const missed = agent({
  id: 'a-1',
  name: 'Ann',
  userId: 'u-1',
  queueId: 'q-1',
  calls: [{ A: 20, E: 30, state: 'disconnected', direction: 'inbound' }],
});
const worker = agent({
  id: 'a-2',
  name: 'Ben',
  userId: 'u-2',
  queueId: 'q-1',
  teamId: 't-1',
  attributes: { tier: 'gold', note: 'VIP, call back' },
  wrapup: { code: 'w-1', name: 'Solved', notes: 'Zahlt am Freitag' },
  flaggedReason: 'general',
  wrapupTimeoutMs: 5000,
  W0: 100,
  W1: 110,
  calls: [{ A: 32, C: 40, H: 50, held: true, E: 100, state: 'disconnected', direction: 'inbound' }],
});
const caller = customer({
  name: 'Chris',
  address: 'tel:+49301234',
  calls: [{ S: 0, C: 0, E: 100, state: 'disconnected', direction: 'inbound' }],
});
const call = rest([caller, queue, missed, worker], { S: 0, E: 110 });

describe('facts', () => {
  it('ends a conversation where it ended, not with what was said of it days later', () => {
    const evaluations = [{ id: 'e', status: 'FINISHED', releaseDate: iso(500_000) }];
    const late = facts(rest([caller, queue, missed, { ...worker, evaluations }], { S: 0, E: 110 }));
    expect(late).toMatchObject({ start: s(0), end: s(110), duration: 110_000, preview: { end: s(110) } });
  });

  it('takes an empty name for none: of conversations, of users and of queues', () => {
    const ann = { ...missed, name: '', user: { id: 'u-1', name: 'Ann' } };
    const waiting = { ...queue, queueName: ' ', queue: { id: 'q-1', name: 'Billing' } };
    const found = facts({ ...rest([waiting, ann]), name: '' });
    expect(found.title).toBe('Billing');
    expect(found.users).toMatchObject([{ id: 'u-1', name: 'Ann' }]);
    expect(found.queues).toMatchObject([{ id: 'q-1', name: 'Billing' }]);
  });

  it('names a queue that has but an id by what its own lane is called', () => {
    for (const known of [{ queueId: 'q-1' }, { queue: { id: 'q-1' } }]) {
      const waiting = { ...queue, queueId: undefined, queueName: undefined, name: 'Billing', ...known };
      expect(facts(rest([missed, waiting])).queues).toMatchObject([{ id: 'q-1', name: 'Billing' }]);
    }
    // What an agent is called is no name of a queue.
    expect(facts(rest([missed])).queues).toEqual([expect.not.objectContaining({ name: expect.anything() })]);
  });

  it('names a conversation and says when, how and by whom', () => {
    expect(facts(call)).toMatchObject({
      id: 'conversation',
      title: 'Chris',
      start: s(0),
      end: s(110),
      live: false,
      duration: 110_000,
      media: ['call'],
      direction: 'inbound',
      participants: 4,
      purposes: ['customer', 'acd', 'agent'],
      teams: [{ id: 't-1' }],
      wrapUps: [{ id: 'w-1', name: 'Solved' }],
      flags: ['general'],
      acwOverrun: true,
      unanswered: 1,
      timeToAnswer: 30_000,
      talk: 10_000,
      hold: 50_000,
      holds: 1,
      longestHold: 50_000,
      acw: 10_000,
    });
  });

  it.each(['calls', 'cobrowsesessions', 'videos', 'internalMessages'])(
    'take the direction from %s',
    (media) => {
      const leg = { id: 'leg', state: 'disconnected', direction: 'Outbound', connectedTime: iso(0) };
      expect(facts(rest([agent(), customer({ [media]: [leg] })])).direction).toBe('outbound');
    },
  );

  it('shares the time among queues and users', () => {
    const { queues, users } = facts(call);
    expect(users).toEqual([
      { id: 'u-1', name: 'Ann', legs: 1, talk: 0, hold: 0, acw: 0, unanswered: 1 },
      {
        id: 'u-2',
        name: 'Ben',
        legs: 1,
        talk: 10_000,
        hold: 50_000,
        acw: 10_000,
        unanswered: 0,
        acwOverrun: true,
      },
    ]);
    expect(queues).toEqual([
      { id: 'q-1', name: 'Billing', legs: 2, talk: 10_000, hold: 50_000, acw: 10_000, unanswered: 1 },
    ]);
  });

  it.each([
    ['waited, was offered in vain and ended', [caller, queue, missed], true],
    ['waited and ended', [caller, queue], true],
    ['waited and was answered', [caller, queue, missed, worker], false],
    ['was offered to somebody and never waited', [caller, missed], false],
    ['waits', [caller, party('acd', { calls: [{ S: 10, C: 10, state: 'connected' }] })], false],
    [
      'came to a queue once more after an answer',
      [
        caller,
        queue,
        worker,
        party('acd', { id: 'q', calls: [{ S: 100, C: 100, E: 140, state: 'disconnected' }] }),
      ],
      false,
    ],
    [
      'was talked to by somebody who asked a queue in vain',
      [caller, agent({ calls: [{ C: 0, E: 100, state: 'disconnected' }] }), queue],
      false,
    ],
    [
      'was held as soon as it was answered',
      [caller, queue, agent({ calls: [{ C: 40, H: 40, held: true, E: 100, state: 'disconnected' }] })],
      false,
    ],
    [
      'was parked as soon as it was answered',
      [caller, queue, agent({ emails: [{ C: 40, P: 40, E: 100, state: 'disconnected' }] })],
      false,
    ],
  ])('of one that %s tell whether nobody ever answered', (_, participants, never) => {
    expect(facts(rest(participants)).neverAnswered).toBe(never);
  });

  describe('of what users did', () => {
    const told = (users: Facts['users']) =>
      users.map(({ id, name, unanswered, acwOverrun, controlled }) => [
        id ?? name,
        unanswered,
        acwOverrun,
        controlled,
      ]);
    const late = { C: 40, E: 100, state: 'disconnected' };
    const work = { W0: 100, W1: 110, wrapupTimeoutMs: 5000 };

    it('say it of the one who did, in whichever of several legs', () => {
      const again = agent({ ...missed, id: 'a-3', W0: 35, W1: 36, wrapupTimeoutMs: 1000, calls: [late] });
      expect(told(facts(rest([caller, missed, again, worker])).users)).toEqual([
        ['u-1', 1, undefined, undefined],
        ['u-2', 0, true, undefined],
      ]);
      expect(told(facts(rest([caller, missed, agent({ ...again, ...work }), worker])).users)[0]).toEqual([
        'u-1',
        1,
        true,
        undefined,
      ]);
    });

    it('name nobody where no user is known, and by the name where there is no id', () => {
      const nobody = facts(rest([agent({ ...work, calls: [late] })]));
      expect(nobody).toMatchObject({ acwOverrun: true, users: [] });
      const machine = facts(rest([party('ivr', { ...work, userId: 'u-1', calls: [late] })]));
      expect(machine.users).toEqual([]);
      expect(told(facts(rest([agent({ ...work, name: 'Ben', calls: [late] })])).users)).toEqual([
        ['Ben', 0, true, undefined],
      ]);
    });

    describe('in a co-browse', () => {
      const on = { C: 0, E: 60, state: 'disconnected', cobrowseSessionId: 's' };
      const client = (more: object = {}) =>
        customer({ cobrowsesessions: [{ ...on, cobrowseRole: 'sharer', ...more }] });
      const viewer = (userId: string, more: object = {}) =>
        agent({ id: userId, userId, cobrowsesessions: [{ ...on, cobrowseRole: 'viewer', ...more }] });

      it('say who had control, not who looked on', () => {
        const both = facts(rest([client(), viewer('u-1'), viewer('u-2', { controlling: ['customer'] })]));
        expect(both.controlled).toBe(60_000);
        expect(told(both.users)).toEqual([
          ['u-1', 0, undefined, undefined],
          ['u-2', 0, undefined, true],
        ]);
      });

      it('name nobody where a customer had control, nor where it was of nobody known, or lasted no time', () => {
        const other = facts(rest([client({ controlling: ['u-1'] }), viewer('u-1')]));
        expect(other).toMatchObject({
          controlled: 60_000,
          users: [expect.not.objectContaining({ controlled: true })],
        });
        for (const more of [{ controlling: ['nobody'] }, { C: 60, controlling: ['customer'] }]) {
          const found = facts(rest([client(), viewer('u-1', more)]));
          expect(found.controlled).toBe(0);
          expect(found.users).toEqual([expect.not.objectContaining({ controlled: true })]);
        }
      });
    });
  });

  it('lists a queue in which nobody was offered the conversation', () => {
    const abandoned = rest([caller, party('acd', { name: 'Sales', calls: [{ C: 0, E: 100 }] })]);
    expect(facts(abandoned).queues).toEqual([
      { name: 'Sales', legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 },
    ]);
  });

  describe('of analytics, which names queues in the records of sessions', () => {
    type Sessions = { segments: object[] }[];
    /** Its sessions, each of the queues that its records name in turn. */
    function inQueues(speaking: ReturnType<typeof speaker>, ...ids: string[][]) {
      const sessions = speaking.sessions as Sessions;
      const told = sessions.map((session, at) => ({
        ...session,
        segments: session.segments.map((segment, place) => ({ ...segment, queueId: ids[at]?.[place] })),
      }));
      return { ...speaking, sessions: told };
    }
    const waiting = { ...speaker('acd', { segments: 'interact 0-20' }), participantName: 'Billing' };

    it('shares the time among queues all the same', () => {
      const worker = {
        ...speaker('agent', { segments: 'alert 10-20 | interact 20-50 | hold 50-60' }),
        userId: 'u-1',
      };
      const missed = { ...speaker('agent', { segments: 'alert 5-9 noAnswer' }), participantId: 'a-2' };
      const detail = analytics(
        [inQueues(waiting, ['q-1']), inQueues(worker, ['q-1', 'q-1', 'q-1']), inQueues(missed, ['q-1'])],
        { E: 60 },
      );
      expect(facts(detail).queues).toEqual([
        { id: 'q-1', name: 'Billing', legs: 2, talk: 30_000, hold: 10_000, acw: 0, unanswered: 1 },
      ]);
    });

    it('gives each session of one agent to the queue it was of', () => {
      const worker = speaker(
        'agent',
        { segments: 'interact 20-50' },
        { segments: 'interact 60-65 | hold 65-70' },
      );
      const detail = analytics([inQueues(waiting, ['q-1']), inQueues(worker, ['q-1'], ['q-2', 'q-3'])], {
        E: 70,
      });
      expect(facts(detail).queues).toEqual([
        { id: 'q-1', name: 'Billing', legs: 1, talk: 30_000, hold: 0, acw: 0, unanswered: 0 },
        { id: 'q-2', legs: 1, talk: 5000, hold: 5000, acw: 0, unanswered: 0 },
        { id: 'q-3', legs: 1, talk: 0, hold: 0, acw: 0, unanswered: 0 },
      ]);
    });
  });

  it('takes names, numbers, ids, notes and attribute values for searching, but no vocabulary', () => {
    const { text } = facts(call);
    for (const part of ['Chris', '+49301234', 'Zahlt am Freitag', 'VIP, call back', 'u-2', 'Billing']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('disconnected');
    expect(text).not.toContain('inbound');
  });

  it('keeps attributes with their values', () => {
    expect(facts(call).attributes).toEqual([
      { name: 'tier', value: 'gold' },
      { name: 'note', value: 'VIP, call back' },
    ]);
  });

  it('cuts time at full hours', () => {
    const long = facts(rest([agent({ calls: [{ C: 0, E: 7200, state: 'disconnected' }] })]));
    expect(long.hours.map(({ hour, talk }) => [new Date(hour).toISOString(), talk])).toEqual([
      ['2026-11-19T09:00:00.000Z', 58 * 60_000],
      ['2026-11-19T10:00:00.000Z', 60 * 60_000],
      ['2026-11-19T11:00:00.000Z', 2 * 60_000],
    ]);
  });

  it('has no end while live, and no times where nothing is timed', () => {
    const live = facts(rest([agent({ calls: [{ C: 0, state: 'connected' }] })]));
    expect(live.live).toBe(true);
    expect(live).toHaveProperty('start');
    expect(live).not.toHaveProperty('end');
    const untimed = facts({ id: 'x', participants: [{ id: 'p', purpose: 'agent', calls: [] }] });
    expect(untimed).not.toHaveProperty('start');
    expect(untimed).not.toHaveProperty('duration');
  });

  it('searches ids in any letter case, words of comments, and codes and organisations by their ids', () => {
    const id = '155200D1-258D-4A64-A7E7-2AE576232893';
    const evaluations = [{ id: 'e-1', answers: { comments: 'very kind' } }];
    const session = { sessionId: 's', segments: [{ segmentType: 'wrapup', wrapUpCode: 'w-7' }] };
    const callbacks = [{ id: 'b', callbackNumbers: ['tel:+15550100'], state: 'connected' }];
    const person = { purpose: 'agent', id, evaluations, callbacks, sessions: [session] };
    const { text, ids } = facts(rest([{ ...person, externalOrganizationId: 'o-7' }]));
    expect(ids).toEqual([id.toLowerCase()]);
    expect(text.split('\n')).toEqual(expect.arrayContaining(['very kind', 'w-7', 'o-7', 'tel:+15550100']));
  });

  it('takes what stands on a participant before what its references say', () => {
    const told = {
      name: 'Ann',
      userId: 'u-1',
      user: { id: 'u-2', name: 'Anna' },
      queueName: 'Billing',
      queue: { id: 'q-1', name: 'Bills' },
      conversationRoutingData: { queue: { id: 'q-2', name: 'Routed' } },
      teamId: 't-1',
      team: { id: 't-2', name: 'North' },
    };
    const found = facts(rest([agent(told), agent({ id: 'b', teamId: 't-1', team: { name: 'Later' } })]));
    expect(found.users[0]).toMatchObject({ id: 'u-1', name: 'Ann' });
    expect(found.queues[0]).toMatchObject({ id: 'q-1', name: 'Billing' });
    expect(found.teams).toEqual([{ id: 't-1', name: 'North' }]);
  });

  it('calls a code as it was called first', () => {
    const given = (name: string) => agent({ id: name, wrapup: { code: 'w-1', name } });
    expect(facts(rest([given('Solved'), given('Closed')])).wrapUps).toEqual([{ id: 'w-1', name: 'Solved' }]);
  });

  it('names no medium that nothing says', () => {
    expect(facts(rest([{ id: 'p', purpose: 'agent', userId: 'u', connectedTime: iso(0) }])).media).toEqual(
      [],
    );
  });

  it('leaves out the values of attributes that are documents', () => {
    const attributes = { fits: 'x'.repeat(2000), document: 'x'.repeat(2001) };
    expect(facts(rest([agent({ attributes })])).attributes.map(({ name }) => name)).toEqual(['fits']);
  });

  it('is timed by an end alone', () => {
    const { start, end } = facts({ id: 'x', endTime: iso(5), participants: [{ id: 'p', purpose: 'agent' }] });
    expect([start, end]).not.toContain(undefined);
  });

  it('bounds the searched text', () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [`a${n}`, `${n}`.repeat(1000)]),
    );
    expect(facts(rest([agent({ attributes, calls: [{ C: 0, E: 1 }] })])).text.length).toBeLessThan(20_100);
  });
});

describe('hours', () => {
  const HOUR = 3_600_000;
  const ofLanes = (text: string) => hoursOf(diagram(text).lanes);

  it('have what was, and not what is planned', () => {
    expect(ofLanes(`agent: connected 0-60 | parked 60-90 planned`)).toMatchObject([{ talk: 60, parked: 0 }]);
  });

  it('have who waits inside, not outside', () => {
    expect(ofLanes('acd: queued 0-60')).toMatchObject([{ queued: 60 }]);
    expect(ofLanes('customer: queued 0-60')).toEqual([]);
  });

  it('end after twelve weeks', () => {
    expect(ofLanes(`agent: connected 0-${2016 * HOUR}`)).toHaveLength(2016);
    expect(ofLanes(`agent: connected 0-${2017 * HOUR}`)).toHaveLength(2016);
  });
});

describe('of detail events', () => {
  const fact = (name: string, seconds: number, body: object) => ({
    topicName: `v2.detail.events.conversation.{id}.${name}`,
    eventBody: { eventTime: s(seconds), conversationId: 'c', mediaType: 'VOICE', ...body },
  });
  const caller = { participantId: 'p', sessionId: 's' };
  const agent = { participantId: 'a', sessionId: 't', userId: 'u1' };
  const found = facts([
    fact('customer.start', 0, { ...caller, ani: 'tel:+15550100200', direction: 'INBOUND' }),
    fact('user.start', 5, agent),
    fact('wrapup', 50, { ...agent, wrapupCode: 'w-1', wrapupNotes: 'called back' }),
    fact('user.end', 60, { ...agent, disconnectType: 'PEER' }),
    fact('customer.end', 60, caller),
  ]);

  it('numbers, ids and notes are searched', () => {
    expect(found.text.split('\n')).toEqual(
      expect.arrayContaining(['tel:+15550100200', 'p', 's', 'u1', 'w-1', 'called back']),
    );
  });

  it('what earlier ones told of a session stays, when later ones leave it out', () => {
    expect(found).toMatchObject({ wrapUps: [{ id: 'w-1' }], direction: 'inbound' });
  });

  it('take nothing away of what a record tells of its sessions', () => {
    const sessions = [{ sessionId: 't', segments: [], metrics: [{ name: 'tTalk', value: 1 }] }];
    const record = {
      conversationId: 'c',
      participants: [{ participantId: 'a', purpose: 'agent', sessions }],
    };
    for (const input of [
      [record, fact('user.end', 60, agent)],
      [fact('user.end', 60, agent), record],
    ]) {
      const [conversation] = parseConversations(input).conversations;
      const lane = conversation && buildTimeline(conversation).lanes[0];
      expect(lane?.participant.sessions).toMatchObject([{ metrics: [{ value: 1 }] }]);
    }
  });
});

describe('a preview', () => {
  it('shows the lanes without names, as far as they matter', () => {
    const { preview } = facts(call);
    expect(preview).toEqual({
      start: s(0),
      end: s(110),
      more: 0,
      lanes: [
        { purpose: 'customer', bars: [['connected', 0, 100_000, 'recorded']] },
        { purpose: 'acd', bars: [['queued', 10_000, 40_000, 'recorded']] },
        { purpose: 'agent', bars: [['alerting', 20_000, 30_000, 'recorded']] },
        {
          purpose: 'agent',
          bars: [
            ['alerting', 32_000, 40_000, 'recorded'],
            ['connected', 40_000, 50_000, 'recorded'],
            ['hold', 50_000, 100_000, 'recorded'],
            ['acw', 100_000, 110_000, 'recorded'],
          ],
        },
      ],
    });
  });

  it('stays small, whatever comes', () => {
    const segments = Array.from({ length: 5000 }, (_, n) => `${n % 2 ? 'Hold' : 'Interact'} ${n}-${n + 1}`);
    const lanes = Array.from({ length: 20 }, (_, n) =>
      agent({ id: `a-${n}`, calls: [{ C: 0, E: 5000, segments: segments.join(' | ') }] }),
    );
    const { preview } = facts(rest(lanes));
    expect(preview.lanes).toHaveLength(6);
    expect(preview.more).toBe(14);
    for (const { bars } of preview.lanes) expect(bars.length).toBeLessThan(500);
  });
});

describe('over all samples', () => {
  const samples = readdirSync('public/samples').filter((file) => /\.jsonl?$/.test(file));
  const conversations = samples.flatMap(
    (file) => parseConversations(readFileSync(`public/samples/${file}`, 'utf8')).conversations,
  );

  it('says of which figures the truth lies on one side', () => {
    const call = (more: object) => facts(rest([agent({ calls: [{ A: 0, C: 10, E: 100, ...more }] })]));
    expect(call({ state: 'disconnected' }).bounds).toBeUndefined();
    // Of a snapshot's holds the last is known, and here not how long that was.
    expect(call({ H: 20, held: false, state: 'disconnected' }).bounds).toEqual({
      talk: 'atLeast',
      hold: 'atMost',
      longestHold: 'atMost',
      holds: 'atLeast',
    });
    const recorded = call({
      state: 'disconnected',
      segments: 'Interact 10-20 client | Hold 20-30 | Interact 30-100',
    });
    expect(recorded).toMatchObject({ holds: 1, longestHold: 10_000 });
    expect(recorded.bounds).toBeUndefined();
    // Held to its end: that hold is recorded, others before it left no trace.
    expect(call({ H: 50, held: true, state: 'disconnected' }).bounds).toEqual({
      longestHold: 'atLeast',
      holds: 'atLeast',
    });
  });

  it('says so of control that one record tells, and not where events show its ends', () => {
    const client = (id: string, cobrowseRole: string, controlling: string[], state = 'connected') => ({
      id,
      purpose: id === 'c' ? 'customer' : 'agent',
      cobrowseSessionId: 's',
      cobrowseRole,
      controlling,
      state,
      connectedTime: iso(0),
      ...(state === 'disconnected' ? { endTime: iso(300) } : {}),
    });
    const look = (at: number, held: string[], state?: string) => ({
      topicName: 'v2.users.u.conversations.cobrowses',
      metadata: { time: iso(at) },
      eventBody: {
        id: 'x',
        participants: [client('c', 'sharer', [], state), client('a', 'viewer', held, state)],
      },
    });
    const one = facts(look(300, ['c'], 'disconnected').eventBody);
    expect(one).toMatchObject({ controlled: 300_000, bounds: { controlled: 'atMost' } });
    const seen = facts([look(0, []), look(60, ['c']), look(120, []), look(300, [], 'disconnected')]);
    expect(seen).toMatchObject({ cobrowse: 300_000, controlled: 60_000 });
    expect(seen.bounds).toBeUndefined();
  });

  it('has no doubt of a range in which everything is recorded', () => {
    const browsed = [
      { C: 0, E: 50, state: 'disconnected' },
      { C: 100, state: 'connected' },
    ];
    const payload = rest([agent({ cobrowsesessions: browsed })], { endTime: iso(200) });
    const [conversation] = parseConversations(payload).conversations;
    if (!conversation) throw new Error('No conversation in the payload');
    const timeline = buildTimeline(conversation);
    const doubt = (start: number, end: number) => {
      const range = { start: s(start), end: s(end) };
      return boundsOf(measure(timeline, range).conversation, timeline, range).cobrowse;
    };
    expect([doubt(0, 80), doubt(0, 100), doubt(0, 150), doubt(90, 200)]).toEqual([
      undefined,
      undefined,
      'atMost',
      'atMost',
    ]);
  });

  it('agrees with what is measured', () => {
    for (const conversation of conversations) {
      const timeline = buildTimeline(conversation);
      const { totals, ...figures } = measure(timeline).conversation;
      const found = factsOf(conversation, timeline);
      expect(found.hold).toBe(totals.hold);
      expect(found.unanswered).toBe(figures.unanswered);
      expect(structuredClone(found)).toEqual(found);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      for (const { bars } of found.preview.lanes) {
        for (const [, from, to] of bars) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(found.preview.end - found.preview.start);
        }
      }
    }
    expect(conversations.length).toBeGreaterThan(10);
  });

  it('never throws, whatever JSON is read', () => {
    assert(
      property(json(), (text) => {
        const found = parseConversations(text).conversations.map((conversation) => factsOf(conversation));
        expect(structuredClone(found)).toEqual(found);
      }),
    );
  });
});
