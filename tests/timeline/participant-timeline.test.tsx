import { act, cleanup, fireEvent, render, screen, within, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, StrictMode } from 'react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type Mark,
  ParticipantTimeline,
  type ParticipantTimelineHandle,
  type Problem,
  type View,
  type ViewInit,
} from '../../src/timeline';
import { withDialogs } from '../fixtures/dialogs';
import {
  at,
  conference,
  everyKind,
  lane,
  milestone,
  seg,
  timeline,
  track,
  usualCall,
} from '../fixtures/timelines';

const zone = { timeZone: 'Europe/Berlin', locale: 'en-GB' };
const NAMES = [
  'Maya Okafor',
  'Main Menu Flow',
  'Billing – Tier 1',
  'Jonas Weber',
  'Priya Natarajan',
  'Lena Sato',
];

function show(props: Partial<React.ComponentProps<typeof ParticipantTimeline>> = {}) {
  return render(<ParticipantTimeline conversation={usualCall()} {...zone} {...props} />);
}

const region = () => screen.getByRole('region', { name: 'Timeline' });

afterEach(() => vi.restoreAllMocks());

describe('rows', () => {
  it('has exactly one per lane, each beginning with its name', () => {
    show();
    const rows = within(region()).getAllByRole('row');
    expect(rows.map((row) => row.getAttribute('aria-label')?.split(',')[0])).toEqual(NAMES);
    expect(within(region()).getByRole('grid')).toHaveAttribute('aria-rowcount', '6');
  });

  it('holds only what is near of a thousand, and counts all', () => {
    show({ conversation: conference(1000, 2) });
    const rows = within(region()).getAllByRole('row');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(60);
    expect(within(region()).getByRole('grid')).toHaveAttribute('aria-rowcount', '1000');
    expect(rows[0]).toHaveAttribute('aria-rowindex', '1');
  });

  it('fills a list that becomes higher with the window', () => {
    const { container } = show({ conversation: conference(1000, 2) });
    const rows = () => within(region()).getAllByRole('row').length;
    const before = rows();
    const scroller = container.querySelector('.pt-scroll');
    if (scroller) Object.defineProperty(scroller, 'clientHeight', { value: 2000 });
    fireEvent(window, new Event('resize'));
    expect(rows()).toBeGreaterThan(before * 1.5);
  });

  it('tell agents, other users and customers apart by their pictures', () => {
    const purposes = ['agent', 'user', 'customer', 'manual'];
    const tracks = (id: string) => [track(id, [seg('connected', '0:00', '1:00')])];
    show({
      conversation: timeline(
        purposes.map((purpose) => lane(purpose, purpose, { purpose, tracks: tracks(purpose) })),
      ),
    });
    const pictures = purposes.map((name) =>
      within(region())
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .querySelector('.pt-icon path')
        ?.getAttribute('d'),
    );
    expect(new Set(pictures).size).toBe(purposes.length);
    expect(pictures).not.toContain(undefined);
  });

  it('have both names of the zone above them where clocks are changed meanwhile', () => {
    const [start, end] = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T02:30:00Z')];
    show({ conversation: { ...usualCall(), start, end }, view: { range: { start, end } } });
    expect(region()).toHaveTextContent('Europe/Berlin (CEST/CET)');
  });

  it('makes invisible characters of names visible', () => {
    show({ conversation: everyKind() });
    expect(screen.getByRole('row', { name: /^Eve ⟨U\+202E⟩gnp\.exe/ })).toBeInTheDocument();
  });
});

describe('marks', () => {
  it('tells scripts what it draws', () => {
    const { container } = show();
    for (const selector of [
      '[data-segment="hold"][data-certainty="recorded"]',
      '[data-link="controlling"][data-certainty="inferred"]',
      '[data-role="viewer"]',
      '[data-role="sharer"]',
      '[data-milestone="wrapup"]',
      '[data-limit="acw"]',
      '[data-overrun="acw"]',
    ]) {
      expect([selector, container.querySelector(selector)]).not.toContain(null);
    }
    expect(container.querySelector('style')).toBeNull();
  });

  it('tells scripts nothing of the samples in the legend', () => {
    const { container } = show();
    const drawing = container.querySelector('.pt-body');
    const all = container.querySelectorAll('[data-segment="hold"]');
    expect(all.length).toBeGreaterThan(0);
    expect([...all].filter((mark) => !drawing?.contains(mark))).toEqual([]);
  });

  it('says roles on the screen, wherever it lies on their ribbons', () => {
    const view = (from: string, to: string) => ({ range: { start: at(from), end: at(to) } });
    const shown = (from: string, to: string) => (
      <ParticipantTimeline conversation={usualCall()} view={view(from, to)} {...zone} />
    );
    const { container, rerender } = render(shown('6:10', '7:00'));
    const places = () => {
      const svg = container.querySelector<SVGElement>('.pt-svg');
      const pan = Number.parseFloat(svg?.style.transform.slice('translateX('.length) ?? '');
      const words = [...(svg?.querySelectorAll('text') ?? [])].filter(
        (word) => word.textContent === 'VIEWER',
      );
      return words.map((word) => Number(word.getAttribute('x')) + pan);
    };
    for (const [from, to] of [
      ['6:10', '7:00'],
      ['6:20', '7:10'],
      ['6:31', '7:21'],
      ['6:44', '7:34'],
    ] as const) {
      rerender(shown(from, to));
      expect(places()).toHaveLength(1);
      expect(places()[0]).toBeGreaterThan(10);
      expect(places()[0]).toBeLessThan(80);
    }
    rerender(shown('10:38', '11:28'));
    expect(places()).toEqual([]);
  });

  it('leaves no words behind where legs that share a row begin together', () => {
    const leg = (id: string) =>
      lane(id, id, { userId: 'u', tracks: [track(id, [seg('connected', '0:00', '10:00')])] });
    const conversation = timeline([leg('one'), leg('two')]);
    const joined = (from: string) => (
      <ParticipantTimeline
        conversation={conversation}
        view={{ joined: ['u'], range: { start: at(from), end: at('9:00') } }}
        {...zone}
      />
    );
    const { container, rerender } = render(joined('1:00'));
    const words = () => container.querySelectorAll('.pt-svg text').length;
    const before = words();
    expect(before).toBeGreaterThan(0);
    for (const from of ['2:00', '4:00', '0:00', '1:00']) rerender(joined(from));
    expect(words()).toBe(before);
  });

  it('gives two timelines on a page different ids', () => {
    const { container } = render(
      <>
        <ParticipantTimeline conversation={usualCall()} {...zone} />
        <ParticipantTimeline conversation={usualCall()} {...zone} />
      </>,
    );
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});

describe('overlay switches', () => {
  it.each([
    ['Roles', '[data-role]'],
    ['Control', '[data-link="controlling"]'],
    ['Consult', '[data-link="consult"]'],
    ['Monitor', '[data-link="monitor"]'],
    ['Barge', '[data-link="barge"]'],
    ['Transfer', '[data-link="transfer"]'],
    ['Limits', '[data-limit]'],
  ])('%s shows and hides %s', async (name, selector) => {
    const { container } = show();
    const toggle = screen.getByRole('switch', { name });
    expect(toggle).toBeChecked();
    expect(container.querySelector(selector)).not.toBeNull();
    await userEvent.click(toggle);
    expect(toggle).not.toBeChecked();
    expect(container.querySelector(selector)).toBeNull();
  });

  it('has one for evaluations where there are any, and only then', async () => {
    const [agent, ...others] = usualCall().lanes.toReversed();
    if (!agent) throw new Error('No lane');
    const evaluated = {
      ...agent,
      milestones: [milestone('evaluation-released', '13:00'), milestone('flagged', '9:00')],
    };
    const { container } = show({ conversation: { ...usualCall(), lanes: [evaluated, ...others] } });
    expect(container.querySelector('[data-milestone="evaluation-released"]')).not.toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: 'Evaluations', checked: true }));
    expect(container.querySelector('[data-milestone="evaluation-released"]')).toBeNull();
    expect(container.querySelector('[data-milestone="flagged"]')).not.toBeNull();
    cleanup();
    show();
    expect(screen.queryByRole('switch', { name: 'Evaluations' })).toBeNull();
  });

  it('has Coach and Peers too, Peers off at first', async () => {
    const { container } = show();
    expect(screen.getByRole('switch', { name: 'Coach' })).toBeChecked();
    await userEvent.click(screen.getByRole('switch', { name: 'Peers' }));
    expect(container.querySelector('[data-link="peer"]')).not.toBeNull();
  });
});

