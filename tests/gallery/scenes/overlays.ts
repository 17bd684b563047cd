import { agent, customer, type Parts, party, rest } from '../../fixtures/payload';
import type { Scene } from '../scene';

const session = 'session-1';
const browsing = { state: 'disconnected', cobrowseSessionId: session };
const talk = (from: number, to: number, parts: Parts = {}) => ({
  calls: [{ state: 'terminated', C: from, E: to, ...parts }],
});

/** A person with a co-browse leg and nothing else. */
function browser(name: string, role: string, parts: Parts): Record<string, unknown> {
  return party(role === 'sharer' ? 'customer' : 'agent', {
    id: name.toLowerCase(),
    name,
    ...browsing,
    cobrowseRole: role,
    ...parts,
  });
}

/** Eleven agents: each of the first ten controls the next. */
const chain = Array.from({ length: 11 }, (_, at) =>
  browser(`Agent ${at + 1}`, at === 10 ? 'sharer' : 'viewer', {
    id: `agent-${at + 1}`,
    C: at * 4,
    E: 120 - at * 3,
    controlling: at === 10 ? [] : [`agent-${((at + 5) % 11) + 1}`],
  }),
);

/** Section 5: what lies over the segments. */
export const overlayScenes: readonly Scene[] = [
  {
    rule: '5.1',
    title: 'Roles of one co-browse session',
    input: rest([
      browser('Maya', 'sharer', { C: 0, E: 100 }),
      browser('Jonas', 'viewer', { A: 5, C: 10, E: 90 }),
    ]),
  },
  {
    rule: '5.1',
    title: 'Two sessions are told apart',
    input: rest([
      browser('Maya', 'sharer', { C: 0, E: 100 }),
      browser('Jonas', 'viewer', { C: 10, E: 60 }),
      browser('Omar', 'sharer', { C: 40, E: 120, cobrowseSessionId: 'session-2' }),
      browser('Priya', 'viewer', { C: 50, E: 110, cobrowseSessionId: 'session-2' }),
    ]),
  },
  {
    rule: '5.1',
    title: 'A role nobody has heard of yet',
    input: rest([
      browser('Maya', 'sharer', { C: 0, E: 100 }),
      browser('Jonas', 'annotator', { C: 10, E: 90 }),
    ]),
  },
  {
    rule: '5.2',
    title: 'Control seen in one snapshot is inferred',
    input: rest([
      browser('Maya', 'sharer', { C: 0, E: 100 }),
      browser('Jonas', 'viewer', { C: 10, E: 90, controlling: ['maya'] }),
    ]),
  },
  {
    rule: '5.2',
    title: 'Control of someone who is not in the data',
    input: rest([browser('Jonas', 'viewer', { C: 10, E: 90, controlling: ['gone'] })]),
  },
  {
    rule: '5.2',
    title: 'Each controls the other, and one itself',
    input: rest([
      browser('Maya', 'sharer', { C: 0, E: 100, controlling: ['jonas', 'maya'] }),
      browser('Jonas', 'viewer', { C: 10, E: 90, controlling: ['maya'] }),
    ]),
  },
  {
    rule: '5.3',
    title: 'Consult has no direction',
    input: rest([
      customer({ name: 'Maya', ...talk(0, 100) }),
      agent({ id: 'jonas', name: 'Jonas', ...talk(10, 70) }),
      agent({ id: 'priya', name: 'Priya', ...talk(40, 95), consultParticipantId: 'jonas' }),
    ]),
  },
  {
    rule: '5.3',
    title: 'Monitor, coach and barge',
    input: rest([
      customer({ name: 'Maya', ...talk(0, 120) }),
      agent({ id: 'jonas', name: 'Jonas', ...talk(10, 110) }),
      party('user', { id: 'lena', name: 'Lena', ...talk(20, 50), monitoredParticipantId: 'jonas' }),
      party('user', { id: 'kofi', name: 'Kofi', ...talk(40, 80), coachedParticipantId: 'jonas' }),
      party('user', { id: 'yara', name: 'Yara', ...talk(70, 100), bargedParticipantId: 'jonas' }),
    ]),
  },
  {
    rule: '5.3',
    title: 'Transfer to the next leg',
    input: rest([
      customer({ name: 'Maya', ...talk(0, 110) }),
      agent({ id: 'jonas', name: 'Jonas', ...talk(5, 50, { disconnectType: 'transfer' }) }),
      agent({ id: 'priya', name: 'Priya', ...talk(56, 105, { A: 50 }) }),
    ]),
  },
  {
    rule: '5.3',
    title: 'Peers, when asked for',
    view: { overlays: { peers: true } },
    input: rest([
      customer({ name: 'Maya', ...talk(0, 80, { id: 'leg-m', peer: 'leg-j' }) }),
      agent({ name: 'Jonas', ...talk(10, 75, { id: 'leg-j', peer: 'leg-m' }) }),
    ]),
  },
  {
    rule: '5.4',
    title: 'Two sharers in one session',
    input: rest([
      browser('Maya', 'sharer', { C: 0, E: 100 }),
      browser('Omar', 'sharer', { C: 20, E: 80 }),
      browser('Jonas', 'viewer', { C: 10, E: 90 }),
    ]),
  },
  {
    rule: '5.5',
    title: 'Hold stands on the row whose data says so',
    input: rest([
      customer({ name: 'Maya', calls: [{ state: 'terminated', C: 0, E: 100, segments: 'Interact 0-100' }] }),
      agent({
        name: 'Jonas',
        calls: [
          {
            state: 'terminated',
            C: 10,
            E: 100,
            segments: 'Interact 10-40 | Hold 40-60 | Interact 60-100',
          },
        ],
      }),
    ]),
  },
  {
    rule: '5.6',
    title: 'Ten links that cross stay legible',
    input: rest(chain),
  },
];
