import { cleanup, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DurationsPanel } from '../../../src/app/durations/DurationsPanel';
import { SettingsProvider } from '../../../src/app/settings';
import type { Range } from '../../../src/timeline/index';
import { buildTimeline, parseConversations, type Timeline } from '../../../src/core/index';
import { agent, rest, timelineOf } from '../../fixtures/payload';
import { analytics } from './conversations';
import { at, lane, seg, timeline as conversationOf, track, usualCall } from '../../fixtures/timelines';

function shown(timeline: Timeline, range?: Range) {
  return (
    <SettingsProvider>
      <DurationsPanel
        level={2}
        timeline={timeline}
        range={range}
        selected={undefined}
        highlighted={[]}
        onShow={() => undefined}
        onWhole={() => undefined}
        onPointer={() => undefined}
      />
    </SettingsProvider>
  );
}

it('tells apart who has one name with somebody of another purpose', () => {
  const tracks = [track('t', [seg('connected', '0:00', '1:00')])];
  render(
    shown(conversationOf([lane('a', 'Sam', { purpose: 'customer', tracks }), lane('b', 'Sam', { tracks })])),
  );
  const headings = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(headings.filter((text) => text?.startsWith('Sam'))).toEqual(['Sam · Customer', 'Sam · Agent']);
});

const rowOf = (name: string) => screen.queryByRole('button', { name })?.closest('tr')?.textContent;

it('counts within a marked range nothing but what lies within it', () => {
  const valueOf = (term: string) => screen.queryByText(term)?.closest('dt')?.nextElementSibling?.textContent;
  const told = () => [...['Duration', 'Longest hold', 'Holds'].map(valueOf), rowOf('Hold, Jonas Weber')];
  const { rerender } = render(shown(usualCall()));
  expect(told()).toEqual(['14:20.000', '1:12.000', '1', 'Hold1:12.000']);
  rerender(shown(usualCall(), { start: at('5:30'), end: at('6:00') }));
  expect(told()).toEqual(['0:30.000', '0:30.000', '1', 'Hold0:30.000']);
  rerender(shown(usualCall(), { start: at('1:30'), end: at('2:00') }));
  expect(told()).toEqual(['0:30.000', undefined, '0', undefined]);
});

it('says on which side of a time the truth lies, and where the vendor’s own differs', () => {
  render(shown(timelineOf(rest([agent({ name: 'Ann', calls: [{ C: 0, H: 20, held: false, E: 90 }] })]))));
  const hold = rowOf('Hold, Ann');
  cleanup();
  const [told] = parseConversations(analytics()).conversations;
  if (!told) throw new Error('none');
  render(shown(buildTimeline(told)));
  expect([hold, rowOf('Talk, Jonas'), rowOf('Hold, Jonas')]).toEqual([
    'Holdat most1:10.000',
    'Talk1:00.0001:00.003',
    'Hold0:20.0000:25.000differs',
  ]);
});

it('says of which days a marked range is, where it is of several', () => {
  const within = (start: string, end: string) =>
    shown(usualCall(), { start: Date.parse(start), end: Date.parse(end) });
  const { rerender } = render(within('2026-11-19T09:00:00Z', '2026-11-19T09:05:00Z'));
  expect(screen.getByText(/^Only what lies within the marked range/)).not.toHaveTextContent('2026');
  rerender(within('2026-11-18T09:00:00Z', '2026-11-19T09:05:00Z'));
  expect(screen.getByText(/^Only what lies within the marked range/)).toHaveTextContent(
    /Nov 18.* to .*Nov 19/,
  );
});