describe('keyboard', () => {
  async function enter() {
    const user = userEvent.setup();
    show();
    for (let n = 0; n < 30 && !document.activeElement?.matches('[role="gridcell"]'); n++) await user.tab();
    expect(document.activeElement).toHaveAttribute('role', 'gridcell');
    return user;
  }
  const said = () => document.activeElement?.getAttribute('aria-label');

  it('reaches the grid by one Tab, and says each segment in words', async () => {
    const user = await enter();
    expect(said()).toBe('Maya Okafor, connected, 10:02:00 to 10:14:22, 12 minutes 22 seconds, recorded');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(said()).toMatch(/^Jonas Weber, alerting/);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(said()).toBe('Jonas Weber, hold, 10:07:00 to 10:08:12, 1 minute 12 seconds, recorded');
    await user.keyboard('{End}');
    expect(said()).toMatch(/^Jonas Weber, after-call work/);
    await user.keyboard('{Home}{ArrowUp}');
    expect(said()).toMatch(/^Billing – Tier 1, queue/);
    expect(region().querySelectorAll('[role="gridcell"][tabindex="0"]')).toHaveLength(1);
  });

  it('opens details on Enter and clears on Escape', async () => {
    const onSelect = vi.fn<(mark: Mark | undefined) => void>();
    const onViewChange = vi.fn<(view: View) => void>();
    const user = userEvent.setup();
    show({ onSelect, onViewChange });
    within(region()).getAllByRole('gridcell')[0]?.focus();
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith(
      expect.objectContaining({ id: 'maya/maya-call/0', kind: 'segment' }),
    );
    expect(onViewChange.mock.lastCall?.[0].selected).toBe('maya/maya-call/0');
    await user.keyboard('{Escape}');
    expect(onSelect).toHaveBeenLastCalledWith(undefined);
  });

  it('zooms, pans, fits, folds, switches the clock, and lists its keys', async () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const user = userEvent.setup();
    show({ onViewChange });
    within(region()).getAllByRole('gridcell')[0]?.focus();
    const last = () => onViewChange.mock.lastCall?.[0];
    await user.keyboard('w');
    const near = last()?.range;
    await user.keyboard('d');
    expect(last()?.range?.start).toBeGreaterThan(near?.start ?? 0);
    await user.keyboard('0');
    expect(last()?.range).toBeUndefined();
    expect(within(region()).getAllByRole('gridcell')[0]).toHaveAccessibleName(/, \d\d:02:00 to \d\d:14:22, /);
    await user.keyboard('t');
    expect(last()?.clock).toBe('elapsed');
    // What is said is what stands on the axis.
    expect(within(region()).getAllByRole('gridcell')[0]).toHaveAccessibleName(/, 0:00 to 12:22, /);
    expect(screen.getByRole('button', { name: 'Time since start' })).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard(' ');
    expect(last()?.folded).toEqual(['maya']);
    await user.keyboard('m');
    expect(last()?.measured).toEqual({ start: at('0:00'), end: at('12:22') });
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeInTheDocument();
  });

  it('lists its keys in strict mode, too, until the list is shut', async () => {
    onTestFinished(withDialogs());
    render(
      <StrictMode>
        <ParticipantTimeline conversation={usualCall()} {...zone} />
      </StrictMode>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Keys' }));
    const list = await screen.findByRole('dialog', { name: 'Keys' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list).toBeInTheDocument();
    // Where it is read from.
    expect(within(list).getByRole('heading', { name: 'Keys' })).toHaveFocus();
    act(() => (list as HTMLDialogElement).close());
    await waitFor(() => expect(list).not.toBeInTheDocument());
  });

  it('leaves keys outside the grid alone', async () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const user = userEvent.setup();
    show({ onViewChange });
    screen.getByRole('switch', { name: 'Roles' }).focus();
    await user.keyboard('wsad0ft?{ArrowRight}');
    document.body.focus();
    await user.keyboard('wsad');
    expect(onViewChange).not.toHaveBeenCalled();
  });
});

