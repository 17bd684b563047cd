import { describe, expect, test } from 'vitest';
import { agent, draw, event, iso, party, reached, showLinks } from '../../../fixtures/stream';

const sue = (call: object, more: object = { bargedParticipantId: 'agent' }) =>
  party({
    id: 'sue',
    purpose: 'user',
    ...more,
    calls: [{ id: 's', state: 'connected', connectedTime: iso(40), ...call }],
  });
const ana = agent({ calls: [{ id: 'a', state: 'connected', connectedTime: iso(10) }] });
const full = { media: '' };

// `bargedTime` is when who barges in was let into the call.
describe('since when somebody has barged in', () => {
  test('is told by its own time, also in a single look', () => {
    const input = { id: 'c1', participants: [ana, sue({ bargedTime: iso(80) })] };
    const timeline = draw(input, { now: 100 });
    expect(showLinks(timeline, 'barge')).toEqual(['barge sue>agent 80-100 running']);
    expect(reached(input, timeline.links[0])).toEqual(expect.arrayContaining(['agent', iso(80)]));
  });

  test('and not by the look that is the first to show it', () => {
    const input = [
      event('eventTime', [60, ana, sue({}, { monitoredParticipantId: 'agent' })], full),
      event('eventTime', [90, ana, sue({ bargedTime: iso(80) })], full),
    ];
    expect(showLinks(draw(input), 'barge')).toEqual(['barge sue>agent 80-90 running']);
  });

  test('is nothing where whoever names the other has no communication', () => {
    const flat = event('eventTime', [10, party({ id: 'sue', purpose: 'user' })]);
    const named = event(
      'eventTime',
      [20, ana, { id: 'sue', purpose: 'user', bargedParticipantId: 'agent', calls: [] }],
      full,
    );
    expect(showLinks(draw([flat, named]), 'barge')).toEqual([]);
  });

  test('of a flat participant too', () => {
    const flat = party({
      id: 'sue',
      purpose: 'user',
      state: 'connected',
      connectedTime: 40,
      bargedParticipantId: 'agent',
      bargedTime: 80,
    });
    const input = event('eventTime', [90, agent({ state: 'connected', connectedTime: 10 }), flat]);
    expect(showLinks(draw(input), 'barge')).toEqual(['barge sue>agent 80-90 running']);
  });

  test('without it, as long as both were there', () => {
    const input = { id: 'c1', participants: [ana, sue({})] };
    expect(showLinks(draw(input, { now: 100 }), 'barge')).toEqual(['barge sue>agent 40-100 running']);
  });
});
