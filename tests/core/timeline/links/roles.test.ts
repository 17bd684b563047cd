import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  customer,
  draw,
  iso,
  lane,
  problems,
  reached,
  second,
  showRoles,
} from '../../../fixtures/stream';

const browse = (id: string, from: number, to: number, more: Record<string, unknown> = {}) => ({
  id,
  state: 'disconnected',
  cobrowseSessionId: 's',
  cobrowseRole: 'viewer',
  connectedTime: iso(from),
  disconnectedTime: iso(to),
  ...more,
});
const whole = (...participants: Record<string, unknown>[]) => ({ id: 'c1', participants });

describe('roles in a document', () => {
  test('are worn from the connection to the end, with the session’s id and track', () => {
    const input = whole(
      customer({ cobrowsesessions: [browse('c', 0, 60, { cobrowseRole: 'sharer' })] }),
      agent({ cobrowsesessions: [browse('a', 10, 50)] }),
    );
    const timeline = draw(input);
    expect(showRoles(timeline, 'customer')).toBe('sharer@s 0-60');
    expect(showRoles(timeline, 'agent')).toBe('viewer@s 10-50');
    const [role] = lane(timeline, 'agent').roles;
    expect(role).toMatchObject({ trackId: 'a', sessionId: 's', certainty: 'recorded' });
    expect(reached(input, role)).toEqual(expect.arrayContaining(['viewer', iso(10), iso(50)]));
    expect(measure(timeline).conversation.cobrowse).toBe(60_000);
  });

  test('still connected: running', () => {
    const input = whole(
      agent({ cobrowsesessions: [browse('a', 10, 50, { state: 'connected', disconnectedTime: undefined })] }),
    );
    expect(showRoles(draw(input, { now: 30 }), 'agent')).toBe('viewer@s 10-30 running');
  });

  test('from recorded segments', () => {
    const segments = [
      { startTime: iso(0), endTime: iso(10), type: 'Alert' },
      { startTime: iso(10), endTime: iso(50), type: 'Interact' },
    ];
    const input = whole(agent({ cobrowsesessions: [browse('a', 10, 50, { segments })] }));
    expect(showRoles(draw(input), 'agent')).toBe('viewer@s 10-50');
  });

  test('of an analytics session, whose room is its session', () => {
    const input = {
      conversationId: 'c1',
      conversationStart: iso(0),
      participants: [
        {
          participantId: 'agent',
          purpose: 'agent',
          sessions: [
            {
              sessionId: 'x',
              mediaType: 'cobrowse',
              cobrowseRole: 'viewer',
              cobrowseRoomId: 'room',
              segments: [{ segmentStart: iso(3), segmentEnd: iso(9), segmentType: 'interact' }],
            },
          ],
        },
      ],
    };
    expect(showRoles(draw(input), 'agent')).toBe('viewer@room 3-9');
  });

  test('two sharers at one time are a problem, one after another are not', () => {
    const sharing = (id: string, from: number, to: number) => ({
      cobrowsesessions: [browse(id, from, to, { cobrowseRole: 'sharer' })],
    });
    const both = draw(whole(customer(sharing('c', 0, 60)), agent(sharing('a', 30, 90))));
    expect(problems(both, 'two-sharers')).toMatchObject([{ severity: 'warning' }]);
    const inTurn = draw(whole(customer(sharing('c', 0, 30)), agent(sharing('a', 30, 90))));
    expect(problems(inTurn, 'two-sharers')).toEqual([]);
  });

  test('two sharers of two sessions are none', () => {
    const input = whole(
      customer({ cobrowsesessions: [browse('c', 0, 60, { cobrowseRole: 'sharer' })] }),
      agent({ cobrowsesessions: [browse('a', 0, 60, { cobrowseRole: 'sharer', cobrowseSessionId: 't' })] }),
    );
    expect(problems(draw(input), 'two-sharers')).toEqual([]);
  });

  test('viewers of whom nobody is seen to share are worth a word', () => {
    const input = whole(
      agent({ cobrowsesessions: [browse('a', 0, 60)] }),
      second({ cobrowsesessions: [browse('b', 0, 60)] }),
    );
    expect(problems(draw(input), 'no-sharer')).toMatchObject([{ severity: 'info' }]);
  });

  test('without a session there is no id, and the role is kept', () => {
    const input = whole(agent({ cobrowsesessions: [browse('a', 0, 60, { cobrowseSessionId: undefined })] }));
    expect(showRoles(draw(input), 'agent')).toBe('viewer 0-60');
  });
});
