import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { rowsOf } from '../../../src/core/layout/rows';
import { arrange, usersWithLegs } from '../../../src/core/view/arrange';
import { search } from '../../../src/core/view/lane-text';
import { boundsOf } from '../../../src/core/view/bounds';
import { reduceView, type ViewAction } from '../../../src/core/view/reduce';
import type { View } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';
import { walk } from '../../../src/core/view/walk';
import { lane, seg, timeline, track } from '../../fixtures/timelines';

const one = (id: string) => [track(`${id}1`, [seg('connected', '0:00', '1:00')])];
/** Jonas has two legs, with Priya between. */
const call = timeline([
  lane('maya', 'Maya Okafor', {
    purpose: 'customer',
    tracks: one('maya'),
    participant: { ani: 'tel:+15550100' },
  }),
  lane('jonas-1', 'Jonas Weber', { userId: 'u-jonas', tracks: one('j1') }),
  lane('priya', 'Priya Natarajan', {
    userId: 'u-priya',
    tracks: one('p'),
    participant: { queueName: 'Billing' },
  }),
  lane('jonas-2', 'Jonas Weber', { userId: 'u-jonas', tracks: one('j2') }),
]);
const bounds = boundsOf(call);
const ids = (view: View) => arrange(call.lanes, view).order.map((place) => call.lanes[place]?.id);

function after(...actions: ViewAction[]): View {
  return actions.reduce((view, action) => reduceView(view, action, bounds), viewFrom());
}

describe('arrange', () => {
  it('moves more legs of one user than a call takes arguments', () => {
    const legs = Array.from({ length: 150_000 }, (_, at) =>
      lane(`leg-${at}`, 'Jonas Weber', { userId: 'u' }),
    );
    const view = viewFrom({ grouped: true, moved: [{ laneId: 'leg-7', before: 'other' }] });
    const { order } = arrange([lane('other', 'Maya Okafor'), ...legs], view);
    expect([order.length, order[0], order.at(-1)]).toEqual([150_001, 1, 0]);
  });

  it('leaves the lanes as they are at first', () => {
    expect(ids(viewFrom())).toEqual(['maya', 'jonas-1', 'priya', 'jonas-2']);
  });

  it('hides lanes, counts them, and brings them back', () => {
    const view = after({ type: 'hide', laneIds: ['priya'] }, { type: 'hide', laneIds: ['maya'] });
    expect(ids(view)).toEqual(['jonas-1', 'jonas-2']);
    expect(arrange(call.lanes, view)).toMatchObject({ hidden: 2, filtered: 0 });
    expect(ids(reduceView(view, { type: 'unhide', laneId: 'maya' }, bounds))).toContain('maya');
    expect(ids(reduceView(view, { type: 'unhide' }, bounds))).toHaveLength(4);
  });

  it('keeps pinned lanes on top, whatever the filter says', () => {
    const view = after({ type: 'togglePin', laneIds: ['jonas-2'] }, { type: 'filter', text: 'maya' });
    expect(ids(view)).toEqual(['jonas-2', 'maya']);
    expect(arrange(call.lanes, view).filtered).toBe(2);
  });

  it.each([
    ['a name', 'okaf', ['maya']],
    ['a name with an accent that it has not', 'Màyá', ['maya']],
    ['a purpose', 'CUSTOMER', ['maya']],
    ['the value of a field', 'billing', ['priya']],
    ['all of several words', 'jonas agent', ['jonas-1', 'jonas-2']],
    ['nothing', 'nobody', []],
  ])('filters by %s', (_, text, expected) => {
    expect(ids(after({ type: 'filter', text }))).toEqual(expected);
  });

  it('moves lanes before others and to the end', () => {
    expect(ids(after({ type: 'moveLane', laneId: 'priya', before: 'maya' }))[0]).toBe('priya');
    expect(ids(after({ type: 'moveLane', laneId: 'maya' })).at(-1)).toBe('maya');
    expect(
      after({ type: 'moveLane', laneId: 'maya' }, { type: 'moveLane', laneId: 'maya', before: 'priya' })
        .moved,
    ).toHaveLength(1);
    expect(ids(after({ type: 'moveLane', laneId: 'maya' }, { type: 'restoreOrder' }))[0]).toBe('maya');
  });

  it('passes over moves to nowhere, as an address may hold them', () => {
    const unmoved = ids(viewFrom());
    expect(ids(viewFrom({ moved: [{ laneId: 'maya', before: 'gone' }] }))).toEqual(unmoved);
    expect(ids(viewFrom({ moved: [{ laneId: 'maya', before: 'maya' }] }))).toEqual(unmoved);
  });

  it('brings the legs of a user together', () => {
    const grouped = ['maya', 'jonas-1', 'jonas-2', 'priya'];
    expect(ids(after({ type: 'toggleGrouped' }))).toEqual(grouped);
    expect(ids(after({ type: 'toggleJoined', userId: 'u-jonas' }))).toEqual(grouped);
    expect([...usersWithLegs(call.lanes)]).toEqual([['u-jonas', [1, 3]]]);
  });

  const joined: ViewAction = { type: 'toggleJoined', userId: 'u-jonas' };

  it.each([
    ['down', [{ type: 'moveLane', laneId: 'jonas-1' }], ['maya', 'priya', 'jonas-1', 'jonas-2']],
    [
      'up',
      [{ type: 'moveLane', laneId: 'jonas-2', before: 'maya' }],
      ['jonas-1', 'jonas-2', 'maya', 'priya'],
    ],
  ] satisfies [string, ViewAction[], string[]][])(
    'moves legs that stand together as one, %s',
    (_, moves, expected) => {
      expect(ids(after({ type: 'toggleGrouped' }, ...moves))).toEqual(expected);
      expect(ids(after(joined, ...moves))).toEqual(expected);
    },
  );

  it('keeps the order in which legs were put before they stood together', () => {
    const view = after({ type: 'moveLane', laneId: 'jonas-2', before: 'jonas-1' }, joined);
    expect(ids(view)).toEqual(['maya', 'jonas-2', 'jonas-1', 'priya']);
  });

  it.each([joined, { type: 'toggleGrouped' }] satisfies ViewAction[])(
    'keeps it also when they are moved as one then, without a list of all moves (%o)',
    (together) => {
      const apart: ViewAction = { type: 'moveLane', laneId: 'jonas-2', before: 'jonas-1' };
      const down: ViewAction = { type: 'moveLane', laneId: 'jonas-2' };
      const up: ViewAction = { ...down, before: 'priya' };
      expect(ids(after(apart, together, down))).toEqual(['maya', 'priya', 'jonas-2', 'jonas-1']);
      const often = after(apart, together, down, up, down, up, down);
      expect(ids(often)).toEqual(['maya', 'priya', 'jonas-2', 'jonas-1']);
      expect(often.moved).toHaveLength(2);
    },
  );

  it('folds, pins and hides as one what shares a row, whatever was done to one leg before', () => {
    const laneIds = ['jonas-1', 'jonas-2'];
    const folded = after({ type: 'toggleFold', laneIds: ['jonas-2'] }, { type: 'toggleFold', laneIds });
    expect(folded.folded).toEqual([]);
    expect(reduceView(folded, { type: 'toggleFold', laneIds }, bounds).folded).toEqual(laneIds);
    expect(after({ type: 'hide', laneIds: ['jonas-2'] }, { type: 'hide', laneIds }).hidden).toHaveLength(2);
  });

  it('shows every lane once or says why not, whatever was done, and survives an unknown id', () => {
    const laneId = fc.constantFrom('maya', 'jonas-1', 'priya', 'jonas-2', 'gone', 'constructor');
    const action: fc.Arbitrary<ViewAction> = fc.oneof(
      fc.record({
        type: fc.constantFrom('hide' as const, 'togglePin' as const),
        laneIds: fc.array(laneId, { maxLength: 2 }),
      }),
      fc.record({ type: fc.constant('unhide' as const), laneId }),
      fc.record({
        type: fc.constant('moveLane' as const),
        laneId,
        before: fc.option(laneId, { nil: undefined }),
      }),
      fc.record({ type: fc.constant('toggleGrouped' as const) }),
      fc.record({ type: fc.constant('toggleJoined' as const), userId: fc.constantFrom('u-jonas', 'gone') }),
      fc.record({ type: fc.constant('filter' as const), text: fc.constantFrom('', 'jonas', 'x') }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const { order, hidden, filtered } = arrange(call.lanes, after(...actions));
        expect(new Set(order).size).toBe(order.length);
        expect(order.length + hidden + filtered).toBe(call.lanes.length);
      }),
    );
  });
});

