import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildTimeline, parseConversations, type Timeline } from '../../../src/core/index';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';
import {
  agent,
  analytics,
  customer,
  iso,
  type Parts,
  party,
  rest,
  s,
  speaker,
  T,
} from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

/**
 * Every rule that draws a mark: what it draws from what, and by which values. Times are seconds. Of a pointer
 * only the field is shown, and in a stream the look before it: `2:held` is `held` in the third look.
 */
type Row = [rule: string, draws: string, from: Input];
interface Input {
  input: unknown;
  zero: number;
  now?: number;
}
type Participant = Record<string, unknown>;

const doc = (participants: Participant[], { now, ...more }: Parts & { now?: number } = {}): Input => {
  const from = { input: rest(participants, more), zero: T };
  return now === undefined ? from : { ...from, now: s(now) };
};
const record = (...participants: Participant[]): Input => ({
  input: analytics(participants, { E: 100 }),
  zero: T,
});
const looks = (media: string, ...steps: events.Step[]): Input => ({
  input: events.stream('eventTime', steps, { media }),
  zero: events.BASE,
});
const facts = (...input: Participant[]): Input => ({ input, zero: events.BASE });

const call = (leg: Parts, more: Parts = {}) => agent({ calls: [leg], ...more });
const caller = (leg: Parts, more: Parts = {}) => customer({ calls: [leg], ...more });
const share = (purpose: string, leg: Parts) =>
  party(purpose, { cobrowsesessions: [{ id: `${purpose}-session`, cobrowseSessionId: 'room', ...leg }] });
const seen = events.agent;

const OFFERED: Row[] = [
  [
    'alerting-until-next',
    'alerting 0-12 by startAlertingTime connectedTime',
    doc([call({ A: 0, C: 12, E: 60 })]),
  ],
  [
    'alerting-until-next',
    'alerting 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'alerting' })], [9, seen({ state: 'connected' })]),
  ],
  ['alerting-until-end', 'alerting 0-30 by startAlertingTime disconnectedTime', doc([call({ A: 0, E: 30 })])],
  [
    'alerting-until-end',
    'alerting 0-10 by startAlertingTime disconnectedTime',
    doc([call({ A: 0, C: 12, E: 10 })]),
  ],
  ['alerting-from-start', 'alerting 0-12 by startTime connectedTime', doc([call({ S: 0, C: 12, E: 60 })])],
  [
    'alerting-from-start',
    'alerting 2-9 by 0:startTime 0:state 0:eventTime 1:state 1:eventTime',
    looks('calls', [5, seen({ state: 'alerting', startTime: 2 })], [9, seen({ state: 'connected' })]),
  ],
  [
    'alerting-start-unknown',
    'alerting 30-30 by initialState disconnectedTime',
    doc([call({ E: 30, initialState: 'alerting' })]),
  ],
  [
    'dialing-until-next',
    'dialing 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'dialing' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'dialing-until-end',
    'dialing 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'dialing' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'dialing-from-start',
    'dialing 0-12 by startTime direction connectedTime',
    doc([caller({ S: 0, C: 12, E: 60, direction: 'outbound' })]),
  ],
  [
    'contacting-until-next',
    'contacting 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'contacting' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'contacting-until-end',
    'contacting 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'contacting' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'contacting-from-start',
    'contacting 0-12 by startTime direction initialState connectedTime',
    doc([caller({ S: 0, C: 12, E: 60, direction: 'outbound', initialState: 'contacting' })]),
  ],
  [
    'offering-until-next',
    'offering 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'offering' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'offering-until-end',
    'offering 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'offering' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'offering-from-start',
    'offering 0-9 by startTime state',
    doc([caller({ S: 0, state: 'offering' })], { now: 9 }),
  ],
  [
    'scheduled-until-next',
    'scheduled 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('callbacks', [0], [5, seen({ state: 'scheduled' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'scheduled-until-end',
    'scheduled 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('callbacks', [0], [5, seen({ state: 'scheduled' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'scheduled-from-start',
    'scheduled 0-9 by startTime state',
    doc([customer({ callbacks: [{ S: 0, state: 'scheduled' }] })], { now: 9 }),
  ],
];

