import { describe, expect, test } from 'vitest';
import { agent, customer, drawn, party, picture, rest, timelineOf } from '../../fixtures/payload';

// Rule 3, and what the connected time of each purpose is called.
describe('connected', () => {
  test('to the end', () => {
    expect(drawn(customer({ calls: [{ C: 0, E: 60 }] }))).toBe('connected 0-60');
  });

  test('to now, while it has no end', () => {
    expect(drawn(customer({ calls: [{ C: 0, state: 'connected' }] }), { now: 45 })).toBe(
      'connected 0-45 running',
    );
  });

  test('less hold and parked', () => {
    const one = agent({ calls: [{ C: 0, H: 20, held: true, P: 10, R: 15, E: 60 }] });
    expect(drawn(one)).toBe('connected 0-10 | parked 10-15 | connected 15-20 | hold 20-60');
  });

  test('a leg with an end and no connection is not connected', () => {
    expect(drawn(customer({ calls: [{ S: 0, E: 60, state: 'disconnected' }] }))).not.toContain('connected');
  });

  test('connected time behind the end: nothing runs backwards', () => {
    expect(drawn(customer({ calls: [{ C: 60.04, E: 60 }] }))).toBe('connected 60.04-60.04');
  });

  test('each medium of a participant has its own track', () => {
    const one = agent({ calls: [{ C: 0, E: 60 }], chats: [{ C: 30, E: 90 }] });
    expect(picture(timelineOf(rest([one])))).toEqual(['connected 0-60', 'connected 30-90']);
  });
});

describe('what a connection is called by purpose', () => {
  test.each([
    ['ivr', 'ivr'],
    ['workflow', 'ivr'],
    ['botflow', 'ivr'],
    ['voicesurveyflow', 'ivr'],
    ['inbound', 'ivr'],
    ['outbound', 'ivr'],
    ['IVR', 'ivr'],
    ['acd', 'queued'],
    ['ACD', 'queued'],
    ['voicemail', 'voicemail'],
    ['agent', 'connected'],
    ['user', 'connected'],
    ['customer', 'connected'],
    ['external', 'connected'],
    ['api', 'connected'],
    ['campaign', 'connected'],
    ['dialer', 'connected'],
    ['fax', 'connected'],
    ['group', 'connected'],
    ['manual', 'connected'],
    ['station', 'connected'],
    ['somebody new', 'connected'],
  ])('%s: %s', (purpose, type) => {
    expect(drawn(party(purpose, { calls: [{ C: 0, E: 60 }] }))).toBe(`${type} 0-60`);
    const recorded = party(purpose, { calls: [{ E: 60, segments: 'Interact 0-60' }] });
    expect(drawn(recorded)).toBe(`${type} 0-60`);
  });
});
