import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agent,
  type Clock,
  CLOCKS,
  customer,
  draw,
  type Party,
  show,
  showLinks,
  showRoles,
  type Step,
  stream,
} from '../../../fixtures/stream';

/** What truly happened to one leg, in seconds. */
interface History {
  alerting: number;
  connected: number;
  /** In order of time, none at once: on hold, parked, or in control of the customer. */
  stretches: { kind: 'hold' | 'parked' | 'control'; from: number; to: number }[];
  end?: number;
}

/** Lengths, laid one behind the other. */
const histories = fc
  .record({
    ringing: fc.integer({ min: 2, max: 30 }),
    stretches: fc.array(
      fc.record({
        kind: fc.constantFrom('hold' as const, 'parked' as const, 'control' as const),
        before: fc.integer({ min: 1, max: 60 }),
        length: fc.integer({ min: 1, max: 60 }),
      }),
      { maxLength: 6 },
    ),
    rest: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map(({ ringing, stretches, rest }): History => {
    const history: History = { alerting: 5, connected: 5 + ringing, stretches: [] };
    let now = history.connected;
    for (const { kind, before, length } of stretches) {
      history.stretches.push({ kind, from: now + before, to: now + before + length });
      now += before + length;
    }
    return rest === undefined ? history : { ...history, end: now + rest };
  });

const instantsOf = ({ alerting, connected, stretches, end }: History): number[] => [
  alerting,
  connected,
  ...stretches.flatMap(({ from, to }) => [from, to]),
  ...(end === undefined ? [] : [end]),
];

/** What a look at a leg says of its history at an instant: of several holds and parks it knows the last. */
function lookAt({ alerting, connected, stretches, end }: History, now: number): Party {
  const over = end !== undefined && end <= now;
  const begun = (kind: string) => stretches.findLast((one) => one.kind === kind && one.from <= now);
  const hold = begun('hold');
  const park = begun('parked');
  const control = begun('control');
  const isIn = (one: { to: number } | undefined) => one !== undefined && !over && now < one.to;
  const state = now < connected ? 'alerting' : isIn(park) ? 'parked' : 'connected';
  return {
    state: over ? 'disconnected' : state,
    cobrowseSessionId: 's',
    cobrowseRole: 'viewer',
    controlling: isIn(control) ? ['customer'] : [],
    held: isIn(hold),
    startAlertingTime: alerting,
    ...(connected <= now ? { connectedTime: connected } : {}),
    ...(hold === undefined ? {} : { startHoldTime: hold.from }),
    ...(park === undefined ? {} : { parkTime: park.from }),
    ...(park !== undefined && park.to <= now ? { resumeTime: park.to } : {}),
    ...(over ? { endTime: end } : {}),
  };
}

function stepsOf(history: History): Step[] {
  const sharer = customer({
    state: 'connected',
    connectedTime: 0,
    cobrowseSessionId: 's',
    cobrowseRole: 'sharer',
  });
  return instantsOf(history).map((now) => [now, sharer, agent(lookAt(history, now))]);
}

/** The history in the words of `show`. */
function told({ alerting, connected, stretches, end }: History, last: number): string {
  const parts = [`alerting ${alerting}-${connected}`];
  const until = end ?? last;
  const open = end === undefined ? ' running' : '';
  let from = connected;
  for (const one of stretches) {
    if (one.kind === 'control') continue;
    parts.push(`connected ${from}-${one.from}`, `${one.kind} ${one.from}-${one.to}`);
    from = one.to;
  }
  return [...parts, `connected ${from}-${until}${open}`].join(' | ');
}

test('what happened, told event by event, is what is drawn, in whatever order the events come', () => {
  const orders = histories.chain((history) => {
    const steps = stepsOf(history);
    const shuffled = fc.shuffledSubarray(steps, { minLength: steps.length });
    return fc.tuple(fc.constant(history), shuffled, fc.nat(steps.length - 1));
  });
  const clocks = fc.constantFrom<Clock>(...CLOCKS);
  fc.assert(
    fc.property(orders, clocks, ([history, steps, twice], clock) => {
      const repeated = [...steps, steps[twice] as Step];
      const timeline = draw(stream(clock, repeated, { media: 'cobrowsesessions' }));
      const last = Math.max(...instantsOf(history));
      const open = history.end === undefined ? ' running' : '';
      expect(show(timeline, 'agent')).toBe(told(history, last));
      expect(showRoles(timeline, 'agent')).toBe(
        `viewer@s ${history.connected}-${history.end ?? last}${open}`,
      );
      expect(showLinks(timeline, 'controlling')).toEqual(
        history.stretches
          .filter(({ kind }) => kind === 'control')
          .map(({ from, to }) => `controlling agent>customer ${from}-${to}`),
      );
    }),
    { numRuns: 150 },
  );
});