const CONNECTED: Row[] = [
  [
    'connected-until-next',
    'connected 0-9 by 0:connectedTime 0:state 1:state 1:eventTime',
    looks('messages', [0, seen({ state: 'connected', connectedTime: 0 })], [9, seen({ state: 'uploading' })]),
  ],
  ['connected-until-end', 'connected 12-60 by connectedTime disconnectedTime', doc([call({ C: 12, E: 60 })])],
  [
    'connected-until-end',
    'connected 12-60 by connectedTime',
    doc([call({ C: 12, state: 'connected' })], { now: 60 }),
  ],
  [
    'connected-until-end',
    'connected 0-9 by 0:state 0:eventTime 0:participants/0 1:participants 1:eventTime | connected 9-9 by 1:state 1:eventTime',
    looks('calls', [0, seen({ state: 'connected' })], [9, events.customer({ state: 'connected' })]),
  ],
  [
    'connected-from-start',
    'connected 0-60 by startTime state',
    doc([caller({ S: 0, state: 'connected' })], { now: 60 }),
  ],
  [
    'uploading-until-next',
    'uploading 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('messages', [0], [5, seen({ state: 'uploading' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'uploading-until-end',
    'uploading 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('messages', [0], [5, seen({ state: 'uploading' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'uploading-from-start',
    'uploading 0-9 by startTime state',
    doc([caller({ S: 0, state: 'uploading' })], { now: 9 }),
  ],
  [
    'transmitting-until-next',
    'transmitting 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('emails', [0], [5, seen({ state: 'transmitting' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'transmitting-until-end',
    'transmitting 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('emails', [0], [5, seen({ state: 'transmitting' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'transmitting-from-start',
    'transmitting 0-9 by startTime state',
    doc([caller({ S: 0, state: 'transmitting' })], { now: 9 }),
  ],
  [
    'other-until-next',
    'other 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'converting' })], [9, seen({ state: 'connected' })]),
  ],
  [
    'other-until-end',
    'other 5-9 by 1:state 1:eventTime 2:state 2:eventTime',
    looks('calls', [0], [5, seen({ state: 'thinking' })], [9, seen({ state: 'terminated' })]),
  ],
  [
    'other-from-start',
    'other 0-9 by startTime state',
    doc([caller({ S: 0, state: 'thinking' })], { now: 9 }),
  ],
];