describe('pointer', () => {
  // Without layout the bars' part begins at 0 and is 960 − 252 − 24 wide: the fit range lies on it.
  const plot = 684;
  function body(container: HTMLElement): HTMLElement {
    const element = container.querySelector<HTMLElement>('.pt-body');
    if (!element) throw new Error('no body');
    return element;
  }
  const span = at('14:20') - at('0:00');
  const x = (clock: string) => plot * ((0.015 + (at(clock) - at('0:00')) / span) / 1.03);

  it('selects what is clicked', () => {
    const onSelect = vi.fn<(mark: Mark | undefined) => void>();
    const { container } = show({ onSelect });
    const point = { clientX: x('6:00'), clientY: 25, button: 0, pointerId: 1, bubbles: true };
    fireEvent(body(container), new MouseEvent('pointerdown', point));
    fireEvent(body(container), new MouseEvent('pointerup', point));
    expect(onSelect).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'maya/maya-call/0' }));
  });

  it.each(['mouse', 'pen'])(
    'does not go on dragging when a %s comes back without a button, let go of beyond',
    (pointerType) => {
      const onViewChange = vi.fn<(view: View) => void>();
      const { container } = show({ onViewChange, view: { range: { start: at('2:00'), end: at('4:00') } } });
      const drag = (type: string, clientX: number, buttons: number) =>
        fireEvent(
          body(container),
          new PointerEvent(type, { pointerId: 1, pointerType, bubbles: true, clientX, buttons }),
        );
      drag('pointerdown', 300, 1);
      drag('pointermove', 301, 1);
      drag('pointermove', 400, 0);
      drag('pointerup', 400, 0);
      expect(onViewChange).not.toHaveBeenCalled();
      body(container).setPointerCapture = () => undefined;
      drag('pointerdown', 300, 1);
      drag('pointermove', 400, 1);
      expect(onViewChange).toHaveBeenCalledOnce();
    },
  );

  /** Tells an element of pointers; a mouse with its button down unless `init` says otherwise. */
  const pointers =
    (element: Element) =>
    (type: string, init: PointerEventInit = {}) =>
      fireEvent(
        element,
        new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', buttons: 1, bubbles: true, ...init }),
      );
  const part = (container: HTMLElement, selector: string) => {
    const element = container.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    element.setPointerCapture = () => undefined;
    return element;
  };

  it('moves the row whose name is dragged to where that is let go', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const onSelect = vi.fn<() => void>();
    const { container } = show({ onViewChange, onSelect, view: {} });
    const name = part(container, '.pt-row[data-lane="jonas"] .pt-identity');
    const tell = pointers(name);
    const lift = (init: PointerEventInit = {}) => {
      tell('pointerdown', { clientY: 300, ...init });
      tell('pointermove', { clientY: 302, ...init });
      tell('pointermove', { clientY: 1, ...init });
    };
    const landing = () => container.querySelector('.pt-landing');
    lift();
    expect(landing()).toBeInTheDocument();
    // A hand that lies down on the screen meanwhile does not let go of it.
    const hand = { pointerId: 2, pointerType: 'touch', clientX: 300, clientY: 1 };
    tell('pointerdown', hand);
    tell('pointermove', { clientX: 100, clientY: 1 });
    tell('pointercancel', hand);
    expect(landing()).toBeInTheDocument();
    expect(onViewChange).not.toHaveBeenCalled();
    tell('pointerup', { clientY: 1 });
    expect(onViewChange.mock.lastCall?.[0].moved).toEqual([{ laneId: 'jonas', before: 'maya' }]);
    expect(landing()).not.toBeInTheDocument();
    // It is let go of beyond the window, or taken by the browser.
    for (const [type, buttons] of [
      ['pointercancel', 1],
      ['pointermove', 0],
    ] as const) {
      lift();
      tell(type, { clientY: 1, buttons });
      expect(landing()).not.toBeInTheDocument();
    }
    // Brought back to where it stands it was not moved, nor tapped.
    const { top } = part(container, '.pt-row[data-lane="jonas"]').style;
    const there = { clientY: Number.parseFloat(top) + 9 };
    tell('pointerdown', there);
    tell('pointermove', { clientY: 1 });
    tell('pointermove', there);
    tell('pointerup', there);
    // A finger scrolls, and a button is pressed.
    lift({ pointerType: 'touch', pointerId: 3 });
    expect(landing()).not.toBeInTheDocument();
    tell('pointercancel', { pointerType: 'touch', pointerId: 3 });
    const button = pointers(part(container, '.pt-row[data-lane="jonas"] button'));
    button('pointerdown', { clientY: 300 });
    button('pointerup', { clientY: 300 });
    button('pointerdown', { clientY: 300 });
    button('pointermove', { clientY: 1 });
    button('pointerup', { clientY: 1 });
    expect(onViewChange).toHaveBeenCalledOnce();
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('selects the participant whose name is pressed and let go of, by mouse and finger', () => {
    const onSelect = vi.fn<(mark: Mark | undefined) => void>();
    const { container } = show({ onSelect });
    const press = (lane: string, init?: PointerEventInit, over = lane) => {
      const name = (of: string) => part(container, `.pt-row[data-lane="${of}"] .pt-identity`);
      pointers(name(lane))('pointerdown', { clientX: -100, clientY: 300, ...init });
      pointers(name(lane))('pointermove', { clientX: -99, clientY: 302, ...init });
      expect(container.querySelector('.pt-landing')).toBeNull();
      pointers(name(over))('pointerup', { clientX: -99, clientY: 302, ...init });
      const mark = onSelect.mock.lastCall?.[0];
      return mark?.kind === 'lane' ? mark.lane.id : mark;
    };
    expect(press('jonas')).toBe('jonas');
    expect(document.activeElement?.closest('.pt-row')).toHaveAttribute('data-lane', 'jonas');
    expect(press('maya', { pointerType: 'touch' })).toBe('maya');
    expect(press('lena', {}, 'jonas')).toBe('maya');
    expect(press('lena', { button: 2, buttons: 2 })).toBe('maya');
    expect(press('lena', { shiftKey: true })).toBe('maya');
    expect(screen.getByRole('group', { name: 'Range' })).toBeInTheDocument();
  });

  it('goes to the participant whose name is pressed where there is only to be looked', () => {
    const { container } = show({ readOnly: true });
    const tell = pointers(part(container, '.pt-row[data-lane="jonas"] .pt-identity'));
    tell('pointerdown', { clientX: -100 });
    tell('pointerup', { clientX: -100 });
    expect(document.activeElement).toHaveAccessibleName(/^Jonas Weber, alerting/);
  });

  it('leaves the other buttons of a mouse to the browser', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const onSelect = vi.fn<() => void>();
    const view = { measured: { start: at('1:00'), end: at('2:00') } };
    const { container } = show({ onViewChange, onSelect, view });
    for (const selector of [
      '.pt-body',
      '.pt-axis',
      '.pt-overview',
      '.pt-row[data-lane="jonas"] .pt-identity',
    ]) {
      const tell = pointers(part(container, selector));
      tell('pointerdown', { clientX: 300, clientY: 25, button: 2, buttons: 2 });
      tell('pointermove', { clientX: 400, clientY: 99, buttons: 2 });
      tell('pointerup', { clientX: 400, clientY: 99, button: 2 });
    }
    expect(onViewChange).not.toHaveBeenCalled();
    expect(onSelect).not.toHaveBeenCalled();
    // While a click on the axis forgets the range.
    const axis = pointers(part(container, '.pt-axis'));
    axis('pointerdown', { clientX: 300 });
    axis('pointerup', { clientX: 300 });
    expect(onViewChange.mock.calls.map(([{ measured }]) => measured)).toEqual([undefined]);
  });

  it('comes nearer between two fingers, and goes on with the one that stays', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const onSelect = vi.fn<() => void>();
    const { container } = show({ onViewChange, onSelect });
    part(container, '.pt-body');
    const tell = pointers(body(container));
    const finger = (pointerId: number, clientX: number) => ({ pointerId, pointerType: 'touch', clientX });
    const shown = () => onViewChange.mock.lastCall?.[0].range ?? { start: 0, end: 0 };
    const whole = 1.03 * span;
    tell('pointerdown', finger(1, 250));
    tell('pointerdown', finger(2, 350));
    for (const by of [5, 50]) {
      tell('pointermove', finger(1, 250 - by));
      tell('pointermove', finger(2, 350 + by));
    }
    expect(shown().end - shown().start).toBeCloseTo(whole / 2, -2);
    // What was between them is there still.
    const middle = shown().start + ((shown().end - shown().start) * 300) / plot;
    expect(middle).toBeCloseTo(at('0:00') + whole * (300 / plot - 0.015 / 1.03), -2);
    const before = shown();
    tell('pointerup', finger(1, 200));
    tell('pointermove', finger(2, 410));
    expect(body(container)).toHaveAttribute('data-dragging');
    expect(shown().end - shown().start).toBe(before.end - before.start);
    expect(before.start - shown().start).toBeCloseTo((10 / plot) * (whole / 2), -2);
    tell('pointerup', finger(2, 410));
    // Two that lie on each other come no nearer.
    tell('pointerdown', finger(1, 300));
    tell('pointerdown', finger(2, 302));
    tell('pointermove', finger(2, 320));
    expect(shown().end - shown().start).toBe(before.end - before.start);
    tell('pointerup', finger(2, 320));
    tell('pointerup', finger(1, 300));
    // One above the other they come nearer, too.
    tell('pointerdown', { ...finger(1, 300), clientY: 100 });
    tell('pointerdown', { ...finger(2, 300), clientY: 200 });
    tell('pointermove', { ...finger(2, 300), clientY: 300 });
    expect(shown().end - shown().start).toBeCloseTo(whole / 4, -2);
    tell('pointerup', { ...finger(2, 300), clientY: 300 });
    tell('pointerup', { ...finger(1, 300), clientY: 100 });
    expect(onSelect).not.toHaveBeenCalled();
    expect(body(container)).not.toHaveAttribute('data-dragging');
  });

  it('goes on with new fingers where it never heard of the end of those before', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const view = { range: { start: at('2:00'), end: at('4:00') } };
    const { container } = show({ onViewChange, view });
    const hold = vi.fn<(pointerId: number) => void>();
    part(container, '.pt-body').setPointerCapture = hold;
    const tell = pointers(body(container));
    const finger = (pointerId: number, clientX: number, isPrimary = false) => ({
      pointerId,
      pointerType: 'touch',
      clientX,
      isPrimary,
    });
    tell('pointerdown', finger(1, 250, true));
    tell('pointerdown', finger(2, 350));
    tell('pointermove', finger(1, 240, true));
    tell('pointermove', finger(2, 360));
    // What they began on may go away, and with it what they end on.
    expect(new Set(hold.mock.calls.flat())).toEqual(new Set([1, 2]));
    expect(body(container)).toHaveAttribute('data-dragging');
    tell('pointerdown', finger(3, 300, true));
    tell('pointermove', finger(3, 200, true));
    const { start = 0, end = 0 } = onViewChange.mock.lastCall?.[0].range ?? {};
    expect(end - start).toBe(at('2:00') - at('0:00'));
    tell('pointerdown', finger(4, 300, true));
    tell('pointerup', finger(4, 300, true));
    expect(body(container)).not.toHaveAttribute('data-dragging');
    const axis = pointers(part(container, '.pt-axis'));
    axis('pointerdown', finger(5, 100, true));
    axis('pointermove', finger(5, 200, true));
    onViewChange.mockClear();
    axis('pointerdown', finger(6, 300, true));
    axis('pointermove', finger(6, 400, true));
    expect(onViewChange.mock.lastCall?.[0].measured).toBeDefined();
  });

  it('lets go of what is in the hand when it is to be looked at only', () => {
    const { container, rerender } = show();
    const drag = (selector: string) => {
      rerender(<ParticipantTimeline conversation={usualCall()} {...zone} />);
      const tell = pointers(part(container, selector));
      part(container, '.pt-body');
      tell('pointerdown', { clientX: 300, clientY: 300 });
      tell('pointermove', { clientX: 350, clientY: 250 });
      const held = () => container.querySelectorAll('.pt-landing, [data-dragging]').length;
      const before = held();
      rerender(<ParticipantTimeline conversation={usualCall()} {...zone} readOnly />);
      return [before, held()];
    };
    expect(drag('.pt-row[data-lane="jonas"] .pt-identity')).toEqual([1, 0]);
    expect(drag('.pt-body')).toEqual([1, 0]);
  });

  it('lets a row land only where it stays: pinned ones among themselves, the others below them', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const { container } = show({ onViewChange, view: { pinned: ['priya'] } });
    const tell = pointers(part(container, '.pt-row[data-lane="jonas"] .pt-identity'));
    tell('pointerdown', { clientY: 300 });
    tell('pointermove', { clientY: 1 });
    const top = container.querySelector<HTMLElement>('.pt-row[data-lane="maya"]')?.style.top;
    // In sight however far the others are scrolled, as what stays is.
    const line = container.querySelector<HTMLElement>('.pt-pins .pt-landing');
    expect(line?.style.top).toBe(top);
    tell('pointermove', { clientY: 200 });
    expect(line).not.toBeInTheDocument();
    expect(container.querySelector('.pt-landing')).toBeInTheDocument();
    tell('pointermove', { clientY: 1 });
    tell('pointerup', { clientY: 1 });
    expect(onViewChange.mock.lastCall?.[0].moved).toEqual([{ laneId: 'jonas', before: 'maya' }]);
  });

  it('takes nothing for clicked that is drawn under the names', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const view = { range: { start: at('2:20'), end: at('3:10') } };
    const { container } = show({ onViewChange, view });
    const row = part(container, '.pt-row[data-lane="jonas"]');
    const clientY = Number.parseFloat(row.style.top) + Number.parseFloat(row.style.height) / 2 - 10;
    fireEvent.doubleClick(body(container), { clientX: 20, clientY });
    expect(onViewChange.mock.lastCall?.[0].range?.start).toBeLessThan(at('1:40'));
    fireEvent.doubleClick(body(container), { clientX: -20, clientY });
    expect(onViewChange.mock.lastCall?.[0].range).toBeUndefined();
  });

  it('zooms to what is clicked twice, and fits where nothing is', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const { container } = show({ onViewChange });
    fireEvent.dblClick(body(container), { clientX: x('6:00'), clientY: 25 });
    expect(onViewChange).toHaveBeenCalledOnce();
    fireEvent.dblClick(part(container, '.pt-row button'));
    expect(onViewChange).toHaveBeenCalledOnce();
    const { start = 0, end = 0 } = onViewChange.mock.lastCall?.[0].range ?? {};
    const air = 0.08 * (at('12:22') - at('0:00'));
    expect([at('0:00') - start, end - at('12:22')].map((each) => Math.round(each - air))).toEqual([0, 0]);
    fireEvent.dblClick(body(container), { clientX: 300, clientY: 9999 });
    expect(onViewChange.mock.lastCall?.[0].range).toBeUndefined();
  });

  it('does not come nearer to a moment that is clicked twice than to anything', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const onSelect = vi.fn<(mark: Mark | undefined) => void>();
    const agent = lane('a', 'Agent', {
      tracks: [track('a1', [seg('connected', '0:00', '14:20')])],
      milestones: [milestone('flagged', '6:00')],
    });
    const { container } = show({ conversation: timeline([agent]), onViewChange, onSelect });
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    const point = {
      clientX: plot / 2 - ((at('7:10') - at('6:00')) / span) * (plot / 1.03) * 1.6,
      clientY: 13,
    };
    const tell = pointers(body(container));
    tell('pointerdown', point);
    tell('pointerup', point);
    expect(onSelect).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'milestone' }));
    fireEvent.dblClick(body(container), point);
    expect(onViewChange.mock.lastCall?.[0].range).toBeUndefined();
  });

  it('moves the window of the overview, or one end of it, and marks a range beside it and on the axis', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const range = { start: at('2:00'), end: at('4:00') };
    const { container } = show({ onViewChange, view: { range } });
    const strip = part(container, '.pt-overview');
    const drag = (from: Element, start: number, end: number) => {
      onViewChange.mockClear();
      const tell = pointers(from);
      tell('pointerdown', { clientX: start });
      tell('pointermove', { clientX: end });
      tell('pointerup', { clientX: end });
      return onViewChange.mock.lastCall?.[0];
    };
    // As exactly as pixels tell.
    const near = (clock: string): unknown => expect.closeTo(at(clock), -3.5);
    const moved = x('5:00') - x('4:00');
    const whole = drag(part(container, '.pt-lens'), 200, 200 + moved)?.range;
    expect(whole).toEqual({ start: near('3:00'), end: near('5:00') });
    const later = drag(part(container, '.pt-edge[data-edge="end"]'), 200, 200 + moved)?.range;
    expect(later).toEqual({ start: range.start, end: near('5:00') });
    const sooner = drag(part(container, '.pt-edge[data-edge="start"]'), 200, 200 - moved)?.range;
    expect(sooner).toEqual({ start: near('1:00'), end: range.end });
    // Beyond the strip, too, it is the one end that moves.
    const farthest = drag(part(container, '.pt-edge[data-edge="start"]'), x('2:00'), -600)?.range;
    expect(farthest).toEqual({ start: expect.closeTo(at('0:00') - 0.015 * span, -3), end: range.end });
    // Wherever it is taken hold of: what is at the end of the strip goes no farther, and does not draw back.
    const ends = { start: at('0:00') - 0.015 * span, end: at('14:20') + 0.015 * span };
    for (const [edge, held, to] of [
      ['start', -4, -600],
      ['start', 4, -600],
      ['end', plot - 4, plot + 600],
      ['end', plot + 4, plot + 600],
    ] as const) {
      const { container, unmount } = show({
        onViewChange,
        view: { range: { ...range, [edge]: ends[edge] } },
      });
      part(container, '.pt-overview');
      expect(
        drag(part(container, `.pt-edge[data-edge="${edge}"]`), held, to),
        `${edge} ${held}`,
      ).toBeUndefined();
      unmount();
    }
    // It does not pass the other end.
    expect(drag(part(container, '.pt-edge[data-edge="start"]'), 200, 200 + moved * 3)).toBeUndefined();
    // From right to left, too; it catches on the ends of what is there.
    expect(drag(strip, x('12:22'), x('6:12') - 3)?.measured).toEqual({
      start: at('6:12'),
      end: at('12:22'),
    });
    const axis = part(container, '.pt-axis');
    expect(drag(axis, 0, plot)?.measured).toEqual({ start: near('2:00'), end: near('4:00') });
    expect(drag(axis, 100, 102)).toBeUndefined();
  });

  it('moves the window of the overview unless all is in it, and keeps it on the strip', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const dragged = (view: ViewInit) => {
      const { container, unmount } = show({ onViewChange, view });
      const lens = part(container, '.pt-lens');
      part(container, '.pt-overview');
      const { left, width } = lens.style;
      const tell = pointers(lens);
      tell('pointerdown', { clientX: 100 });
      tell('pointermove', { clientX: 200 });
      unmount();
      const { range, measured } = onViewChange.mock.lastCall?.[0] ?? {};
      const at = (text: string) => Math.round(Number.parseFloat(text));
      return { moves: range !== view.range, marks: measured !== undefined, left: at(left), width: at(width) };
    };
    expect(dragged({})).toEqual({ moves: false, marks: true, left: 0, width: plot });
    const early = { start: at('0:00') - span / 2, end: at('0:00') + span / 2 };
    expect(dragged({ range: early })).toMatchObject({ moves: true, marks: false, left: 0 });
    const late = { start: at('14:20') - span / 2, end: at('14:20') + span / 2 };
    const { left, width, ...rest } = dragged({ range: late });
    expect(rest).toEqual({ moves: true, marks: false });
    expect(left + width).toBe(plot);
  });

  it.each([
    ['start', 0, 200],
    ['end', plot, plot - 200],
  ] as const)(
    'shows all that comes, too, once the %s of the overview is dragged back to where it was',
    (edge, from, to) => {
      const until = (end: string) =>
        timeline([lane('a', 'A', { tracks: [track('t', [seg('connected', '0:00', end)])] })]);
      const onViewChange = vi.fn<(view: View) => void>();
      const shown = (end: string) => (
        <ParticipantTimeline conversation={until(end)} onViewChange={onViewChange} {...zone} />
      );
      const { container, rerender } = render(shown('10:00'));
      part(container, '.pt-overview');
      const tell = pointers(part(container, `.pt-edge[data-edge="${edge}"]`));
      tell('pointerdown', { clientX: from });
      tell('pointermove', { clientX: from + (from - to) });
      expect(onViewChange).not.toHaveBeenCalled();
      tell('pointermove', { clientX: to });
      expect(onViewChange.mock.lastCall?.[0].range).toBeDefined();
      rerender(shown('10:20'));
      tell('pointermove', { clientX: from + (from - to) });
      tell('pointerup', { clientX: from + (from - to) });
      expect(onViewChange.mock.lastCall?.[0].range).toBeUndefined();
    },
  );

  it('measures with the finger that began, whatever others do on the axis meanwhile', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const { container } = show({ onViewChange, view: { range: { start: at('2:00'), end: at('4:00') } } });
    const tell = pointers(part(container, '.pt-axis'));
    const finger = (pointerId: number, clientX: number) => ({ pointerId, pointerType: 'touch', clientX });
    tell('pointerdown', finger(1, 0));
    tell('pointermove', finger(1, 300));
    tell('pointerdown', finger(2, 600));
    tell('pointermove', finger(2, 650));
    tell('pointerup', finger(2, 650));
    const before = onViewChange.mock.lastCall?.[0].measured;
    tell('pointermove', finger(1, 320));
    const after = onViewChange.mock.lastCall?.[0].measured;
    expect(after?.start).toBe(before?.start);
    expect(after?.end).toBeGreaterThan(before?.end ?? Infinity);
    expect(onViewChange).toHaveBeenCalledTimes(2);
  });

  it('measures to the time under the finger, though the picture grows meanwhile', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const connected = seg('connected', '0:00', '1:00', { certainty: 'running' });
    const call = (end: string) =>
      timeline([lane('a', 'Agent', { tracks: [track('a1', [{ ...connected, end: at(end) }])] })], {
        live: true,
        end: at(end),
      });
    const { container, rerender } = show({ conversation: call('1:00'), onViewChange });
    const tell = pointers(part(container, '.pt-axis'));
    // At the beginning, after some air.
    tell('pointerdown', { clientX: (plot * 0.015) / 1.03 });
    rerender(<ParticipantTimeline conversation={call('2:00')} {...zone} onViewChange={onViewChange} />);
    tell('pointermove', { clientX: plot / 2 });
    expect(onViewChange.mock.lastCall?.[0].measured).toEqual({
      start: at('0:00'),
      end: expect.closeTo(at('1:00'), -3),
    });
    tell('pointerup', { clientX: plot / 2 });
    expect(screen.getByRole('group', { name: 'Range' })).toHaveTextContent('1:00');
  });

  it('marks from one click to the next with Shift, without dragging', () => {
    const onSelect = vi.fn<(mark: Mark | undefined) => void>();
    const onViewChange = vi.fn<(view: View) => void>();
    const { container } = show({ onSelect, onViewChange });
    const press = (clock: string) => {
      const point = {
        clientX: x(clock),
        clientY: 25,
        button: 0,
        pointerId: 1,
        bubbles: true,
        shiftKey: true,
      };
      fireEvent(body(container), new MouseEvent('pointerdown', point));
      fireEvent(body(container), new MouseEvent('pointerup', point));
      return onViewChange.mock.lastCall?.[0];
    };
    // Where nothing is, there is a time.
    const free = press('13:30')?.measured?.end ?? 0;
    expect(Math.abs(free - at('13:30'))).toBeLessThan(10_000);
    const view = press('6:00');
    expect(view?.measured).toEqual({ start: at('0:00'), end: free });
    expect(view?.selected).toBeUndefined();
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('marks nothing with Shift where nobody says when', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const nobody = timeline([lane('a', 'Somebody'), lane('b', 'Else')], { start: 0, end: 0 });
    const { container } = show({ conversation: nobody, onViewChange });
    const tell = pointers(body(container));
    for (const type of ['pointerdown', 'pointerup'])
      tell(type, { clientX: 300, clientY: 25, shiftKey: true });
    expect(onViewChange).not.toHaveBeenCalled();
    expect(screen.queryByRole('group', { name: 'Range' })).toBeNull();
  });

  it('zooms by Ctrl + wheel at the cursor, pans by Shift + wheel, and leaves the plain wheel to the page', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const { container } = show({ onViewChange });
    const turn = (init: WheelEventInit) => {
      const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -100, ...init });
      act(() => void body(container).dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect(turn({})).toBe(false);
    expect(onViewChange).not.toHaveBeenCalled();
    expect(turn({ ctrlKey: true, clientX: 300 })).toBe(true);
    const first = onViewChange.mock.lastCall?.[0].range;
    expect(first).toBeDefined();
    expect(turn({ shiftKey: true, deltaY: 50 })).toBe(true);
    const second = onViewChange.mock.lastCall?.[0].range?.start ?? 0;
    expect(second).toBeGreaterThan(first?.start ?? 0);
    // Sideways, as touch pads do, pans without a key.
    expect(turn({ deltaX: 50, deltaY: -10 })).toBe(true);
    const third = onViewChange.mock.lastCall?.[0].range?.start ?? 0;
    expect(third).toBeGreaterThan(second);
    // Over the names it comes nearer to what stands beside them.
    turn({ ctrlKey: true, clientX: -100 });
    expect(onViewChange.mock.lastCall?.[0].range?.start).toBe(third);
  });

  it('says once how to zoom to who turns the wheel without a key', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { container } = show();
    const turn = () => fireEvent(body(container), new WheelEvent('wheel', { bubbles: true, deltaY: 100 }));
    turn();
    expect(region()).toHaveTextContent('and scroll to zoom');
    act(() => void vi.advanceTimersByTime(3000));
    turn();
    expect(region()).not.toHaveTextContent('and scroll to zoom');
  });

  it('comes nearer by wheels that count in pixels, lines or pages, and by none too far at once', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const range = { start: at('2:00'), end: at('4:00') };
    const { container } = show({ onViewChange, view: { range } });
    /** How much less is in sight. */
    const nearer = (deltaY: number, init: WheelEventInit = { ctrlKey: true }) => {
      onViewChange.mockClear();
      fireEvent(body(container), new WheelEvent('wheel', { bubbles: true, clientX: 300, deltaY, ...init }));
      const { start = 0, end = 0 } = onViewChange.mock.lastCall?.[0].range ?? {};
      return (range.end - range.start) / (end - start);
    };
    const step = nearer(-48);
    expect(step).toBeGreaterThan(1.1);
    expect(nearer(48)).toBeCloseTo(1 / step);
    expect(nearer(-48, { metaKey: true })).toBeCloseTo(step);
    expect(nearer(-3, { ctrlKey: true, deltaMode: 1 })).toBeCloseTo(step);
    const most = nearer(-1, { ctrlKey: true, deltaMode: 2 });
    expect(most).toBeGreaterThan(step);
    expect(nearer(-100_000)).toBeCloseTo(most);
    expect(most).toBeLessThan(2);
    // Fingers on a touch pad come as small steps, which take more for it.
    expect(nearer(-10)).toBeGreaterThan(1.1);
  });

  it('shows the facts of what is under the pointer', async () => {
    const { container } = show();
    fireEvent(
      body(container),
      new MouseEvent('pointermove', { clientX: x('6:00'), clientY: 25, bubbles: true }),
    );
    // Without layers jsdom keeps what is to be on top hidden.
    const tip = await within(region()).findByRole('tooltip', { hidden: true });
    expect(tip).toHaveTextContent(/Connected.*Maya Okafor.*12:22\.000.*recorded/);
    expect(tip.closest('[aria-hidden]')).toBeNull();
    fireEvent(body(container), new MouseEvent('pointerleave'));
    expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull();
  });

  it('tells the day of a time where the conversation is of several', async () => {
    const call = usualCall();
    const late = lane('late', 'Late', {
      tracks: [track('late-1', [seg('connected', '2880:00', '2881:00')])],
    });
    const conversation = { ...call, lanes: [...call.lanes, late], end: at('2881:00') };
    const hover = (end: string, place: number) => {
      const { container } = show({ conversation, view: { range: { start: at('0:00'), end: at(end) } } });
      const point = { clientX: plot * place, clientY: 25, bubbles: true };
      fireEvent(body(container), new MouseEvent('pointermove', point));
      return container;
    };
    hover('14:20', 0.4);
    const tip = await within(region()).findByRole('tooltip', { hidden: true });
    expect(tip).toHaveTextContent(/Connected.*From.*19 Nov 2026, 10:0.*To.*19 Nov 2026, 10:1/);
    cleanup();
    expect(hover('2881:00', 0.6).querySelector('.pt-time')).toHaveTextContent(/^Fri, 20 Nov 2026, /);
  });

  it('goes on with what is under a pointer that rests while the picture moves or grows', async () => {
    const { container, rerender } = show();
    fireEvent(
      body(container),
      new MouseEvent('pointermove', { clientX: x('6:00'), clientY: 25, bubbles: true }),
    );
    await screen.findByRole('tooltip', { hidden: true });
    const tip = () => screen.queryByRole('tooltip', { hidden: true });
    const grown = usualCall();
    const [maya] = grown.lanes;
    const [first] = maya?.tracks[0]?.segments ?? [];
    if (first) first.end = at('13:22');
    rerender(<ParticipantTimeline conversation={{ ...grown, end: at('13:22') }} {...zone} />);
    expect(tip()).toHaveTextContent(/Maya Okafor.*13:22\.000/);
    rerender(
      <ParticipantTimeline
        conversation={usualCall()}
        {...zone}
        view={{ range: { start: at('12:30'), end: at('13:00') } }}
      />,
    );
    expect(tip()).toBeNull();
  });

  it('shows them to a finger that rests, until it is lifted', async () => {
    const { container } = show();
    // What shows them is loaded when they are wanted first.
    fireEvent(
      body(container),
      new MouseEvent('pointermove', { clientX: x('6:00'), clientY: 25, bubbles: true }),
    );
    await screen.findByRole('tooltip', { hidden: true });
    const lift = () => fireEvent(body(container), new MouseEvent('pointerleave'));
    lift();
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
    const place = { pointerType: 'touch', clientX: x('6:00'), clientY: 25 };
    const tip = () => screen.queryByRole('tooltip', { hidden: true });
    fireEvent.pointerDown(body(container), place);
    pass(400);
    expect(tip()).toBeNull();
    pass(200);
    expect(tip()).toHaveTextContent(/Connected.*Maya Okafor.*12:22\.000.*recorded/);
    lift();
    expect(tip()).toBeNull();
    fireEvent.pointerDown(body(container), place);
    lift();
    pass(600);
    expect(tip()).toBeNull();
    // One that trembles rests; one that pans does not.
    body(container).setPointerCapture = () => undefined; // jsdom has none
    for (const [moved, shown] of [
      [3, true],
      [40, false],
    ] as const) {
      fireEvent.pointerDown(body(container), place);
      fireEvent.pointerMove(body(container), { ...place, clientX: place.clientX + moved });
      pass(600);
      expect(tip() !== null).toBe(shown);
      lift();
    }
  });
});

