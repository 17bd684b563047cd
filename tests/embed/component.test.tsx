import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, lazy, Suspense, type SyntheticEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildTimeline, parseConversations, type Problem, type Timeline } from '../../src/core/index';
import {
  ParticipantTimeline,
  type ParticipantTimelineHandle,
  type View,
  type ViewInit,
} from '../../src/timeline/index';
import { markId } from '../../src/core/view/mark-id';
import { keepEqual } from '../../src/core/view/keep-equal';
import { at, lane, seg, timeline, track, usualCall } from '../fixtures/timelines';
import { stuck } from '../fixtures/stuck';

const zone = { timeZone: 'UTC', locale: 'en-GB' };
const call = (name: string, end?: string) => ({
  id: name,
  participants: [
    {
      id: `${name}-agent`,
      name,
      purpose: 'agent',
      calls: [
        {
          id: `${name}-call`,
          state: end ? 'disconnected' : 'connected',
          connectedTime: '2026-11-19T09:00:00.000Z',
          ...(end && { disconnectedTime: end }),
        },
      ],
    },
  ],
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('in a Suspense of its host', () => {
  it('keeps where it was, and does what it did, while something beside it is waited for', async () => {
    const user = userEvent.setup();
    let arrive: (module: { default: () => null }) => void = () => undefined;
    const module = new Promise<{ default: () => null }>((resolve) => {
      arrive = resolve;
    });
    const Late = lazy(() => module);
    const conversation = usualCall();
    function Host() {
      const [more, setMore] = useState(false);
      return (
        <Suspense fallback={<p>Waiting</p>}>
          <button type="button" onClick={() => setMore(true)}>
            More
          </button>
          <ParticipantTimeline conversation={conversation} {...zone} />
          {more && <Late />}
        </Suspense>
      );
    }
    render(<Host />);
    const names = () => screen.getAllByRole('row').map((row) => row.getAttribute('aria-label'));
    await user.type(screen.getByRole('searchbox', { name: 'Filter participants' }), 'Jonas');
    const found = names();
    expect(found).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByText('Waiting')).toBeVisible();
    expect(screen.queryAllByRole('row')).toEqual([]); // hidden, not let go
    await act(async () => {
      arrive({ default: () => null });
      await module;
    });
    expect(screen.queryByText('Waiting')).toBeNull();
    expect(names()).toEqual(found);
    await user.clear(screen.getByRole('searchbox', { name: 'Filter participants' }));
    expect(names().length).toBeGreaterThan(1);
  });
});

describe('a window that the host opened and draws into', () => {
  it('shows as many rows as it has room for when it grows, and all on paper', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    onTestFinished(() => frame.remove());
    const page = frame.contentDocument as Document;
    const lanes = Array.from({ length: 150 }, (_, index) =>
      lane(`p${index}`, `Person ${index}`, {
        tracks: [track(`t${index}`, [seg('connected', '0:00', '1:00')])],
      }),
    );
    render(createPortal(<ParticipantTimeline conversation={timeline(lanes)} {...zone} />, page.body));
    const drawn = () => within(page.body).getAllByRole('row').length;
    const before = drawn();
    const scroller = page.querySelector('.pt-scroll') as Element;
    Object.defineProperty(scroller, 'clientHeight', { value: 3000 });
    fireEvent(frame.contentWindow as Window, new Event('resize'));
    expect(drawn()).toBeGreaterThan(before);
    fireEvent(frame.contentWindow as Window, new Event('beforeprint'));
    // For paper that stands, and for paper that lies on its side.
    expect(drawn()).toBe(2 * 150);
    fireEvent(frame.contentWindow as Window, new Event('afterprint'));
    expect(drawn()).toBeLessThan(150);
  });
});

it('is printed as it is seen, wherever what is selected lies', () => {
  const [conversation] = parseConversations(stuck).conversations;
  if (!conversation) throw new Error('no conversation');
  const built = buildTimeline(conversation);
  const { milestones = [] } = built.lanes.find(({ id }) => id === 'c') ?? {};
  const selected = markId({ kind: 'milestone', laneId: 'c', index: milestones.length - 1 });
  const timelineRef = createRef<ParticipantTimelineHandle>();
  const onViewChange = vi.fn<(view: View) => void>();
  render(
    <ParticipantTimeline ref={timelineRef} conversation={built} onViewChange={onViewChange} {...zone} />,
  );
  act(() => timelineRef.current?.select(selected));
  expect(onViewChange.mock.lastCall?.[0].range).toBeDefined();
  act(() => timelineRef.current?.fit());
  const seen = onViewChange.mock.lastCall?.[0];
  expect(seen).toMatchObject({ selected, range: undefined });
  fireEvent(window, new Event('beforeprint'));
  fireEvent(window, new Event('afterprint'));
  expect(onViewChange.mock.lastCall?.[0]).toBe(seen);
});