const on = (more: events.Party = {}) => seen({ state: 'connected', ...more });
const HELD: Row[] = [
  [
    'hold-still-held',
    'hold 20-60 by startHoldTime held',
    doc([call({ C: 0, H: 20, held: true, state: 'connected' })], { now: 60 }),
  ],
  [
    'hold-until-end',
    'hold 20-60 by startHoldTime held disconnectedTime',
    doc([call({ C: 0, H: 20, held: true, E: 60 })]),
  ],
  [
    'hold-until-released',
    'hold 20-30 by 1:held 1:eventTime 2:held 2:eventTime',
    looks('calls', [0, on()], [20, on({ held: true })], [30, on({ held: false })]),
  ],
  [
    'hold-until-released',
    'hold 18-30 by 1:startHoldTime 1:held 3:held 3:eventTime',
    looks(
      'calls',
      [0, on()],
      [20, on({ held: true, startHoldTime: 18 })],
      [25, on()],
      [30, on({ held: false })],
    ),
  ],
  [
    'hold-until-released',
    'hold 20-60 by 1:held 1:eventTime 1:state 2:state 2:eventTime',
    looks('calls', [0, on()], [20, on({ held: true })], [60, on({ held: true, state: 'terminated' })]),
  ],
  [
    'hold-until-released',
    'hold 20-30 by 0:held 1:held 1:eventTime 2:held 3:held 3:eventTime',
    looks(
      'calls',
      [0, on({ held: false })],
      [20, on({ held: true })],
      [25, on({ held: true })],
      [30, on({ held: false })],
    ),
  ],
  [
    'hold-until-released',
    'hold 18-30 by 2:startHoldTime 2:held 3:held 3:eventTime',
    looks(
      'calls',
      [0, on({ held: false })],
      [20, on({ held: true })],
      [25, on({ held: true, startHoldTime: 18 })],
      [30, on({ held: false })],
    ),
  ],
  [
    'hold-until-released',
    'hold 20-60 by 1:held 1:eventTime 1:participants/0 2:participants 2:eventTime',
    looks('calls', [0, on()], [20, on({ held: true })], [60, events.customer({ state: 'connected' })]),
  ],
  [
    'hold-end-unknown',
    'hold 20-60 by startHoldTime held disconnectedTime',
    doc([call({ C: 0, H: 20, held: false, E: 60 })]),
  ],
  [
    'hold-end-unknown',
    'hold 20-30 by 1:startHoldTime 1:held 1:eventTime',
    looks('calls', [0, on()], [30, on({ held: false, startHoldTime: 20 })]),
  ],
  [
    'hold-end-unknown',
    'hold 20-40 by 1:startHoldTime 1:held 2:startHoldTime',
    looks(
      'calls',
      [0, on()],
      [30, on({ held: true, startHoldTime: 20 })],
      [50, on({ held: true, startHoldTime: 40 })],
    ),
  ],
  [
    'hold-end-unknown',
    'hold 10-20 by 0:startHoldTime 0:held 0:eventTime',
    looks(
      'calls',
      [20, on({ held: false, startHoldTime: 10, connectedTime: 0 })],
      [50, on({ held: true, startHoldTime: 40 })],
    ),
  ],
  [
    'hold-end-unknown',
    'hold 10-40 by 0:startHoldTime 0:held 1:startHoldTime',
    looks(
      'calls',
      [undefined, on({ held: false, startHoldTime: 10, connectedTime: 0 })],
      [50, on({ held: true, startHoldTime: 40 })],
    ),
  ],
];

const PARKED: Row[] = [
  [
    'parked-still',
    'parked 20-60 by parkTime state',
    doc([call({ C: 0, P: 20, state: 'parked' })], { now: 60 }),
  ],
  [
    'parked-still',
    'parked 20-30 by 0:state 1:state 1:eventTime',
    looks('messages', [0, on()], [20, seen({ state: 'parked' })], [30, on({ state: 'parked' })]),
  ],
  ['parked-until-resume', 'parked 20-40 by parkTime resumeTime', doc([call({ C: 0, P: 20, R: 40, E: 60 })])],
  [
    'parked-until-change',
    'parked 20-30 by 0:state 1:state 1:eventTime 2:state 2:eventTime',
    looks('messages', [0, on()], [20, seen({ state: 'parked' })], [30, on()]),
  ],
  [
    'parked-until-change',
    'parked 18-30 by 1:parkTime 1:state 2:state 2:eventTime',
    looks('messages', [0, on()], [20, seen({ state: 'parked', parkTime: 18 })], [30, on({ parkTime: 18 })]),
  ],
  [
    'parked-until-end',
    'parked 20-60 by parkTime state disconnectedTime',
    doc([call({ C: 0, P: 20, state: 'parked', E: 60 })]),
  ],
  [
    'parked-until-end',
    'parked 20-60 by parkTime disconnectedTime',
    doc([call({ C: 0, P: 20, R: 90, E: 60 })], { now: 70 }),
  ],
  [
    'park-end-unknown',
    'parked 20-60 by parkTime',
    doc([call({ C: 0, P: 20, state: 'connected' })], { now: 60 }),
  ],
  [
    'park-end-unknown',
    'parked 20-30 by 1:parkTime 0:state 1:state 1:eventTime',
    looks('messages', [0, on()], [30, on({ parkTime: 20 })], [40, on({ parkTime: 20 })]),
  ],
  [
    'park-end-unknown',
    'parked 18-40 by 1:parkTime 1:state 2:parkTime',
    looks(
      'messages',
      [0, on()],
      [20, seen({ state: 'parked', parkTime: 18 })],
      [50, seen({ state: 'parked', parkTime: 40 })],
    ),
  ],
  [
    'parked-planned',
    'parked 60-90 by parkTime state resumeTime',
    doc([call({ C: 0, P: 20, R: 90, state: 'parked' })], { now: 60 }),
  ],
];

