import { agent, customer, iso, party, rest, s } from '../../fixtures/payload';
import type { Scene } from '../scene';

const caller = customer({ name: 'Maya', calls: [{ S: 0, C: 0, E: 120, state: 'terminated' }] });
const ended = { state: 'terminated', S: 10, A: 10, C: 20, E: 100 };
const jonas = { name: 'Jonas' };

/** Section 4: what a snapshot says. */
export const snapshotScenes: readonly Scene[] = [
  {
    rule: '4.1',
    title: 'Recorded segments win',
    input: rest([
      caller,
      agent({
        ...jonas,
        calls: [{ ...ended, segments: 'Alert 10-20 | Interact 20-50 | Hold 50-70 | Interact 70-100 client' }],
        W0: 100,
        W1: 115,
      }),
    ]),
  },
  {
    rule: '4.2',
    title: 'Alerting until answered',
    input: rest([caller, agent({ ...jonas, alertingTimeoutMs: 30_000, calls: [ended] })]),
  },
  {
    rule: '4.2',
    title: 'Not responding at the limit',
    input: rest([
      caller,
      agent({ ...jonas, alertingTimeoutMs: 30_000, calls: [{ state: 'terminated', A: 10, E: 40 }] }),
    ]),
  },
  {
    rule: '4.2',
    title: 'Alerting inferred from the start of the leg',
    input: rest([caller, agent({ ...jonas, calls: [{ state: 'terminated', S: 10, C: 22, E: 100 }] })]),
  },
  {
    rule: '4.2',
    title: 'Outbound legs dial and contact',
    input: rest([
      agent({ ...jonas, calls: [{ state: 'terminated', direction: 'outbound', S: 0, C: 20, E: 90 }] }),
      customer({ name: 'Maya', calls: [{ state: 'contacting', direction: 'outbound', S: 5 }] }),
    ]),
  },
  {
    rule: '4.3',
    title: 'Connected has another name for machines',
    input: rest([
      party('ivr', { name: 'Main menu', calls: [{ state: 'terminated', C: 0, E: 20 }] }),
      party('acd', { name: 'Billing', calls: [{ state: 'terminated', C: 20, E: 50 }] }),
      party('voicemail', { name: 'Voicemail', calls: [{ state: 'terminated', C: 50, E: 90 }] }),
      caller,
    ]),
  },
  {
    rule: '4.4',
    title: 'Hold until the end of the leg',
    input: rest([caller, agent({ ...jonas, calls: [{ ...ended, H: 60, held: true }] })]),
  },
  {
    rule: '4.4',
    title: 'Hold still running',
    now: s(120),
    input: rest([
      customer({ name: 'Maya', calls: [{ S: 0, C: 0, state: 'connected' }] }),
      agent({ ...jonas, calls: [{ state: 'connected', A: 10, C: 20, H: 60, held: true }] }),
    ]),
  },
  {
    rule: '4.4',
    title: 'Hold whose end is not known',
    input: rest([caller, agent({ ...jonas, calls: [{ ...ended, H: 60, held: false }] })]),
  },
  {
    rule: '4.5',
    title: 'Parked until it was resumed',
    input: rest([caller, agent({ ...jonas, messages: [{ ...ended, P: 40, R: 70 }] })]),
  },
  {
    rule: '4.5',
    title: 'Parked, to be resumed later',
    now: s(80),
    input: rest([
      customer({ name: 'Maya', messages: [{ S: 0, C: 0, state: 'connected' }] }),
      agent({ ...jonas, messages: [{ state: 'parked', A: 10, C: 20, P: 40, R: 130 }] }),
    ]),
  },
  {
    rule: '4.5',
    title: 'Resumed at a time nobody recorded',
    now: s(100),
    input: rest([
      customer({ name: 'Maya', messages: [{ S: 0, C: 0, state: 'connected' }] }),
      agent({ ...jonas, messages: [{ state: 'connected', A: 10, C: 20, P: 40 }] }),
    ]),
  },
  {
    rule: '4.6',
    title: 'After-call work recorded',
    input: rest([caller, agent({ ...jonas, wrapupTimeoutMs: 40_000, calls: [ended], W0: 100, W1: 120 })]),
  },
  {
    rule: '4.6',
    title: 'After-call work until the wrap-up was saved',
    input: rest([
      caller,
      agent({ ...jonas, calls: [ended], W0: 100, wrapup: { code: 'w', name: 'Moved', endTime: iso(118) } }),
    ]),
  },
  {
    rule: '4.6',
    title: 'After-call work as long as the wrap-up says',
    input: rest([
      caller,
      agent({ ...jonas, calls: [ended], W0: 100, wrapup: { code: 'w', name: 'Moved', durationSeconds: 25 } }),
    ]),
  },
  {
    rule: '4.6',
    title: 'After-call work past its limit',
    input: rest([caller, agent({ ...jonas, wrapupTimeoutMs: 15_000, calls: [ended], W0: 100, W1: 140 })]),
  },
  {
    rule: '4.6',
    title: 'After-call work bounded by its limit',
    input: rest([caller, agent({ ...jonas, wrapupTimeoutMs: 30_000, calls: [ended], W0: 100 })], { E: 120 }),
  },
  {
    rule: '4.7',
    title: 'Ended by an error',
    input: rest([
      caller,
      agent({
        ...jonas,
        calls: [
          {
            state: 'terminated',
            A: 10,
            E: 30,
            disconnectType: 'error',
            errorInfo: { code: 'error.ininedgecontrol.connection.invalid', message: 'The line was lost' },
          },
        ],
      }),
    ]),
  },
  {
    rule: '4.8',
    title: 'The provider’s clock is off',
    input: rest([
      customer({ name: 'Maya', cobrowseSessionId: 's', state: 'disconnected', S: 0, C: 0, E: 60, V: 66 }),
      agent({ ...jonas, cobrowseSessionId: 's', state: 'disconnected', A: 5, C: 10, E: 60, V: 60 }),
    ]),
  },
  {
    rule: '4.9',
    title: 'Two legs of one user',
    input: rest([
      caller,
      agent({ id: 'leg-1', ...jonas, userId: 'jonas', calls: [{ state: 'terminated', A: 10, E: 30 }] }),
      agent({
        id: 'leg-2',
        ...jonas,
        userId: 'jonas',
        calls: [{ state: 'terminated', A: 40, C: 45, E: 100 }],
      }),
    ]),
  },
  {
    rule: '4.9',
    title: 'Two legs of one user, folded into one row',
    view: { joined: ['jonas'] },
    input: rest([
      caller,
      agent({ id: 'leg-1', ...jonas, userId: 'jonas', calls: [{ state: 'terminated', A: 10, E: 30 }] }),
      agent({
        id: 'leg-2',
        ...jonas,
        userId: 'jonas',
        calls: [{ state: 'terminated', A: 40, C: 45, E: 100 }],
      }),
    ]),
  },
  {
    rule: '4.10',
    title: 'Untidy, and no alarm',
    input: rest([
      agent({
        ...jonas,
        calls: [
          {
            ...ended,
            segments: 'Alert 9.98-20 | Interact 20-100.3 client | Wrapup 100-110',
            afterCallWork: {},
            errorInfo: { code: 'none', message: 'It went well' },
          },
        ],
      }),
      party('acd', { name: 'Billing', calls: [{ state: 'terminated', C: 0, E: 20.04 }] }),
      customer({ name: 'Maya', chats: [{ S: 0, C: 0, E: 100, state: 'disconnected', segments: [] }] }),
    ]),
  },
  {
    rule: '4.11',
    title: 'Hours in which nothing happens, folded',
    view: { idle: 'folded' },
    input: rest([
      customer({ name: 'Maya', chats: [{ S: 0, C: 0, E: 60, state: 'disconnected' }] }),
      agent({ ...jonas, chats: [{ state: 'disconnected', A: 27_000, C: 27_010, E: 27_200 }] }),
    ]),
  },
  {
    rule: '4.12',
    title: 'Nothing is too short to be seen',
    input: rest([
      customer({ name: 'Maya', calls: [{ S: 0, C: 0, E: 4_000, state: 'terminated' }] }),
      agent({
        ...jonas,
        calls: [
          {
            state: 'terminated',
            A: 100,
            C: 100.001,
            E: 900,
            segments: 'Interact 100-900 | Hold 500-500.002',
          },
        ],
      }),
      agent({ id: 'blink', name: 'Priya', calls: [{ state: 'terminated', A: 2_000, C: 2_000, E: 2_000 }] }),
    ]),
  },
];
