import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lane } from '../../src/core/model/timeline';
import { type OpenableLink, ParticipantTimeline } from '../../src/timeline/index';

const zone = { timeZone: 'UTC', locale: 'en-GB' };
const drawn = vi.hoisted(() => ({ rows: [] as string[] }));

/** What stands in a row, counted each time that React draws it. */
vi.mock(import('../../src/timeline/identity'), async (original) => {
  const { Identity, ...rest } = await original();
  return {
    ...rest,
    Identity(props: Parameters<typeof Identity>[0] & { lane: Lane }) {
      drawn.rows.push(props.lane.label);
      return <Identity {...props} />;
    },
  };
});

const clock = (minute: number) => new Date(Date.UTC(2026, 10, 19, 9, minute)).toISOString();
const agent = (name: string, ended?: number) => ({
  id: name,
  name,
  purpose: 'agent',
  calls: [
    {
      id: `${name}-call`,
      state: ended === undefined ? 'connected' : 'terminated',
      connectedTime: clock(0),
      ...(ended !== undefined && { disconnectedTime: clock(ended) }),
    },
  ],
});
const names = Array.from({ length: 30 }, (_, place) => `Agent ${String(place).padStart(2, '0')}`);

beforeEach(() => {
  drawn.rows.length = 0;
});

describe('a conversation that grows', () => {
  const snapshot = (last: object) => ({
    id: 'one',
    participants: [...names.map((name) => agent(name, 30)), last],
  });
  const event = (minute: number, held: boolean) => ({
    topicName: 'v2.users.u1.conversations.calls',
    eventBody: {
      id: 'one',
      participants: [
        ...names.map((name) => ({
          id: name,
          name,
          purpose: 'agent',
          state: 'connected',
          connectedTime: clock(0),
        })),
        { id: 'Mia', name: 'Mia', purpose: 'agent', state: 'connected', held, connectedTime: clock(0) },
      ],
    },
    metadata: {},
    time: clock(minute),
  });

  it('draws only the row that changed, of 31', () => {
    const shown = render(<ParticipantTimeline conversation={snapshot(agent('Mia', 10))} {...zone} />);
    expect(new Set(drawn.rows).size).toBe(31);
    drawn.rows.length = 0;
    shown.rerender(<ParticipantTimeline conversation={snapshot(agent('Mia', 11))} {...zone} />);
    expect(new Set(drawn.rows)).toEqual(new Set(['Mia']));
    drawn.rows.length = 0;
    shown.rerender(<ParticipantTimeline conversation={snapshot(agent('Mia', 11))} {...zone} />);
    expect(drawn.rows).toEqual([]);
  });

  it('says of a leg that there is another of its user, once that comes', () => {
    const leg = (id: string) => ({ ...agent(id, 10), name: 'Mia', userId: 'u1' });
    const legs = (...ids: string[]) => ({ id: 'one', participants: ids.map(leg) });
    const shown = render(<ParticipantTimeline conversation={legs('first')} {...zone} />);
    expect(screen.getByRole('row')).not.toHaveAccessibleName(/leg/);
    shown.rerender(<ParticipantTimeline conversation={legs('first', 'second')} {...zone} />);
    const [first, second] = screen.getAllByRole('row');
    expect(first).toHaveAccessibleName(/leg 1 of 2/);
    expect(second).toHaveAccessibleName(/leg 2 of 2/);
    expect(first).toHaveAttribute('data-tied', 'first');
  });

  it('is read anew from events as they come', () => {
    const events = [event(1, false), event(5, true)];
    const shown = render(<ParticipantTimeline conversation={events.slice(0, 1)} {...zone} />);
    expect(screen.queryByRole('button', { name: 'Hold' })).not.toBeInTheDocument();
    drawn.rows.length = 0;
    shown.rerender(<ParticipantTimeline conversation={events} {...zone} />);
    expect(screen.getByRole('button', { name: 'Hold' })).toBeInTheDocument();
    expect(drawn.rows).toContain('Mia');
  });

  it('draws no row when only the host draws itself anew', () => {
    const conversation = snapshot(agent('Mia', 10));
    const shown = render(<ParticipantTimeline conversation={conversation} {...zone} />);
    drawn.rows.length = 0;
    shown.rerender(
      <ParticipantTimeline conversation={conversation} onViewChange={() => undefined} {...zone} />,
    );
    expect(drawn.rows).toEqual([]);
  });
});

describe('links to join', () => {
  const viewer = 'https://watch.example/join?key=secret';
  const conversation = {
    id: 'one',
    participants: [{ ...agent('Mia', 10), cobrowsesessions: [{ id: 'c', viewerUrl: viewer }] }],
  };
  const openMenu = async () => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Row of Mia' }));
    await screen.findByRole('menu', { hidden: true });
    return user;
  };

  it('are the host’s to open, and are not in the page before', async () => {
    const onOpenLink = vi.fn<(link: OpenableLink) => void>();
    const opened = vi.spyOn(window, 'open');
    const { container } = render(
      <ParticipantTimeline conversation={conversation} onOpenLink={onOpenLink} {...zone} />,
    );
    const user = await openMenu();
    expect(container.innerHTML).not.toContain('secret');
    await user.click(screen.getByRole('menuitem', { name: /watch\.example/, hidden: true }));
    expect(onOpenLink).toHaveBeenCalledExactlyOnceWith({ url: viewer, host: 'watch.example', laneId: 'Mia' });
    expect(opened).not.toHaveBeenCalled();
    await act(async () => undefined);
    expect(screen.queryByRole('menu', { hidden: true })).not.toBeInTheDocument();
  });

  it('are told apart where several lead to one host', async () => {
    const errors = vi.spyOn(console, 'error');
    const onOpenLink = vi.fn<(link: OpenableLink) => void>();
    const sessions = [1, 2].map((id) => ({ id: `c${id}`, viewerUrl: `https://watch.example/${id}` }));
    const twice = { id: 'one', participants: [{ ...agent('Mia', 10), cobrowsesessions: sessions }] };
    render(<ParticipantTimeline conversation={twice} onOpenLink={onOpenLink} {...zone} />);
    const user = await openMenu();
    const items = screen.getAllByRole('menuitem', { name: /watch\.example/, hidden: true });
    expect(new Set(items.map((item) => item.textContent)).size).toBe(2);
    await user.click(screen.getByRole('menuitem', { name: /watch\.example \(2\)/, hidden: true }));
    expect(onOpenLink).toHaveBeenCalledExactlyOnceWith({
      url: 'https://watch.example/2',
      host: 'watch.example',
      laneId: 'Mia',
    });
    expect(errors).not.toHaveBeenCalled();
  });

  it('are not offered to a host that does not ask for them', async () => {
    render(<ParticipantTimeline conversation={conversation} {...zone} />);
    await openMenu();
    expect(screen.queryByRole('menuitem', { name: /watch/, hidden: true })).not.toBeInTheDocument();
  });
});