const after = (leg: Parts, more: Parts = {}) => call({ C: 0, E: 60, ...leg }, more);
const talking = customer({ calls: [{ C: 0, state: 'connected' }] });
const WORKED: Row[] = [
  ['acw-recorded', 'acw 60-75 by startAcwTime endAcwTime', doc([after({}, { W0: 60, W1: 75 })])],
  ['acw-recorded', 'acw 60-75 by startTime endTime', doc([after({ afterCallWork: [60, 75] })])],
  ['acw-recorded', 'acw 60-75 by startAcwTime endAcwTime', doc([after({ W0: 60, W1: 75 })])],
  [
    'acw-until-wrapup',
    'acw 60-72 by startAcwTime endTime',
    doc([after({}, { W0: 60, wrapup: { code: 'a', endTime: iso(72) } })]),
  ],
  [
    'acw-by-duration',
    'acw 60-74 by startAcwTime durationSeconds',
    doc([after({}, { W0: 60, wrapup: { code: 'a', durationSeconds: 14 } })]),
  ],
  [
    'acw-until-wrapup',
    'acw 60-70 by 1:startAcwTime 1:eventTime 1:wrapupSkipped',
    looks(
      'calls',
      [60, seen({ state: 'terminated', connectedTime: 0, endTime: 60, startAcwTime: 60 })],
      [
        70,
        seen({ state: 'terminated', connectedTime: 0, endTime: 60, startAcwTime: 60, wrapupSkipped: true }),
      ],
    ),
  ],
  ['acw-still-open', 'acw 60-70 by startAcwTime', doc([after({}, { W0: 60 }), talking], { now: 70 })],
  [
    'acw-by-timeout',
    'acw 60-90 by startAcwTime wrapupTimeoutMs',
    doc([after({}, { W0: 60, wrapupTimeoutMs: 30_000 })]),
  ],
  ['acw-end-unknown', 'acw 60-60 by startAcwTime', doc([after({}, { W0: 60 })])],
  [
    'acw-end-unknown',
    'acw 60-70 by 0:startAcwTime 0:eventTime',
    looks('calls', [70, seen({ state: 'terminated', connectedTime: 0, endTime: 50, startAcwTime: 60 })]),
  ],
  [
    'acw-limit',
    'acw @90 by startAcwTime wrapupTimeoutMs',
    doc([after({}, { W0: 60, W1: 75, wrapupTimeoutMs: 30_000 })]),
  ],
  [
    'alerting-limit',
    'alerting @30 by startAlertingTime alertingTimeoutMs',
    doc([call({ A: 0, C: 12, E: 60, alertingTimeoutMs: 30_000 })]),
  ],
];

const RECORDED: Row[] = [
  [
    'recorded-segment',
    'alerting 0-12 by segmentType segmentStart segmentEnd | connected 12-60 by segmentType segmentStart segmentEnd | start @0 by segmentType segmentStart segmentEnd',
    record(speaker('agent', { segments: 'alert 0-12 | interact 12-60' })),
  ],
  [
    'recorded-segment',
    'connected 0-60 by type startTime | start @0 by type startTime',
    doc([call({ segments: 'Interact 0-', state: 'connected' })], { now: 60 }),
  ],
  [
    'recorded-without-end',
    'alerting 0-12 by segmentType segmentStart segmentStart | start @0 by segmentType segmentStart segmentStart',
    record(speaker('agent', { segments: 'alert 0- | interact 12-60 | hold -70' })),
  ],
  [
    'recorded-without-end',
    'connected 0-60 by type startTime disconnectedTime | start @0 by type startTime disconnectedTime',
    doc([call({ segments: 'Interact 0-', E: 60 })]),
  ],
  [
    'acw-by-duration',
    'acw 60-65 by type startTime durationSeconds',
    doc([call({ segments: 'Interact 0-60 | Wrapup 60-', wrapup: { code: 'a', durationSeconds: 5 } })]),
  ],
  [
    'stated-length',
    'hold of 7000 ms by 1:heldDurationMs',
    facts(
      events.fact('user.start', 0, { participantId: 'agent', sessionId: 's1' }),
      events.fact('user.end', 60, {
        participantId: 'agent',
        sessionId: 's1',
        heldDurationMs: 7000,
        // No time is as long.
        ivrDurationMs: 1e15,
      }),
    ),
  ],
];

