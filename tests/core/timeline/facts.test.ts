import { describe, expect, test } from 'vitest';
import type { Communication, Participant } from '../../../src/core/model/conversation';
import { firstWord, lastSaid, type LegState, readSaid, type Said } from '../../../src/core/timeline/facts';

/** Each fact with the field that a communication has for it, and the participant's where that is another. */
const FACTS: readonly [fact: keyof Said, own: string, participants?: string][] = [
  ['start', 'startTime'],
  ['alerting', 'startAlertingTime'],
  ['connected', 'connectedTime'],
  ['hold', 'startHoldTime'],
  ['park', 'parkTime'],
  ['resume', 'resumeTime'],
  ['end', 'disconnectedTime', 'endTime'],
  ['providerEvent', 'providerEventTime'],
  ['state', 'state'],
  ['initialState', 'initialState'],
  ['direction', 'direction'],
  ['held', 'held'],
  ['disconnectType', 'disconnectType'],
  ['errorInfo', 'errorInfo'],
  ['alertingTimeout', 'alertingTimeoutMs'],
  ['wrapupTimeout', 'wrapupTimeoutMs'],
  ['role', 'cobrowseRole'],
  ['cobrowseSession', 'cobrowseSessionId'],
  ['controlling', 'controlling'],
  ['peer', 'peerId', 'peer'],
];
const OF_ALL_LEGS: readonly string[] = ['alertingTimeout', 'wrapupTimeout'];

const call = (field?: string, value = 1) =>
  ({ pointer: '/call', ...(field === undefined ? {} : { [field]: value }) }) as Communication;
const party = (field: string, value = 2) => ({ pointer: '/party', [field]: value }) as unknown as Participant;
const shown = (said: Said, fact: keyof Said) => said[fact] && [said[fact].value, said[fact].pointer];

describe.each(FACTS)('%s', (fact, own, participants = own) => {
  test('is what the communication says, else the participant whose only one it is', () => {
    expect(shown(readSaid(party(participants), call(own)), fact)).toEqual([1, `/call/${own}`]);
    for (const leg of [call(), undefined])
      expect(shown(readSaid(party(participants), leg), fact)).toEqual([2, `/party/${participants}`]);
  });

  test('of one of several communications is not what the participant says', () => {
    const said = readSaid(party(participants), call(), false);
    expect(said[fact]?.value).toBe(OF_ALL_LEGS.includes(fact) ? 2 : undefined);
  });

  test('of several looks is the first that says it, and up to a look the last', () => {
    const looks: LegState[] = [];
    for (const leg of [call(), call(own, 3), call(own, 4), call()]) {
      const said = readSaid({ pointer: '/party' }, leg);
      looks.push({ said, before: looks.at(-1) } as LegState);
    }
    expect(firstWord(looks)[fact]?.value).toBe(3);
    expect(looks.map((look) => lastSaid(look, fact)?.value)).toEqual([undefined, 3, 4, 4]);
  });
});

test.each([
  [-1, undefined],
  [0, 0],
  [36_525 * 86_400_000, 36_525 * 86_400_000],
  [36_525 * 86_400_000 + 1, undefined],
])('a timeout of %d ms', (alertingTimeoutMs, expected) => {
  const said = readSaid({ pointer: '', alertingTimeoutMs, wrapupTimeoutMs: alertingTimeoutMs });
  expect([said.alertingTimeout?.value, said.wrapupTimeout?.value]).toEqual([expected, expected]);
});
