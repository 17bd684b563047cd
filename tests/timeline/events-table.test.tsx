import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Timeline } from '../../src/core/model/timeline';
import { parseConversations } from '../../src/core/parse/parse-conversations';
import { buildTimeline } from '../../src/core/timeline/build';
import { EventsTable } from '../../src/timeline/EventsTable';
import { dense, usualCall } from '../fixtures/timelines';

function built(text: string): Timeline {
  const [conversation] = parseConversations(text).conversations;
  if (!conversation) throw new Error('No conversation');
  return buildTimeline(conversation);
}

const zone = { timeZone: 'Europe/Berlin', locale: 'en-GB' };
const table = () => screen.getByRole('table', { name: 'Events' });
const rows = () => within(table()).getAllByRole('row').slice(1);

describe('EventsTable', () => {
  it('lists segments, milestones, roles, links and limits', () => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    for (const kind of ['Segment', 'Milestone', 'Role', 'Link', 'Limit']) {
      expect(within(table()).getAllByRole('cell', { name: kind }).length).toBeGreaterThan(0);
    }
  });

  it('tells apart who has one name with somebody of another purpose', () => {
    const timeline = built(`{"participants": [
      {"id": "a", "purpose": "customer", "name": "Sam", "calls": [{"id": "b", "connectedTime": "2026-10-21T13:00:00Z"}]},
      {"id": "c", "purpose": "agent", "name": "Sam", "calls": [{"id": "d", "connectedTime": "2026-10-21T13:01:00Z"}]},
      {"id": "e", "purpose": "agent", "name": "Ada", "calls": [{"id": "f", "connectedTime": "2026-10-21T13:02:00Z"}]}]}`);
    render(<EventsTable timeline={timeline} {...zone} />);
    const names = rows().map((row) => within(row).getAllByRole('cell')[3]?.textContent);
    expect([...new Set(names)]).toEqual(['Sam · Customer', 'Sam · Agent', 'Ada']);
  });

  it('says which offers were not answered and what ran over, as the picture does', () => {
    const timeline = built(`{"participants": [
      {"id": "a", "purpose": "agent", "name": "Bashir", "alertingTimeoutMs": 15000, "calls": [{"id": "b",
        "state": "terminated", "direction": "inbound", "startAlertingTime": "2026-10-21T13:01:30Z",
        "disconnectedTime": "2026-10-21T13:01:45Z", "disconnectType": "endpoint.noanswer"}]},
      {"id": "c", "purpose": "agent", "name": "Tomasz", "wrapupTimeoutMs": 60000, "calls": [{"id": "d",
        "state": "terminated", "direction": "inbound", "connectedTime": "2026-10-21T13:02:00Z",
        "disconnectedTime": "2026-10-21T13:16:00Z", "afterCallWork":
        {"startTime": "2026-10-21T13:16:00Z", "endTime": "2026-10-21T13:18:30Z"}}]}]}`);
    render(<EventsTable timeline={timeline} {...zone} />);
    const detail = (what: string) =>
      rows()
        .filter((row) => row.textContent?.includes(`Segment${what}`))
        .map((row) => within(row).getAllByRole('cell').at(-1)?.textContent);
    expect(detail('Alerting')).toEqual(['Voice · not answered']);
    expect(detail('After-call work')).toEqual(['Voice · ran over its limit']);
    expect(detail('Connected')).toEqual(['Voice']);
  });

  it('says which ends were in error, though the data says no more of it', () => {
    const timeline =
      built(`{"participants": [{"id": "a", "purpose": "external", "calls": [{"id": "b", "state": "terminated",
      "startTime": "2026-10-21T13:01:30Z", "disconnectedTime": "2026-10-21T13:01:45Z", "errorInfo": {"status": 486}}]}]}`);
    render(<EventsTable timeline={timeline} {...zone} />);
    const end = rows().find((row) => row.textContent?.includes('MilestoneEnd'));
    expect(end).toHaveTextContent(/in error/);
  });

  it('names the day where not all of it is of one, what is planned included', async () => {
    const timeline = built(`{"participants": [{"id": "a", "purpose": "agent", "messages": [{"id": "b",
      "state": "parked", "connectedTime": "2026-10-21T13:02:00Z", "parkTime": "2026-10-21T13:05:00Z",
      "resumeTime": "2026-10-23T08:00:00Z"}]}]}`);
    render(<EventsTable timeline={timeline} {...zone} />);
    const planned = within(table()).getByRole('row', { name: /planned/ });
    expect(planned).toHaveTextContent(/^21 Oct, 15:05:00\.00023 Oct, 10:00:00\.000/);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter events' }), '21 oct connected');
    expect(rows()).toHaveLength(2);
    cleanup();
    // A leg that is stuck for a year comes by a day twice.
    const call = usualCall();
    render(<EventsTable timeline={{ ...call, end: call.end + 365 * 86_400_000 }} {...zone} />);
    expect(rows()[0]).toHaveTextContent(/^19 Nov 2026, 10:02/);
  });

  it('sorts by any column, both ways', async () => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    const head = within(table()).getByRole('columnheader', { name: /Duration/ });
    await userEvent.click(within(head).getByRole('button'));
    expect(head).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(head).getByRole('button'));
    expect(head).toHaveAttribute('aria-sort', 'descending');
    expect(rows()[0]).toHaveTextContent('12:22.000');
  });

  it('says by which column and how it was sorted, once it was', async () => {
    const { container } = render(<EventsTable timeline={usualCall()} {...zone} />);
    const told = container.querySelector('[aria-live="polite"]');
    expect(told).toBeEmptyDOMElement();
    await userEvent.click(screen.getByRole('button', { name: 'Duration' }));
    await waitFor(() => expect(told).toHaveTextContent(/^Sorted by duration, ascending$/));
    await userEvent.click(screen.getByRole('button', { name: 'Duration' }));
    // What is added to what there was would be said of it alone.
    expect(told).toBeEmptyDOMElement();
    await waitFor(() => expect(told).toHaveTextContent(/^Sorted by duration, descending$/));
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(told).toHaveTextContent(/^Sorted by start, ascending$/));
  });

  it('has empty cells last, whichever way it is sorted', async () => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    const heads = within(table()).getAllByRole('columnheader');
    const cells = (place: number) =>
      [...table().querySelectorAll('tbody tr')].map((row) => row.children[place]?.textContent);
    for (const name of ['End', 'Duration', 'Certainty', 'Detail']) {
      const place = heads.findIndex((head) => head.textContent === name);
      const button = within(heads[place] ?? table()).getByRole('button');
      for (let times = 0; times < 2; times++) {
        await userEvent.click(button);
        const full = cells(place).filter((text) => text !== '').length;
        expect(full).toBeGreaterThan(0);
        expect(full).toBeLessThan(cells(place).length);
        expect(cells(place).indexOf('')).toBe(full);
      }
    }
  });

  it('filters', async () => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter events' }), 'jonas hold');
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('10:07:00.000')]);
  });

  it.each(['10:08:12', '1:12.000'])('filters by what stands in any column: %s', async (text) => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter events' }), `jonas hold ${text}`);
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('10:07:00.000')]);
  });

  it('says what to do where nothing matches', async () => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    expect(screen.queryByRole('button', { name: 'Show all events' })).toBeNull();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter events' }), 'nobody');
    expect(screen.getByRole('status')).toHaveTextContent('Nothing matches');
    await userEvent.click(screen.getByRole('button', { name: 'Show all events' }));
    expect(screen.getByRole('searchbox', { name: 'Filter events' })).toHaveFocus();
    expect(rows().length).toBeGreaterThan(10);
  });

  it('filters without minding accents', async () => {
    render(<EventsTable timeline={usualCall()} {...zone} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter events' }), 'jónas HOLD');
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('10:07:00.000')]);
  });

  it('keeps the selection in step', async () => {
    const onSelect = vi.fn<(id: string) => void>();
    render(
      <EventsTable timeline={usualCall()} {...zone} selected="jonas/jonas-call/2" onSelect={onSelect} />,
    );
    const selected = rows().find((row) => row.getAttribute('aria-selected') === 'true');
    expect(selected).toHaveTextContent('Hold');
    await userEvent.click(within(selected ?? table()).getAllByRole('button')[0] ?? table());
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('jonas/jonas-call/2');
  });

  it('is one stop of Tab, with arrows from row to row, and Enter does what a click does', async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn<(id: string) => void>();
    const shown = (selected?: string) => (
      <EventsTable timeline={usualCall()} {...zone} selected={selected} onSelect={onSelect} />
    );
    const { rerender } = render(shown());
    const ids = () =>
      [...table().querySelectorAll<HTMLElement>('tbody tr')].map((row) => row.dataset['event']);
    const buttons = () => [...table().querySelectorAll<HTMLElement>('tbody button')];
    const here = () => ids()[buttons().findIndex((button) => button === document.activeElement)];
    const stops = () => ids().filter((_, place) => buttons()[place]?.tabIndex === 0);
    expect(buttons()).toHaveLength(rows().length);
    expect(stops()).toEqual([ids()[0]]);

    within(table()).getByRole('button', { name: 'Detail' }).focus();
    await user.tab();
    expect(here()).toBe(ids()[0]);
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(here()).toBe(ids()[2]);
    expect(stops()).toEqual([ids()[2]]);
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(ids()[2]);
    await user.keyboard('{End}{ArrowDown}');
    expect(here()).toBe(ids().at(-1));
    await user.keyboard('{ArrowUp}');
    expect(here()).toBe(ids().at(-2));
    // Out, and in again where one was.
    await user.tab({ shift: true });
    expect(within(table()).getByRole('button', { name: 'Detail' })).toHaveFocus();
    await user.tab();
    expect(here()).toBe(ids().at(-2));
    await user.keyboard('{Home}');
    expect(here()).toBe(ids()[0]);

    // What is selected elsewhere is where one comes in.
    rerender(shown('jonas/jonas-call/2'));
    expect(stops()).toEqual(['jonas/jonas-call/2']);
    await user.click(within(table()).getByRole('button', { name: 'Participant' }));
    expect(stops()).toEqual(['jonas/jonas-call/2']);
    await user.type(screen.getByRole('searchbox', { name: 'Filter events' }), 'maya');
    expect(stops()).toEqual([ids()[0]]);
  });

  it('turns pages when there are very many, and to the page of the selection', async () => {
    render(<EventsTable timeline={dense(5000)} {...zone} selected="d0/d0-call/450" />);
    expect(rows()).toHaveLength(200);
    expect(screen.getByRole('status')).toHaveTextContent('401 to 600 of 5,000');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(screen.getByRole('status')).toHaveTextContent('601 to 800');
  });

  it('stays on the page of what was selected when that is given up', () => {
    const shown = (selected?: string) => <EventsTable timeline={dense(5000)} {...zone} selected={selected} />;
    const { rerender } = render(shown());
    rerender(shown('d0/d0-call/450'));
    expect(screen.getByRole('status')).toHaveTextContent('401 to 600 of 5,000');
    rerender(shown());
    expect(screen.getByRole('status')).toHaveTextContent('401 to 600 of 5,000');
  });

  it('begins at the first page again when it is sorted or filtered otherwise', async () => {
    render(<EventsTable timeline={dense(1000)} {...zone} />);
    const next = screen.getByRole('button', { name: 'Next page' });
    await userEvent.click(next);
    await userEvent.click(screen.getByRole('button', { name: 'Duration' }));
    expect(screen.getByRole('status')).toHaveTextContent(/^1 to 200 of/);
    await userEvent.click(next);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter events' }), 'segment');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^1 to 200 of/));
  });

  it('keeps the focus on the button that leads to the last page', async () => {
    render(<EventsTable timeline={dense(500)} {...zone} />);
    const [next, previous] = ['Next page', 'Previous page'].map((name) =>
      screen.getByRole('button', { name }),
    );
    for (let page = 1; next?.getAttribute('aria-disabled') !== 'true'; page++) {
      expect(page).toBeLessThan(20);
      await userEvent.click(next ?? table());
    }
    expect(next).toHaveFocus();
    const last = screen.getByRole('status').textContent;
    await userEvent.click(next ?? table());
    expect(screen.getByRole('status')).toHaveTextContent(last);
    await userEvent.click(previous ?? table());
    expect(screen.getByRole('status')).not.toHaveTextContent(last);
  });
});