const names = (field: string, more: Parts = {}) =>
  doc([call({ C: 0, E: 60, [field]: 'customer', ...more }), caller({ C: 10, E: 50 })]);
const TIES: Row[] = [
  [
    'consult-while-connected',
    'consult 10-50 by consultParticipantId connectedTime disconnectedTime',
    names('consultParticipantId'),
  ],
  [
    'monitor-while-connected',
    'monitor 10-50 by monitoredParticipantId connectedTime disconnectedTime',
    names('monitoredParticipantId'),
  ],
  [
    'coach-while-connected',
    'coach 10-50 by coachedParticipantId connectedTime disconnectedTime',
    names('coachedParticipantId'),
  ],
  [
    'barge-while-connected',
    'barge 10-50 by bargedParticipantId connectedTime disconnectedTime',
    names('bargedParticipantId'),
  ],
  [
    'consult-while-connected',
    'consult 10-50 by consultParticipantId connectedTime disconnectedTime',
    doc([call({ C: 0, E: 60 }, { consultParticipantId: 'customer' }), caller({ C: 10, E: 50 })]),
  ],
  [
    'monitor-while-connected',
    'monitor 5-20 by monitoredParticipantId segmentType segmentStart segmentEnd | monitor 30-40 by monitoredParticipantId segmentType segmentStart segmentEnd',
    record(
      {
        ...speaker('user', {
          segments: 'monitoring 5-20 | monitoring 30-40',
          monitoredParticipantId: 'agent',
        }),
      },
      speaker('agent', { segments: 'interact 0-60' }),
    ),
  ],
  [
    'monitor-while-connected',
    'monitor 0-20 by 0:monitoredParticipantId 0:state 0:eventTime 1:monitoredParticipantId 1:eventTime | monitor 20-60 by 1:monitoredParticipantId 0:monitoredParticipantId 1:eventTime 1:state 2:state 2:eventTime',
    looks(
      'calls',
      [0, on({ monitoredParticipantId: 'x' })],
      [20, on({ monitoredParticipantId: 'y' })],
      [60, seen({ state: 'terminated' })],
    ),
  ],
  [
    'peer-while-connected',
    'peer 10-50 by peerId connectedTime disconnectedTime',
    doc([call({ C: 0, E: 60, peerId: 'other' }), caller({ id: 'other', C: 10, E: 50 })]),
  ],
  [
    'role-while-connected',
    'viewer 0-60 by cobrowseRole connectedTime disconnectedTime',
    doc([share('agent', { C: 0, E: 60, cobrowseRole: 'viewer' })]),
  ],
  [
    'role-while-connected',
    'viewer 0-20 by 0:cobrowseRole 0:state 0:eventTime 1:cobrowseRole 1:eventTime | sharer 20-60 by 1:cobrowseRole 0:cobrowseRole 1:eventTime 1:state 2:state 2:eventTime',
    looks(
      'cobrowsesessions',
      [0, on({ cobrowseRole: 'viewer' })],
      [20, on({ cobrowseRole: 'sharer' })],
      [60, seen({ state: 'terminated' })],
    ),
  ],
  [
    'role-while-connected',
    'viewer 0-20 by 0:cobrowseRole 0:state 0:eventTime 0:cobrowseSessionId 1:cobrowseSessionId 1:eventTime | viewer 20-60 by 1:cobrowseRole 0:cobrowseSessionId 1:cobrowseSessionId 1:eventTime 1:state 2:state 2:eventTime',
    looks(
      'cobrowsesessions',
      [0, on({ cobrowseRole: 'viewer', cobrowseSessionId: 'one' })],
      [20, on({ cobrowseRole: 'viewer', cobrowseSessionId: 'two' })],
      [60, seen({ state: 'terminated' })],
    ),
  ],
  [
    'control-overlap',
    'controlling 10-50 by controlling/0 connectedTime disconnectedTime',
    doc([share('agent', { C: 0, E: 60, controlling: ['customer'] }), share('customer', { C: 10, E: 50 })]),
  ],
  [
    'control-granted',
    'controlling 20-60 by 1:controlling/0 0:controlling 1:controlling 1:eventTime 1:state 2:state 2:eventTime',
    looks(
      'cobrowsesessions',
      [0, on({ controlling: [] }), events.customer({ state: 'connected' })],
      [20, on({ controlling: ['customer'] }), events.customer({ state: 'connected' })],
      [60, on({ controlling: ['customer'] }), events.customer({ state: 'terminated' })],
      [70, on()],
    ),
  ],
  [
    'control-granted-and-revoked',
    'controlling 20-40 by 1:controlling/0 0:controlling 1:controlling 1:eventTime 2:controlling 2:eventTime',
    looks(
      'cobrowsesessions',
      [0, on({ controlling: [] }), events.customer({ state: 'connected' })],
      [20, on({ controlling: ['customer'] }), events.customer({ state: 'connected' })],
      [40, on({ controlling: [] }), events.customer({ state: 'connected' })],
    ),
  ],
  [
    'transfer-to-next',
    'transfer 60-60 by disconnectedTime disconnectType',
    doc([
      call({ C: 0, E: 60, disconnectType: 'transfer' }),
      party('agent', { id: 'agent-2', calls: [{ C: 61, E: 90 }] }),
    ]),
  ],
  [
    'transfer-to-next',
    'transfer 60-60 by segmentEnd disconnectType',
    record(
      speaker('agent', { segments: 'interact 0-60 transfer' }),
      speaker('user', { segments: 'interact 61-90' }),
    ),
  ],
  [
    'transfer-named',
    'transfer 60-60 by disconnectedTime disconnectType userId dateIssued',
    doc(
      [
        call({ C: 0, E: 60, disconnectType: 'transfer' }, { userId: 'u1' }),
        party('agent', { id: 'agent-2', userId: 'u2', calls: [{ C: 70, E: 90 }] }),
      ],
      {
        recentTransfers: [
          { dateIssued: iso(59), initiator: { userId: 'u1' }, destination: { userId: 'u2' } },
        ],
      },
    ),
  ],
];

