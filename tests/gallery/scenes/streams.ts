import { agent, customer, fact, queue, second, type Step, stream } from '../../fixtures/stream';
import type { Scene } from '../scene';

const cobrowse = { media: 'cobrowsesessions' };
const sharing = { state: 'connected', connectedTime: 0, cobrowseSessionId: 's', cobrowseRole: 'sharer' };
const viewing = { state: 'connected', connectedTime: 5, cobrowseSessionId: 's', cobrowseRole: 'viewer' };
const talking = { state: 'connected', connectedTime: 0 };

const holds: Step[] = [
  [0, customer(talking), agent(talking)],
  [20, customer(talking), agent({ ...talking, held: true, startHoldTime: 20 })],
  [30, customer(talking), agent({ ...talking, held: false, startHoldTime: 20 })],
  [45, customer(talking), agent({ ...talking, held: true, startHoldTime: 45 })],
  [60, customer(talking), agent({ ...talking, held: false, startHoldTime: 45 })],
  [70, customer(talking), agent({ ...talking, held: true, startHoldTime: 70 })],
  [85, customer(talking), agent({ ...talking, held: false, startHoldTime: 70 })],
  [
    100,
    customer({ ...talking, state: 'disconnected', endTime: 100 }),
    agent({ ...talking, state: 'disconnected', endTime: 100 }),
  ],
];

/** Section 6: what many looks at one conversation say together. */
export const streamScenes: readonly Scene[] = [
  { rule: '6', title: 'Three holds in a stream are three on the picture', input: stream('eventTime', holds) },
  {
    rule: '6',
    title: 'Duplicates and disorder change nothing',
    input: stream('eventTime', [...holds, ...holds].toReversed()),
  },
  {
    rule: '6',
    title: 'Control given and taken back has exact times',
    input: stream(
      'eventTime',
      [
        [5, customer(sharing), agent({ ...viewing, controlling: [] })],
        [15, customer(sharing), agent({ ...viewing, controlling: ['customer'] })],
        [35, customer(sharing), agent({ ...viewing, controlling: [] })],
        [50, customer(sharing), agent({ ...viewing, controlling: ['customer'] })],
        [80, customer(sharing), agent({ ...viewing, controlling: [] })],
        [
          90,
          customer({ ...sharing, state: 'disconnected', endTime: 90 }),
          agent({ ...viewing, state: 'disconnected', endTime: 88 }),
        ],
      ],
      cobrowse,
    ),
  },
  {
    rule: '6',
    title: 'A role that changes',
    input: stream(
      'eventTime',
      [
        [0, customer(sharing), agent(viewing)],
        [40, customer({ ...sharing, cobrowseRole: 'viewer' }), agent({ ...viewing, cobrowseRole: 'sharer' })],
        [
          80,
          customer({ ...sharing, cobrowseRole: 'viewer', state: 'disconnected', endTime: 80 }),
          agent({ ...viewing, cobrowseRole: 'sharer', state: 'disconnected', endTime: 80 }),
        ],
      ],
      cobrowse,
    ),
  },
  {
    rule: '6',
    title: 'Parked and resumed, as it was seen',
    input: stream(
      'eventTime',
      [
        [0, customer(talking), agent(talking)],
        [20, customer(talking), agent({ ...talking, state: 'parked', parkTime: 20 })],
        [50, customer(talking), agent({ ...talking, parkTime: 20 })],
        [
          90,
          customer({ ...talking, state: 'disconnected', endTime: 90 }),
          agent({ ...talking, parkTime: 20, state: 'disconnected', endTime: 90 }),
        ],
      ],
      { media: 'messages' },
    ),
  },
  {
    rule: '6',
    title: 'Who joins and who leaves',
    input: stream('eventTime', [
      [0, customer({ state: 'connected' }), queue({ state: 'connected' })],
      [20, customer({ state: 'connected' }), queue({ state: 'connected' }), agent({ state: 'alerting' })],
      [30, customer({ state: 'connected' }), agent({ state: 'connected' })],
      [60, customer({ state: 'connected' }), agent({ state: 'connected' }), second({ state: 'connected' })],
      [80, customer({ state: 'connected' }), second({ state: 'connected' })],
      [100, customer({ state: 'disconnected' }), second({ state: 'disconnected' })],
    ]),
  },
  {
    rule: '6',
    title: 'Looks without any time keep their order',
    input: stream('none', [
      [undefined, customer({ ...talking }), agent({ state: 'alerting', startAlertingTime: 2 })],
      [
        undefined,
        customer({ ...talking }),
        agent({ state: 'connected', startAlertingTime: 2, connectedTime: 8 }),
      ],
      [
        undefined,
        customer({ ...talking, endTime: 50, state: 'disconnected' }),
        agent({ state: 'disconnected', startAlertingTime: 2, connectedTime: 8, endTime: 50 }),
      ],
    ]),
  },
  {
    rule: '6',
    title: 'Detail events, one fact each',
    input: [
      fact('customer.start', 0, { participantId: 'customer', sessionId: 'c' }),
      fact('acd.start', 5, { participantId: 'acd', sessionId: 'q' }),
      fact('acd.end', 30, { participantId: 'acd', sessionId: 'q' }),
      fact('user.start', 30, { participantId: 'agent', sessionId: 'a' }),
      fact('user.end', 90, { participantId: 'agent', sessionId: 'a', disconnectType: 'CLIENT' }),
      fact('customer.end', 90, { participantId: 'customer', sessionId: 'c' }),
    ],
  },
];