describe('the host', () => {
  it('is told of what goes wrong, and goes on', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const failed = vi.fn<(error: unknown) => void>();
    const broken = { lanes: [null], links: [null] };
    const shown = render(
      <>
        <p>dashboard</p>
        <ParticipantTimeline conversation={broken} onError={failed} />
      </>,
    );
    expect(screen.getByText('dashboard')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('could not be drawn');
    expect(failed).toHaveBeenCalledOnce();
    shown.rerender(<ParticipantTimeline conversation={usualCall()} onError={failed} />);
    expect(screen.getByRole('region', { name: 'Timeline' })).toBeInTheDocument();
  });

  it('has its own faults reported as its own, and the timeline goes on', () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported); // jsdom has none
    const fault = new Error('of the host');
    const fails = () => {
      throw fault;
    };
    const handle = createRef<ParticipantTimelineHandle>();
    render(
      <ParticipantTimeline
        ref={handle}
        conversation={usualCall()}
        onProblems={fails}
        onViewChange={fails}
        onSelect={fails}
        {...zone}
      />,
    );
    act(() => handle.current?.zoomTo({ start: at('1:00'), end: at('2:00') }));
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
    expect(screen.getByRole('region', { name: 'Timeline' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(reported.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(reported.mock.calls.every(([error]) => error === fault)).toBe(true);
  });

  it('may call without what is asked for', () => {
    const handle = createRef<ParticipantTimelineHandle>();
    const viewChanged = vi.fn<(view: View) => void>();
    render(
      <ParticipantTimeline ref={handle} conversation={usualCall()} onViewChange={viewChanged} {...zone} />,
    );
    for (const range of ['null', '{}', '{"start":1,"end":"x"}']) {
      act(() => handle.current?.zoomTo(JSON.parse(range)));
    }
    for (const id of ['null', '5', '{}', '"nobody"']) act(() => handle.current?.select(JSON.parse(id)));
    expect(viewChanged).not.toHaveBeenCalled();
  });

  it('may change the view that it is told, which is its own', () => {
    const told: View[] = [];
    render(
      <ParticipantTimeline conversation={usualCall()} onViewChange={(view) => told.push(view)} {...zone} />,
    );
    const fold = screen.getByRole('button', { name: 'Fold Jonas Weber' });
    fireEvent.click(fold);
    for (const view of told) {
      view.folded.length = 0;
      view.overlays.roles = false;
      view.filter = 'nobody';
    }
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('switch', { name: 'Roles' })).toBeChecked();
    expect(told.at(-1)).toMatchObject({ folded: ['jonas'], overlays: { roles: true }, filter: '' });
  });

  it('may leave undefined what it does not know of a view', () => {
    const nothing: ViewInit = {
      range: undefined,
      selected: undefined,
      folded: undefined,
      moved: undefined,
      filter: undefined,
      highlighted: undefined,
      overlays: { roles: undefined },
    };
    const { container } = render(
      <ParticipantTimeline conversation={usualCall()} view={nothing} overlays={{ peers: true }} {...zone} />,
    );
    expect(screen.getAllByRole('row').length).toBeGreaterThan(1);
    expect(container.querySelector('[data-role]')).not.toBeNull();
    expect(screen.getByRole('switch', { name: 'Peers' })).toBeChecked();
  });

  it.each([
    { start: at('5:00'), end: at('5:00') },
    { start: at('5:00'), end: at('2:00') },
    { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
    { start: Number.NaN, end: at('5:00') },
  ])('may ask for a range that is none, and sees what fits: %o', (range) => {
    const changed = vi.fn<(view: View) => void>();
    const { container } = render(
      <ParticipantTimeline conversation={usualCall()} view={{ range }} onViewChange={changed} {...zone} />,
    );
    expect(container.querySelectorAll('.pt-tick').length).toBeGreaterThan(3);
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    const { start = 0, end = 0 } = changed.mock.lastCall?.[0].range ?? {};
    expect(end - start).toBeGreaterThan(60_000);
  });

  it('may have no conversation yet, which is no problem', () => {
    const problems = vi.fn<() => void>();
    const shown = render(<ParticipantTimeline conversation={undefined} onProblems={problems} {...zone} />);
    expect(screen.getByRole('status')).toHaveTextContent('Reading');
    shown.rerender(<ParticipantTimeline conversation={usualCall()} onProblems={problems} {...zone} />);
    expect(screen.getAllByRole('row').length).toBeGreaterThan(1);
    expect(problems).toHaveBeenCalledOnce();
    shown.rerender(<ParticipantTimeline conversation={undefined} onProblems={problems} {...zone} />);
    expect(screen.queryByRole('row')).toBeNull();
    expect(problems).toHaveBeenCalledOnce();
  });

  it('may have it in a form, which has nothing of it', async () => {
    const user = userEvent.setup();
    const submitted = vi.fn<(event: SyntheticEvent) => void>((event) => event.preventDefault());
    render(
      <form onSubmit={submitted} aria-label="Case">
        <ParticipantTimeline conversation={usualCall()} {...zone} />
      </form>,
    );
    await user.type(screen.getByRole('searchbox', { name: 'Filter participants' }), 'a{Enter}');
    await user.click(screen.getByRole('button', { name: 'Search participants and fields' }));
    await user.type(
      await screen.findByRole('searchbox', { name: 'Search participants and fields' }),
      'hold{Enter}',
    );
    expect(submitted).not.toHaveBeenCalled();
    expect([...new FormData(screen.getByRole('form'))]).toEqual([]);
  });

  it.each([
    ['{"filter":7}'],
    ['{"range":"x","measured":3,"selected":{}}'],
    ['{"folded":3,"hidden":"all","opened":{}}'],
    ['{"moved":[null,7]}'],
    ['{"highlighted":["nothing"]}'],
    ['{"overlays":[0]}'],
    ['7'],
  ])('may say of a view what is none, which is left out: %s', async (json) => {
    const failed = vi.fn<(error: unknown) => void>();
    const drawn = async (view?: ViewInit) => {
      const handle = createRef<ParticipantTimelineHandle>();
      const given = { conversation: usualCall(), view, onError: failed, ...zone };
      const { unmount } = render(<ParticipantTimeline ref={handle} {...given} />);
      const rows = screen.queryAllByRole('row').map((row) => row.getAttribute('aria-label'));
      const picture = await handle.current?.toSvg();
      unmount();
      return { rows, picture };
    };
    expect(await drawn(JSON.parse(json))).toEqual(await drawn());
    expect(failed).not.toHaveBeenCalled();
  });

  it('may put a view right that could not be drawn', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { proxy, revoke } = Proxy.revocable<ViewInit>({}, {});
    revoke();
    const timeline = usualCall();
    const shown = render(<ParticipantTimeline conversation={timeline} view={proxy} {...zone} />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    shown.rerender(<ParticipantTimeline conversation={timeline} view={{}} {...zone} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('row').length).toBeGreaterThan(1);
  });

  it.each([
    ['now', Symbol('now')],
    ['overlays', { roles: 1n }],
    ['timeZone', { zone: 1n }],
    ['locale', { language: 1n }],
  ])('may put right another prop that could not be drawn: %s', (name, wrong) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const given = { conversation: call('Jonas'), ...zone };
    const shown = render(<ParticipantTimeline {...given} {...{ [name]: wrong }} />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    shown.rerender(<ParticipantTimeline {...given} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('row').length).toBeGreaterThan(0);
  });

  it('may put something in place of what cannot be looked at any more', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { proxy, revoke } = Proxy.revocable<object>({}, {});
    revoke(); // as the drafts are that some stores hand out
    const shown = render(<ParticipantTimeline conversation={proxy} {...zone} />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    shown.rerender(<ParticipantTimeline conversation={call('Jonas')} {...zone} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('row').length).toBeGreaterThan(0);
  });

  it('may draw itself anew when it hears of an error, with objects that are new and say the same', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const failed = vi.fn<(error: unknown) => void>();
    function Host() {
      const [, setError] = useState<object>();
      const onError = (error: unknown) => {
        failed(error);
        setError({ error });
      };
      const broken = { lanes: [null], links: [null] };
      return <ParticipantTimeline conversation={broken} view={{ clock: 'elapsed' }} onError={onError} />;
    }
    render(<Host />);
    expect(failed).toHaveBeenCalledOnce();
  });

  it('stays whole where what hears of errors fails itself, which is reported as its own', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported); // jsdom has none
    const fault = new Error('of the host');
    const fails = () => {
      throw fault;
    };
    render(
      <>
        <p>dashboard</p>
        <ParticipantTimeline conversation={{ lanes: [null], links: [null] }} onError={fails} />
      </>,
    );
    expect(screen.getByText('dashboard')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('could not be drawn');
    expect(reported).toHaveBeenCalledExactlyOnceWith(fault);
  });

  it('is told once of what went wrong with another conversation than the one that is shown', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const failed = vi.fn<(error: unknown) => void>();
    const shown = render(<ParticipantTimeline conversation={usualCall()} onError={failed} {...zone} />);
    const broken = { lanes: [null], links: [null] };
    shown.rerender(<ParticipantTimeline conversation={broken} onError={failed} {...zone} />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(failed).toHaveBeenCalledOnce();
  });

  it('may keep several on a page, each with a view of its own', () => {
    const first = vi.fn<(view: View) => void>();
    const second = vi.fn<(view: View) => void>();
    const handle = createRef<ParticipantTimelineHandle>();
    render(
      <>
        <ParticipantTimeline ref={handle} conversation={usualCall()} onViewChange={first} {...zone} />
        <ParticipantTimeline conversation={usualCall()} onViewChange={second} {...zone} />
      </>,
    );
    act(() => handle.current?.zoomTo({ start: at('1:00'), end: at('2:00') }));
    expect(first.mock.lastCall?.[0].range).toEqual({ start: at('1:00'), end: at('2:00') });
    expect(second).not.toHaveBeenCalled();
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('may show it only: nothing a visitor does changes the view, the ref still does', () => {
    const changed = vi.fn<() => void>();
    const selected = vi.fn<() => void>();
    const handle = createRef<ParticipantTimelineHandle>();
    const props = { conversation: usualCall(), onViewChange: changed, onSelect: selected, ...zone };
    render(<ParticipantTimeline ref={handle} readOnly {...props} />);
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    const grid = screen.getByRole('grid');
    for (const key of ['w', 'd', 'Enter', ' ', 't', '0', 'm']) fireEvent.keyDown(grid, { key });
    fireEvent.click(screen.getByRole('button', { name: 'Hold' }));
    expect(changed).not.toHaveBeenCalled();
    expect(selected).not.toHaveBeenCalled();
    act(() => handle.current?.zoomTo({ start: at('1:00'), end: at('2:00') }));
    expect(changed).toHaveBeenCalledOnce();
  });

  it('may show it only, and leaves all keys to the page then but those that lead over it', () => {
    render(<ParticipantTimeline conversation={usualCall()} readOnly {...zone} />);
    const [first] = screen.getAllByRole('gridcell');
    // What is prevented is told as false.
    const isLeft = (key: string) => fireEvent.keyDown(first as Element, { key });
    expect(['/', '?', 't', 'Enter', ' ', 'Escape', 'c'].map(isLeft)).not.toContain(false);
    expect(['ArrowRight', 'End', ']', '.'].map(isLeft)).not.toContain(true);
    expect(screen.queryByRole('search')).toBeNull();
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
  });

  it('may show it only, and leaves the wheel to the page then', () => {
    const { container } = render(<ParticipantTimeline conversation={usualCall()} readOnly {...zone} />);
    for (const keys of [{ ctrlKey: true }, { shiftKey: true }, {}]) {
      const turned = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 100, ...keys });
      fireEvent(container.querySelector('.pt-body') as Element, turned);
      expect(turned.defaultPrevented).toBe(false);
    }
    expect(screen.queryByText(/scroll to zoom/)).toBeNull();
  });

  it('may let the visitor do something to it later', () => {
    const conversation = usualCall();
    const shown = render(<ParticipantTimeline conversation={conversation} readOnly {...zone} />);
    shown.rerender(<ParticipantTimeline conversation={conversation} {...zone} />);
    fireEvent.click(screen.getByRole('button', { name: 'Fold Jonas Weber' }));
    expect(screen.getByRole('button', { name: 'Unfold Jonas Weber' })).toBeInTheDocument();
  });
});