describe('rows', () => {
  const style = { compact: false, head: 0 };
  const columns = columnsOf(call);

  it('puts joined legs on one row and the next row under it', () => {
    const rows = rowsOf(columns, after({ type: 'toggleJoined', userId: 'u-jonas' }), style);
    const [maya, first, second, priya] = rows.list;
    expect(first?.y).toBe(maya?.height);
    expect(first).not.toHaveProperty('joined');
    expect([first?.laneId, second?.laneId, priya?.laneId]).toEqual(['jonas-1', 'jonas-2', 'priya']);
    expect(second).toMatchObject({ y: first?.y, height: first?.height, joined: true });
    expect(priya?.y).toBe((first?.y ?? 0) + (first?.height ?? 0));
  });

  it('walks in the order of the rows, past hidden ones', () => {
    const view = after(
      { type: 'hide', laneIds: ['jonas-1'] },
      { type: 'moveLane', laneId: 'jonas-2', before: 'maya' },
    );
    const order = rowsOf(columns, view, style).list.map(({ index }) => index);
    expect(order).toEqual([3, 0, 2]);
    expect(walk({ columns, order }, { row: 3, place: 0 }, 'below').row).toBe(0);
    expect(walk({ columns, order }, { row: 0, place: 0 }, 'below').row).toBe(2);
    expect(walk({ columns, order }, { row: 2, place: 0 }, 'below').row).toBe(2);
  });
});

describe('search', () => {
  it('says in which field it found what', () => {
    expect(search(call.lanes, 'billing')).toEqual([
      { laneId: 'priya', field: { name: 'queueName', value: 'Billing' } },
    ]);
    expect(search(call.lanes, '5550100').map(({ field }) => field.name)).toEqual(['ani']);
    expect(search(call.lanes, ' ')).toEqual([]);
  });

  it('finds times as the data writes them, not by the digits of their milliseconds', () => {
    const ended = lane('a', 'Ada', {
      participant: { endTime: Date.parse('2026-11-19T09:00:25Z'), wrapupTimeoutMs: 30_000 },
    });
    expect(search([ended], '2026-11-19T09:00')).toEqual([
      { laneId: 'a', field: { name: 'endTime', value: '2026-11-19T09:00:25.000Z' } },
    ]);
    expect(search([ended], '8250')).toEqual([]);
    expect(search([ended], '30000').map(({ field }) => field.name)).toEqual(['wrapupTimeoutMs']);
    const beyond = lane('b', 'Ben', { participant: { endTime: 9e15 } });
    expect(search([beyond], '9000')).toHaveLength(1);
  });
});