describe('view', () => {
  it('is kept by the host when the host gives it', async () => {
    const onViewChange = vi.fn<(view: View) => void>();
    const { container, rerender } = show({ view: {}, onViewChange });
    await userEvent.click(screen.getByRole('switch', { name: 'Roles' }));
    expect(onViewChange).toHaveBeenCalledOnce();
    expect(container.querySelector('[data-role]')).not.toBeNull();
    const view = onViewChange.mock.lastCall?.[0];
    rerender(
      <ParticipantTimeline conversation={usualCall()} {...zone} view={view} onViewChange={onViewChange} />,
    );
    expect(container.querySelector('[data-role]')).toBeNull();
  });

  it('stays where the host says, which may take no change, and each step begins from there', () => {
    const onViewChange = vi.fn<(view: View) => void>();
    show({ view: {}, onViewChange });
    const zoomIn = screen.getByRole('button', { name: 'Zoom in' });
    fireEvent.click(zoomIn);
    fireEvent.click(zoomIn);
    const [first, second] = onViewChange.mock.calls;
    expect(first?.[0].range).toBeDefined();
    expect(second).toEqual(first);
  });

  it('has the overlays that the host gives, at first and when it gives others, unless the view says so', () => {
    const on = (name: string) => screen.getByRole('switch', { name }).getAttribute('aria-checked');
    const { rerender } = show({ overlays: { roles: false } });
    expect([on('Roles'), on('Peers')]).toEqual(['false', 'false']);
    const give = (props: Partial<React.ComponentProps<typeof ParticipantTimeline>>) =>
      rerender(<ParticipantTimeline conversation={usualCall()} {...zone} {...props} />);
    fireEvent.click(screen.getByRole('switch', { name: 'Limits' }));
    give({ overlays: { roles: false } });
    expect(on('Limits')).toBe('false');
    give({ overlays: { peers: true } });
    expect([on('Roles'), on('Peers'), on('Limits')]).toEqual(['true', 'true', 'true']);
    give({ overlays: { roles: false }, view: { clock: 'elapsed' } });
    expect(on('Roles')).toBe('false');
    give({ overlays: { roles: false }, view: { overlays: { roles: true } } });
    expect(on('Roles')).toBe('true');
  });

  it('is drawn with overlays that are none, as hosts without types may give', () => {
    const { rerender } = show({ overlays: (() => 1) as never });
    expect(region()).toBeInTheDocument();
    rerender(<ParticipantTimeline conversation={usualCall()} {...zone} overlays={(() => 2) as never} />);
    expect(region()).toBeInTheDocument();
  });

  it('marks the selection that the host gives, and puts the keyboard there', () => {
    const { container } = show({ view: { selected: 'jonas/jonas-call/2' } });
    expect(container.querySelector('.pt-frame[data-kind="selected"]')).toHaveAttribute(
      'data-mark',
      'jonas/jonas-call/2',
    );
    expect(container.querySelector('[role="gridcell"][tabindex="0"]')?.getAttribute('aria-label')).toMatch(
      /hold/,
    );
    expect(container.querySelector('[aria-selected="true"]')).not.toBeNull();
  });

  it('has no frame where its overlay is switched off, in pictures neither', async () => {
    const selected = 'lena/~monitor/0';
    const ref = createRef<ParticipantTimelineHandle>();
    const frames = async (monitor: boolean) => {
      const { container, unmount } = show({ ref, view: { selected, overlays: { monitor } } });
      const drawn = container.querySelectorAll('.pt-frame').length;
      const picture = await ref.current?.toSvg();
      unmount();
      return [drawn, picture?.match(/rx="4" fill="none"/g)?.length ?? 0];
    };
    expect(await frames(true)).toEqual([1, 1]);
    expect(await frames(false)).toEqual([0, 0]);
  });

  it('is drawn as it was kept, though what is selected is out of sight', () => {
    const kept: ViewInit[] = [
      { selected: 'jonas/jonas-call/2', range: { start: at('0:00'), end: at('1:00') } },
      { selected: 'jonas/jonas-call/2', hidden: ['jonas'] },
      { selected: 'jonas/jonas-call/2', filter: 'Maya' },
    ];
    for (const view of kept) {
      const onViewChange = vi.fn<(view: View) => void>();
      const { unmount } = show({ view, onViewChange });
      expect(onViewChange).not.toHaveBeenCalled();
      unmount();
    }
  });

  it('can be moved through the ref', () => {
    const ref = createRef<ParticipantTimelineHandle>();
    const onViewChange = vi.fn<(view: View) => void>();
    render(
      <ParticipantTimeline ref={ref} conversation={usualCall()} {...zone} onViewChange={onViewChange} />,
    );
    act(() => ref.current?.zoomTo({ start: at('5:00'), end: at('6:00') }));
    expect(onViewChange.mock.lastCall?.[0].range).toEqual({ start: at('5:00'), end: at('6:00') });
    act(() => ref.current?.select('priya/priya-call/3'));
    expect(onViewChange.mock.lastCall?.[0].selected).toBe('priya/priya-call/3');
    // Longer than what is shown: its beginning comes into sight.
    expect(onViewChange.mock.lastCall?.[0].range?.start).toBeLessThan(at('12:22'));
    expect(onViewChange.mock.lastCall?.[0].range?.end).toBeGreaterThan(at('13:00'));
    act(() => ref.current?.fit());
    expect(onViewChange.mock.lastCall?.[0].range).toBeUndefined();
  });

  it('brings what is selected by the ref into sight again, though it is selected already', async () => {
    const user = userEvent.setup();
    const ref = createRef<ParticipantTimelineHandle>();
    render(<ParticipantTimeline ref={ref} conversation={usualCall()} {...zone} />);
    const select = () => act(() => ref.current?.select('jonas/jonas-call/2'));
    select();
    screen.getByRole('gridcell', { selected: true }).focus();
    await user.keyboard('h');
    expect(screen.queryByRole('row', { name: /^Jonas Weber/ })).not.toBeInTheDocument();
    select();
    expect(screen.getByRole('gridcell', { selected: true })).toHaveAccessibleName(/^Jonas Weber, hold/);
    expect(screen.getByRole('gridcell', { selected: true })).toHaveAttribute('tabindex', '0');
    const filter = screen.getByRole('searchbox', { name: 'Filter participants' });
    await user.type(filter, 'main menu');
    expect(screen.queryByRole('row', { name: /^Jonas Weber/ })).not.toBeInTheDocument();
    select();
    expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
    expect(filter).toHaveValue('');
  });

  it('asks a host that gives its view later for what was selected by the ref alone', () => {
    const ref = createRef<ParticipantTimelineHandle>();
    const onViewChange = vi.fn<(view: View) => void>();
    const view = { selected: 'jonas/jonas-call/2', hidden: ['jonas'] };
    render(
      <ParticipantTimeline
        ref={ref}
        conversation={usualCall()}
        view={view}
        onViewChange={onViewChange}
        {...zone}
      />,
    );
    act(() => ref.current?.select('maya'));
    expect(onViewChange.mock.lastCall?.[0]).toMatchObject({ selected: 'maya', hidden: ['jonas'] });
  });

  it('has its buttons', async () => {
    const onViewChange = vi.fn<(view: View) => void>();
    show({ onViewChange });
    const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
    await click('Zoom in');
    expect(onViewChange.mock.lastCall?.[0].range).toBeDefined();
    await click('Zoom out');
    await click('Fit');
    expect(onViewChange.mock.lastCall?.[0].range).toBeUndefined();
    await click('Hold');
    expect(onViewChange.mock.lastCall?.[0].highlighted).toEqual(['hold']);
    await click('Fold Jonas Weber');
    expect(onViewChange.mock.lastCall?.[0].folded).toEqual(['jonas']);
  });
});

