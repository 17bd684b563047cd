import { expect, test } from 'vitest';
import type { LinkKind } from '../../../src/core/model/timeline';
import { columnsOf } from '../../../src/core/layout/columns';
import { isShown, OVERLAYS } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';
import { markAt } from '../../../src/core/view/walk';
import { lane, limit, link, milestone, role, seg, timeline, track } from '../../fixtures/timelines';

test('each overlay holds marks of its own, and bars and other milestones are always there', () => {
  const kinds: LinkKind[] = ['controlling', 'consult', 'monitor', 'coach', 'barge', 'transfer', 'peer'];
  const all = lane('a', 'A', {
    tracks: [track('t', [seg('connected', '0:00', '9:00')])],
    roles: [role('sharer', '1:00', '2:00')],
    limits: [limit('acw', '3:00')],
    milestones: [milestone('start', '0:00'), milestone('evaluation-assigned', '5:00')],
  });
  const links = kinds.map((kind) => link(kind, 'a', 'b', ['6:00', '7:00']));
  const columns = columnsOf(timeline([all, lane('b', 'B')], { links }));
  const marks = columns.lanes[0]?.order.map((_, place) => markAt(columns, { row: 0, place })) ?? [];
  const nameOf = (mark: (typeof marks)[number]) =>
    mark?.kind === 'link' ? mark.link.kind : mark?.kind === 'milestone' ? mark.milestone.kind : mark?.kind;
  const without = OVERLAYS.map((name) => {
    const { overlays } = viewFrom({ overlays: { peers: true, [name]: false } });
    return [name, marks.filter((mark) => !isShown(mark, overlays)).map(nameOf)];
  });
  expect(without).toEqual([
    ['roles', ['role']],
    ['control', ['controlling']],
    ['consult', ['consult']],
    ['monitor', ['monitor']],
    ['coach', ['coach']],
    ['barge', ['barge']],
    ['transfer', ['transfer']],
    ['peers', ['peer']],
    ['limits', ['limit']],
    ['evaluations', ['evaluation-assigned']],
  ]);
  expect(marks.filter((mark) => !isShown(mark, undefined))).toEqual([]);
});