const INSTANTS: Row[] = [
  [
    'time-field',
    'start @0 by startTime | alerting @1 by startAlertingTime | connected @12 by connectedTime | hold @20 by startHoldTime held | parked @30 by parkTime | resume @40 by resumeTime | provider-event @41 by providerEventTime | end @60 by disconnectedTime | acw-start @60 by startAcwTime | acw-end @75 by endAcwTime',
    doc([call({ S: 0, A: 1, C: 12, H: 20, held: false, P: 30, R: 40, V: 41, E: 60 }, { W0: 60, W1: 75 })]),
  ],
  [
    'observed-change',
    'connected @5 by 0:state 1:state 1:eventTime | hold @10 by 2:held 2:eventTime | parked @20 by 3:state 4:state 4:eventTime | resume @30 by 4:state 5:state 5:eventTime | flagged @30 by 5:flaggedReason 5:eventTime | end @60 by 5:state 6:state 6:eventTime 6:disconnectType',
    looks(
      'messages',
      [0, seen({ state: 'alerting' })],
      [5, on()],
      [10, on({ held: true })],
      [15, on({ held: false })],
      [20, seen({ state: 'parked' })],
      [30, on({ flaggedReason: 'general' })],
      [60, seen({ state: 'terminated', disconnectType: 'client' })],
    ),
  ],
  [
    'wrap-up-saved',
    'wrapup @72 by endTime name',
    doc([after({}, { wrapup: { code: 'a', name: 'Solved', endTime: iso(72) } })]),
  ],
  [
    'wrap-up-saved',
    'wrapup @60 by disconnectedTime wrapupSkipped',
    doc([after({}, { wrapupSkipped: true })]),
  ],
  [
    'wrap-up-saved',
    'wrapup @60 by endTime state',
    doc([after({ afterCallWork: { state: 'skipped', startTime: iso(60), endTime: iso(60) } })]),
  ],
];