describe('a conversation that goes on', () => {
  it('draws only what changed', async () => {
    const before = usualCall();
    const shown = render(<ParticipantTimeline conversation={before} {...zone} />);
    const touched = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest('[data-lane]')?.getAttribute('data-lane') ?? element?.tagName ?? '');
      }
    });
    observer.observe(shown.container, {
      subtree: true,
      childList: true,
      attributes: true,
      characterDataOldValue: true,
    });
    shown.rerender(<ParticipantTimeline conversation={structuredClone(before)} {...zone} />);
    // React writes name and type of an input anew whenever it looks at it, and what draws the element writes
    // empty texts; the same value is no change.
    const changed = observer
      .takeRecords()
      .filter(({ target }) => !(target instanceof HTMLInputElement))
      .filter(({ type, target, oldValue }) => type !== 'characterData' || oldValue !== target.nodeValue);
    expect(changed).toEqual([]);
    const after: Timeline = structuredClone(before);
    after.lanes[0]?.tracks[0]?.segments.push(seg('hold', '9:00', '9:10'));
    shown.rerender(<ParticipantTimeline conversation={after} {...zone} />);
    await act(async () => undefined);
    const others = before.lanes.slice(1).map(({ id }) => id);
    expect(touched.size).toBeGreaterThan(0);
    for (const id of others) expect(touched).not.toContain(id);
    observer.disconnect();
  });

  it('grows with the clock while it is live, and no longer when it is over', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 19, 9, 5), toFake: ['setInterval', 'clearInterval', 'Date'] });
    const path = () => document.querySelector('[data-segment="connected"]')?.getAttribute('d');
    const shown = render(<ParticipantTimeline conversation={call('Jonas')} live {...zone} />);
    expect(screen.getByRole('gridcell', { name: /5 minutes/ })).toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByRole('gridcell', { name: /6 minutes/ })).toBeInTheDocument();
    expect(path()).toBeTruthy();
    shown.rerender(
      <ParticipantTimeline conversation={call('Jonas', '2026-11-19T09:07:00.000Z')} live {...zone} />,
    );
    expect(screen.getByRole('gridcell', { name: /7 minutes/ })).toBeInTheDocument();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says since when nothing came, once that is a while, until something comes', () => {
    vi.useFakeTimers({
      now: Date.UTC(2026, 10, 19, 9, 0, 30),
      toFake: ['setInterval', 'clearInterval', 'Date'],
    });
    const at = (time: string) => {
      const { id, participants } = call('Jonas');
      return {
        id,
        participants: participants.map((one) => ({ ...one, providerEventTime: `2026-11-19T${time}Z` })),
      };
    };
    const shown = render(<ParticipantTimeline conversation={at('09:00:20.000')} live {...zone} />);
    // What comes with its text, screen readers do not tell.
    const place = screen.getByRole('status');
    expect(place).toBeEmptyDOMElement();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(place).toHaveTextContent('No data since 09:00:20, Thu, 19 Nov 2026');
    shown.rerender(<ParticipantTimeline conversation={at('09:00:21.000')} live {...zone} />);
    expect(screen.queryByText(/No data since/)).toBeNull();
    act(() => void vi.advanceTimersByTime(90_000));
    expect(screen.getByText(/^No data since 09:01:30/)).toBeInTheDocument();
    shown.rerender(<ParticipantTimeline conversation={at('09:00:21.000')} {...zone} />);
    expect(screen.queryByText(/No data since/)).toBeNull();
  });

  it('heard what came while nobody looked', () => {
    vi.useFakeTimers({
      now: Date.UTC(2026, 10, 19, 9, 0, 30),
      toFake: ['setInterval', 'clearInterval', 'Date'],
    });
    const look = (state: DocumentVisibilityState) => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
      act(() => void document.dispatchEvent(new Event('visibilitychange')));
    };
    const { id, participants } = call('Jonas');
    const heard = (providerEventTime: string) => ({
      id,
      participants: participants.map((one) => ({ ...one, providerEventTime })),
    });
    const shown = render(<ParticipantTimeline conversation={heard('2026-11-19T09:00:20Z')} live {...zone} />);
    look('hidden');
    act(() => void vi.advanceTimersByTime(600_000));
    // Nor is anything drawn meanwhile.
    expect(screen.getByRole('gridcell', { name: /, 30 seconds, / })).toBeInTheDocument();
    shown.rerender(<ParticipantTimeline conversation={heard('2026-11-19T09:10:20Z')} live {...zone} />);
    act(() => void vi.advanceTimersByTime(5000));
    look('visible');
    expect(screen.getByRole('gridcell', { name: /10 minutes/ })).toBeInTheDocument();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => void vi.advanceTimersByTime(90_000));
    expect(screen.getByRole('status')).toHaveTextContent(/^No data since 09:10:30/);
  });

  it('says since when as the axis has it, and of another conversation what its own data says', () => {
    vi.useFakeTimers({
      now: Date.UTC(2026, 10, 19, 9, 0, 30),
      toFake: ['setInterval', 'clearInterval', 'Date'],
    });
    const heard = (name: string, time: string) => {
      const { id, participants } = call(name);
      return {
        id,
        participants: participants.map((one) => ({ ...one, providerEventTime: `2026-11-19T${time}Z` })),
      };
    };
    const props = { live: true, view: { clock: 'elapsed' as const }, ...zone };
    const shown = render(<ParticipantTimeline conversation={heard('Jonas', '09:00:20.250')} {...props} />);
    act(() => void vi.advanceTimersByTime(3_600_000));
    expect(screen.getByRole('status')).toHaveTextContent(/^No data since 0:20$/);
    shown.rerender(<ParticipantTimeline conversation={heard('Mia', '09:10:00.000')} {...props} />);
    act(() => void vi.advanceTimersByTime(2000));
    expect(screen.getByRole('status')).toHaveTextContent(/^No data since 10:00$/);
  });

  it('keeps what equals what was before', () => {
    const before = { list: [{ a: 1 }, { b: 2 }], other: { c: 3 } };
    const after = keepEqual(before, { list: [{ a: 1 }, { b: 4 }], other: { c: 3 } });
    expect(after).toEqual({ list: [{ a: 1 }, { b: 4 }], other: { c: 3 } });
    expect(after.list[0]).toBe(before.list[0]);
    expect(after.other).toBe(before.other);
    expect(keepEqual(before, structuredClone(before))).toBe(before);
    expect(keepEqual({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
    expect(keepEqual([1, 2], [1])).toEqual([1]);
  });
});

/** A worker that does what the test says, and counts. */
function fakeWorker(answer: (input: unknown) => unknown) {
  const target = new EventTarget();
  const worker = Object.assign(target, {
    terminate: vi.fn<() => void>(),
    postMessage({ input }: { input: unknown }) {
      const data = answer(input);
      queueMicrotask(() =>
        target.dispatchEvent(
          data === undefined
            ? new Event('error', { cancelable: true })
            : new MessageEvent('message', { data }),
        ),
      );
    },
  });
  // Only what the component uses of it.
  return worker as unknown as Worker & { terminate: ReturnType<typeof vi.fn> };
}

describe('large texts', () => {
  const large = JSON.stringify({ ...call('Jonas', '2026-11-19T09:07:00.000Z'), pad: ' '.repeat(120_000) });

  it('are read in the worker the host gave, which then ends', async () => {
    const { conversations, problems } = parseConversations(large);
    const worker = fakeWorker(() => ({ reading: { conversation: conversations[0], problems } }));
    render(<ParticipantTimeline conversation={large} createWorker={() => worker} {...zone} />);
    expect(screen.getByText(/Reading/)).toBeInTheDocument();
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeInTheDocument();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it.each([null, 5, {}])('are read on the page at once where the worker answers %j', async (answer) => {
    const worker = fakeWorker(() => answer);
    render(<ParticipantTimeline conversation={large} createWorker={() => worker} {...zone} />);
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeInTheDocument();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('are read on the page where the worker fails or the policy forbids it', async () => {
    const failing = fakeWorker(() => undefined);
    const shown = render(<ParticipantTimeline conversation={large} createWorker={() => failing} {...zone} />);
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeInTheDocument();
    shown.unmount();
    const forbidden = () => {
      throw new DOMException('no workers here');
    };
    const other = render(<ParticipantTimeline conversation={large} createWorker={forbidden} {...zone} />);
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeInTheDocument();
    other.unmount();
    // As a host's tests have it where there are no workers.
    const none = () => ({ postMessage: () => undefined }) as unknown as Worker;
    render(<ParticipantTimeline conversation={large} createWorker={none} {...zone} />);
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeInTheDocument();
  });
});

describe('200 mounts and unmounts', () => {
  it('leave no listener, observer, timer or worker', () => {
    const alive = { listeners: 0, observers: 0, timers: 0, workers: 0 };
    const listeners = new Map<string, number>();
    let next = 0;
    const ids = new WeakMap<object, number>();
    const key = (target: EventTarget, type: string, listener: object) => {
      for (const one of [target, listener]) if (!ids.has(one)) ids.set(one, next++);
      return `${ids.get(target)} ${type} ${ids.get(listener)}`;
    };
    for (const target of [window, document, document.body]) {
      const add = target.addEventListener.bind(target);
      const remove = target.removeEventListener.bind(target);
      vi.spyOn(target, 'addEventListener').mockImplementation((...parameters) => {
        const [type, listener] = parameters;
        if (listener) listeners.set(key(target, type, listener), 1);
        add(...parameters);
      });
      vi.spyOn(target, 'removeEventListener').mockImplementation((...parameters) => {
        const [type, listener] = parameters;
        if (listener) listeners.delete(key(target, type, listener));
        remove(...parameters);
      });
    }
    class Observer implements ResizeObserver {
      observe = () => void alive.observers++;
      unobserve = () => void alive.observers--;
      disconnect = () => void alive.observers--;
    }
    vi.stubGlobal('ResizeObserver', Observer);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    const large = JSON.stringify({ ...call('Jonas'), pad: ' '.repeat(120_000) });
    const ended = vi.fn<() => void>();
    const startWorker = () => {
      alive.workers++;
      return Object.assign(
        fakeWorker(() => ({ reading: { problems: [] } })),
        { terminate: ended },
      );
    };
    // React keeps listeners of its own on the page from the first drawing on.
    render(<ParticipantTimeline conversation={call('Jonas')} live />).unmount();
    const atFirst = listeners.size;
    for (let round = 0; round < 100; round++) {
      render(<ParticipantTimeline conversation={call('Jonas')} live />).unmount();
      render(<ParticipantTimeline conversation={large} createWorker={startWorker} />).unmount();
    }
    expect(listeners.size).toBe(atFirst);
    expect(alive.observers).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(ended).toHaveBeenCalledTimes(alive.workers);
    expect(alive.workers).toBe(100);
    expect(document.querySelectorAll('.pt-root')).toHaveLength(0);
    vi.unstubAllGlobals();
  }, 60_000);
});

it('takes a built timeline as it takes the conversation', () => {
  const [conversation] = parseConversations(call('Jonas', '2026-11-19T09:07:00.000Z')).conversations;
  if (!conversation) throw new Error('nothing read');
  render(<ParticipantTimeline conversation={buildTimeline(conversation)} {...zone} />);
  expect(screen.getByRole('row', { name: /^Jonas/ })).toBeInTheDocument();
});

it.each([
  ['a conversation that was read before', parseConversations(call('Jonas')).conversations[0]],
  ['all that reading gave', parseConversations(call('Jonas'))],
  [
    'the first of several that were read before',
    parseConversations([call('Jonas'), call('Mia')]).conversations,
  ],
])('takes %s', (_, conversation) => {
  render(<ParticipantTimeline conversation={conversation} {...zone} />);
  expect(screen.getByRole('row', { name: /^Jonas/ })).toBeInTheDocument();
  expect(screen.queryByRole('row', { name: /^Mia/ })).toBeNull();
});

it.each([
  ['beside a conversation', [call('Jonas'), { neither: 'here' }]],
  ['without one', '['],
])('tells what was wrong with what reading gave, %s', async (_, input) => {
  const onProblems = vi.fn<(problems: Problem[]) => void>();
  const read = parseConversations(input);
  render(<ParticipantTimeline conversation={read} onProblems={onProblems} {...zone} />);
  await waitFor(() => expect(onProblems.mock.lastCall?.[0]).toEqual(expect.arrayContaining(read.problems)));
  expect(read.problems).toHaveLength(1);
});