describe('input', () => {
  it('reads what the parser takes, and says what is wrong with it', async () => {
    const onProblems = vi.fn<(problems: Problem[]) => void>();
    const participant = {
      id: 'p1',
      name: 'Ada',
      purpose: 'agent',
      userId: 'u1',
      calls: [
        {
          id: 'c1',
          state: 'connected',
          connectedTime: '2026-01-01T10:00:00Z',
          disconnectedTime: '2026-01-01T10:05:00Z',
        },
      ],
    };
    render(
      <ParticipantTimeline conversation={JSON.stringify(participant)} {...zone} onProblems={onProblems} />,
    );
    expect(screen.getByRole('row', { name: /^Ada/ })).toBeInTheDocument();
    await waitFor(() => expect(onProblems).toHaveBeenCalled());
  });

  it.each([
    ['', 'The input is empty, line 1, column 1.'],
    ['\n sorry', 'Expected a JSON document, found "s", line 2, column 2.'],
    ['null', 'Expected conversation data, found null, line 1, column 1.'],
    ['[]', 'The list is empty.'],
    ['{"id": "a", "participants": []}', undefined],
  ])('says that there is nothing in %j, and why', async (text, why) => {
    const onProblems = vi.fn<(problems: Problem[]) => void>();
    render(<ParticipantTimeline conversation={text} onProblems={onProblems} />);
    const said = why
      ? `Nothing to draw. ${why}`
      : 'Nothing to draw: no participant was found in this conversation.';
    expect(await screen.findByText(said)).toBeInTheDocument();
    await waitFor(() => expect(onProblems).toHaveBeenCalled());
  });

  it.each([
    [
      'a revoked proxy',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    ['an object without prototype', () => Object.create(null) as object],
    ['a symbol', () => Symbol('dark')],
  ])('draws all the same where its theme is %s', (_, made) => {
    const theme = made() as 'dark';
    render(<ParticipantTimeline conversation={{ id: 'c', participants: [{ id: 'p' }] }} theme={theme} />);
    expect(document.querySelector('.pt-root')).not.toHaveAttribute('data-theme');
  });

  it('never throws into its host', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = {
      ...timeline([lane('a', 'A', { tracks: [track('t', [seg('hold', '0:00', '1:00')])] })]),
      lanes: [null],
    };
    const onError = vi.fn<(error: unknown) => void>();
    const { rerender } = render(<ParticipantTimeline conversation={broken} onError={onError} />);
    expect(screen.getByRole('alert')).toHaveTextContent('could not be drawn');
    expect(onError).toHaveBeenCalled();
    rerender(<ParticipantTimeline conversation={usualCall()} onError={onError} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
  });

  it('tells its host once of what comes later and cannot be drawn', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { ...usualCall(), lanes: [{}] };
    const onError = vi.fn<(error: unknown) => void>();
    const { rerender } = render(<ParticipantTimeline conversation={usualCall()} onError={onError} />);
    rerender(<ParticipantTimeline conversation={broken} onError={onError} />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(onError).toHaveBeenCalledOnce();
    rerender(<ParticipantTimeline conversation={{ ...broken, id: 'other' }} onError={onError} />);
    expect(onError).toHaveBeenCalledTimes(2);
    rerender(<ParticipantTimeline conversation={usualCall()} onError={onError} />);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells of problems once, though the host passes a new function each time', () => {
    const onProblems = vi.fn<(problems: Problem[]) => void>();
    const call = usualCall();
    const { rerender } = render(
      <ParticipantTimeline conversation={call} onProblems={(list) => onProblems(list)} />,
    );
    rerender(<ParticipantTimeline conversation={call} onProblems={(list) => onProblems(list)} />);
    expect(onProblems).toHaveBeenCalledOnce();
  });

  it('leaves nothing behind', () => {
    const add = vi.spyOn(EventTarget.prototype, 'addEventListener');
    const remove = vi.spyOn(EventTarget.prototype, 'removeEventListener');
    // React listens too, at the root and on dialogs, and lets go with the element: only our own listeners count.
    const own = ({ mock }: typeof add | typeof remove) =>
      mock.contexts.filter((target, call) => {
        const ours = /^(wheel|pointer|dblclick|scroll$)/.test(mock.calls[call]?.[0] ?? '');
        return ours && target instanceof Element && target.className.startsWith('pt-');
      }).length;
    const { unmount } = show({ conversation: conference(60, 1) });
    const before = own(add);
    unmount();
    expect(before).toBeGreaterThan(0);
    expect(own(remove)).toBe(before);
  });

  it('draws a lane without segments', () => {
    const nobody = lane('a', 'Nobody', { milestones: [milestone('end', '0:00')] });
    const { container } = show({ conversation: timeline([nobody]) });
    expect(container.querySelector('[data-milestone="end"]')).toHaveAttribute('fill', 'var(--pt-ink)');
    // All there is: so the keyboard comes to it, and it is announced.
    expect(screen.getByRole('gridcell', { name: /^Nobody, End, / })).toBeInTheDocument();
  });
});