const RULES: Row[] = [
  ...OFFERED,
  ...CONNECTED,
  ...HELD,
  ...PARKED,
  ...WORKED,
  ...RECORDED,
  ...TIES,
  ...INSTANTS,
];

type Mark = [rule: string, mark: string, pointers: string[]];
type Named = { evidence: { rule: string; pointers: string[] } };

/** Every mark of a timeline with the rule that drew it. */
function marksOf({ lanes, links }: Timeline, zero = 0): Mark[] {
  const seconds = (instant: number): number => (instant - zero) / 1000;
  const mark = (text: string, { evidence: { rule, pointers } }: Named): Mark => [rule, text, pointers];
  const span = (word: string, one: Named & { start: number; end: number }): Mark =>
    mark(`${word} ${seconds(one.start)}-${seconds(one.end)}`, one);
  return [
    ...lanes.flatMap(({ tracks, milestones, roles, limits }) => [
      ...tracks.flatMap(({ segments }) => segments.map((one) => span(one.type, one))),
      ...tracks.flatMap(({ unplaced = [] }) =>
        unplaced.map((one) => mark(`${one.type} of ${one.duration} ms`, one)),
      ),
      ...milestones.map((one) => mark(`${one.kind} @${seconds(one.at)}`, one)),
      ...roles.map((one) => span(one.role, one)),
      ...limits.map((one) => mark(`${one.kind} @${seconds(one.at)}`, one)),
    ]),
    ...links.map((one) => span(one.kind, one)),
  ];
}

/** `/2/eventBody/participants/0/held` as `2:held`, `/participants/0/controlling/1` as `controlling/1`. */
function shortly(pointer: string): string {
  const [, look, field] = /^(?:\/(\d+))?.*?\/([^/]+(?:\/\d+)?)$/.exec(pointer) ?? [];
  return look === undefined ? String(field) : `${look}:${field}`;
}

function timelinesOf(input: unknown, now?: number): Timeline[] {
  const options = now === undefined ? {} : { now };
  return parseConversations(input).conversations.map((one) => buildTimeline(one, options));
}

test.each(RULES)('%s draws %s', (rule, draws, { input, zero, now }) => {
  const marks = timelinesOf(input, now).flatMap((timeline) => marksOf(timeline, zero));
  const own = marks.filter(([by]) => by === rule);
  expect(own.map(([, mark, pointers]) => `${mark} by ${pointers.map(shortly).join(' ')}`).join(' | ')).toBe(
    draws,
  );
});

describe('no mark is drawn by a rule that the table does not know', () => {
  const known = new Set(RULES.map(([rule]) => rule));
  const unknown = (input: unknown): string[] =>
    timelinesOf(input)
      .flatMap((timeline) => marksOf(timeline).map(([rule]) => rule))
      .filter((rule) => !known.has(rule));

  test.each(readdirSync('public/samples'))('in %s', (name) => {
    expect(unknown(readFileSync(`public/samples/${name}`, 'utf8'))).toEqual([]);
  });

  test.each([restConversation, analyticsConversation, eventStream])('in what %o makes', (make) => {
    for (let seed = 1; seed <= 12; seed++) expect(unknown(make(seed))).toEqual([]);
  });
});
