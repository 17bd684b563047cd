import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ParticipantTimeline, type View, type ViewInit } from '../../src/timeline';
import { at, lane, link, milestone, seg, timeline, track, usualCall } from '../fixtures/timelines';

const zone = { timeZone: 'Europe/Berlin', locale: 'en-GB' };

function focusFirst(name: RegExp) {
  within(screen.getByRole('row', { name })).getByRole('gridcell').focus();
}

/** Holds the clock for this test, which goes on beside as ever. @returns What lets so many milliseconds pass at once. */
function heldClock() {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  return (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
}

/** A timeline of which the second mark of Jonas Weber was made the range, and what is said of it. */
async function marked(conversation: ReturnType<typeof usualCall>) {
  const pass = heldClock();
  const user = userEvent.setup();
  const { container } = render(<ParticipantTimeline conversation={conversation} {...zone} />);
  focusFirst(/^Jonas Weber/);
  await user.keyboard('{ArrowRight}{ArrowRight}m');
  await pass(1000);
  return { pass, user, told: container.querySelector('.pt-said') };
}

const said = () => document.activeElement?.getAttribute('aria-label');

/** A story of a quarter of an hour, and a leg that nobody ended for two months. */
function stuck() {
  return timeline([
    lane('c', 'Customer', {
      purpose: 'customer',
      tracks: [track('c1', [seg('connected', '0:00', '14:00')])],
    }),
    lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '0:00', '1:00')])] }),
    lane('a', 'First', {
      tracks: [track('a1', [seg('alerting', '1:00', '1:10'), seg('connected', '1:10', '8:00')])],
    }),
    lane('b', 'Second', {
      tracks: [track('b1', [seg('alerting', '8:00', '8:10'), seg('connected', '8:10', '87840:00')])],
    }),
  ]);
}

/** Two legs of one agent, one after the other, and somebody else. */
function legs() {
  const leg = (id: string, from: string, to: string) =>
    lane(id, 'Jonas Weber', { userId: 'u', tracks: [track(`${id}-call`, [seg('connected', from, to)])] });
  const other = lane('other', 'Lena Sato', { tracks: [track('lena', [seg('connected', '0:00', '9:00')])] });
  return timeline([leg('one', '0:00', '2:00'), leg('two', '3:00', '5:00'), other]);
}

it('hides one participant only while the key is held down', async () => {
  const user = userEvent.setup();
  render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
  focusFirst(/^Jonas Weber/);
  await user.keyboard('{h>5/}');
  expect(screen.getAllByRole('row')).toHaveLength(5);
  await user.keyboard('h');
  expect(screen.getAllByRole('row')).toHaveLength(4);
});

it('leaves Escape to a dialog around it, unless there is something to be cleared', () => {
  const shown = (view: ViewInit) => <ParticipantTimeline conversation={legs()} view={view} {...zone} />;
  const { rerender } = render(shown({}));
  // What is prevented is told as false.
  const isLeft = () => fireEvent.keyDown(screen.getAllByRole('gridcell')[0] as Element, { key: 'Escape' });
  expect(isLeft()).toBe(true);
  for (const view of [{ selected: 'one/one-call/0' }, { measured: { start: at('1:00'), end: at('2:00') } }]) {
    rerender(shown(view));
    expect(isLeft()).toBe(false);
  }
});

it('keeps the marked range where a row without segments has none to be marked', async () => {
  const user = userEvent.setup();
  const { lanes } = legs();
  render(<ParticipantTimeline conversation={timeline([...lanes, lane('e', 'Nobody')])} {...zone} />);
  focusFirst(/^Lena Sato/);
  await user.keyboard('m{ArrowDown}m');
  expect(said()).toMatch(/^Nobody/);
  expect(screen.getByRole('group', { name: 'Range' })).toHaveTextContent('9:00');
  await user.keyboard('{Shift>}m{/Shift}');
  expect(screen.queryByRole('group', { name: 'Range' })).toBeNull();
});

describe('legs that share a row', () => {
  const rowOf = (id: string) => {
    const row = screen.getAllByRole('row').find((one) => one.getAttribute('data-lane') === id);
    if (!row) throw new Error(`no row of ${id}`);
    return row;
  };
  const focusOn = (id: string) => within(rowOf(id)).getAllByRole('gridcell')[0]?.focus();
  const order = () => screen.getAllByRole('row').map((row) => row.getAttribute('data-lane'));

  it('are unfolded by the button of their row, whichever of them was folded', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={legs()} {...zone} />);
    focusOn('two');
    await user.keyboard(' l');
    const button = within(rowOf('one')).getByRole('button', { name: 'Unfold Jonas Weber' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await user.click(button);
    expect(rowOf('one')).not.toHaveAttribute('data-folded');
    expect(rowOf('two')).not.toHaveAttribute('data-folded');
  });

  it('are moved, pinned and hidden as one, from each of them', async () => {
    const pass = heldClock();
    const user = userEvent.setup();
    const { container } = render(<ParticipantTimeline conversation={legs()} {...zone} />);
    focusOn('one');
    await user.keyboard('lj');
    expect(order()).toEqual(['other', 'one', 'two']);
    focusOn('two');
    await user.keyboard('k');
    expect(order()).toEqual(['one', 'two', 'other']);
    await user.keyboard('jpk');
    expect(order()).toEqual(['one', 'two', 'other']);
    focusOn('one');
    await user.keyboard('p');
    expect(order()).toEqual(['other', 'one', 'two']);
    await user.keyboard('h');
    expect(order()).toEqual(['other']);
    expect(document.activeElement).toBe(within(rowOf('other')).getAllByRole('gridcell')[0]);
    await pass(1000);
    expect(container.querySelector('.pt-said')).toHaveTextContent('Jonas Weber hidden');
  });

  it('that only stand together let others pass', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={legs()} {...zone} />);
    await user.click(screen.getByRole('switch', { name: 'Group by user' }));
    focusOn('other');
    await user.keyboard('k');
    expect(order()).toEqual(['other', 'one', 'two']);
    focusOn('two');
    await user.keyboard('k');
    expect(order()).toEqual(['one', 'two', 'other']);
  });
});

describe('the keyboard', () => {
  it('goes from segment to segment with the arrows, and over every mark with comma and full stop', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard('{ArrowRight}');
    expect(said()).toMatch(/^Jonas Weber, connected, /);
    await user.keyboard('{Home}');
    const heard: string[] = [];
    for (let n = 0; n < 14; n++) {
      await user.keyboard('.');
      heard.push(said() ?? '');
    }
    for (const mark of [/viewer/, /Time to answer/, /controls Maya Okafor/, /, hold, /]) {
      expect(heard.some((one) => mark.test(one))).toBe(true);
    }
    await user.keyboard(',');
    expect(heard).toContain(said());
  });

  it('leaves on the page what the focus comes from, for screen readers that would lose its track', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    for (const key of ['{ArrowRight}', '{ArrowRight}', '{Home}', '{ArrowDown}', '{ArrowUp}', '{End}', '.']) {
      const [from, before] = [document.activeElement, said()];
      await user.keyboard(key);
      expect(from).toBeInTheDocument();
      expect(document.activeElement).not.toBe(from);
      expect([key, said()]).not.toEqual([key, before]);
    }
  });

  it('passes over what is switched off', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} overlays={{ roles: false }} />);
    focusFirst(/^Jonas Weber/);
    for (let n = 0; n < 14; n++) {
      await user.keyboard('.');
      expect(said()).not.toMatch(/viewer/);
    }
  });

  it('goes on from where the focus was put by other ways, and follows links there and back', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    while (!/controls Maya/.test(said() ?? '')) await user.keyboard('.');
    const link = said();
    await user.keyboard(']');
    expect(said()).toMatch(/^Jonas Weber controls Maya Okafor, Maya Okafor, /);
    // To user-event a bracket begins the name of a key; doubled it is itself.
    await user.keyboard('[[');
    expect(said()).toBe(link);
  });

  it('says along which link it came, as long as it stays there', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Maya Okafor/);
    await user.keyboard('{End}]');
    expect(said()).toMatch(/^Priya Natarajan controls Maya Okafor, Priya Natarajan, /);
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    expect(said()).toMatch(/^Priya Natarajan, /);
  });

  it('stays where it is, and says nothing untrue, where a link leads to a row that cannot be brought back', async () => {
    const user = userEvent.setup();
    const hidden = { hidden: ['maya'] };
    const { rerender } = render(
      <ParticipantTimeline conversation={usualCall()} view={hidden} readOnly {...zone} />,
    );
    focusFirst(/^Jonas Weber/);
    while (!/controls Maya/.test(said() ?? '')) await user.keyboard('.');
    const link = said();
    await user.keyboard(']');
    expect(said()).toBe(link);
    rerender(<ParticipantTimeline conversation={usualCall()} view={{}} readOnly {...zone} />);
    await user.keyboard(']');
    expect(said()).toMatch(/^Jonas Weber controls Maya Okafor, Maya Okafor, /);
    rerender(<ParticipantTimeline conversation={usualCall()} view={hidden} readOnly {...zone} />);
    expect(said()).toMatch(/^Main Menu Flow, /);
  });

  it('stays on its row when somebody comes in above', async () => {
    const user = userEvent.setup();
    const lanes = (...more: ReturnType<typeof lane>[]) =>
      timeline([
        ...more,
        lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '1:00', '2:00')])] }),
        lane('a', 'Agent', {
          tracks: [track('a1', [seg('alerting', '2:00', '2:10'), seg('connected', '2:10', '8:00')])],
        }),
      ]);
    const shown = render(<ParticipantTimeline conversation={lanes()} {...zone} />);
    focusFirst(/^Agent/);
    const early = lane('e', 'Early', { tracks: [track('e1', [seg('ivr', '0:00', '1:00')])] });
    shown.rerender(<ParticipantTimeline conversation={lanes(early)} {...zone} />);
    expect(said()).toMatch(/^Agent, alerting, /);
    await user.keyboard('{ArrowRight}');
    expect(said()).toMatch(/^Agent, connected, /);
  });

  it('stays on its mark when a segment comes in before it', async () => {
    const user = userEvent.setup();
    const growing = (...more: ReturnType<typeof seg>[]) =>
      timeline([
        lane('jonas', 'Jonas Weber', {
          tracks: [track('call', [seg('connected', '1:00', '5:00'), ...more])],
          milestones: [milestone('connected', '1:00'), milestone('hold', '5:00')],
        }),
      ]);
    const { rerender } = render(<ParticipantTimeline conversation={growing()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard('..');
    const where = said();
    expect(where).toMatch(/^Jonas Weber, Put on hold, /);
    const grown = growing(seg('hold', '5:00', '6:00'), seg('connected', '6:00', '7:00'));
    rerender(<ParticipantTimeline conversation={grown} {...zone} />);
    expect(said()).toBe(where);
    await user.keyboard(',');
    expect(said()).toMatch(/^Jonas Weber, hold, /);
  });

  it('says what is left of a row that had more when the keyboard was on it', async () => {
    const user = userEvent.setup();
    const call = (...more: ReturnType<typeof seg>[]) =>
      timeline([
        lane('a', 'Agent', { tracks: [track('a1', [seg('connected', '0:00', '1:00'), ...more])] }),
        lane('b', 'Other', { tracks: [track('b1', [seg('connected', '0:00', '9:00')])] }),
      ]);
    const { rerender } = render(
      <ParticipantTimeline conversation={call(seg('hold', '1:00', '2:00'))} {...zone} />,
    );
    focusFirst(/^Agent/);
    await user.keyboard('{End}{ArrowDown}');
    rerender(<ParticipantTimeline conversation={call()} {...zone} />);
    const cells = within(screen.getByRole('row', { name: /^Agent/ })).getAllByRole('gridcell');
    for (const cell of cells) expect(cell).toHaveAccessibleName(/^Agent, connected, /);
  });

  it('goes back along a link to the row it came from, though somebody came in above', async () => {
    const user = userEvent.setup();
    const call = usualCall();
    const shown = render(<ParticipantTimeline conversation={call} {...zone} />);
    focusFirst(/^Jonas Weber/);
    while (!/controls Maya/.test(said() ?? '')) await user.keyboard('.');
    const link = said();
    await user.keyboard(']');
    const early = lane('e', 'Early', { tracks: [track('e1', [seg('ivr', '0:00', '1:00')])] });
    shown.rerender(
      <ParticipantTimeline conversation={{ ...call, lanes: [early, ...call.lanes] }} {...zone} />,
    );
    await user.keyboard('[[');
    expect(said()).toBe(link);
  });

  it('keeps the focus in the timeline when its row goes', async () => {
    const user = userEvent.setup();
    const queue = lane('q', 'Queue', {
      purpose: 'acd',
      tracks: [track('q1', [seg('queued', '1:00', '2:00')])],
    });
    const agent = lane('a', 'Agent', { tracks: [track('a1', [seg('connected', '2:10', '8:00')])] });
    const shown = render(
      <>
        <button type="button">Elsewhere</button>
        <ParticipantTimeline conversation={timeline([queue, agent])} {...zone} />
      </>,
    );
    focusFirst(/^Agent/);
    const without = (
      <>
        <button type="button">Elsewhere</button>
        <ParticipantTimeline conversation={timeline([queue])} {...zone} />
      </>
    );
    shown.rerender(without);
    expect(said()).toMatch(/^Queue, /);
    // What had left the timeline stays where it is.
    shown.rerender(
      <>
        <button type="button">Elsewhere</button>
        <ParticipantTimeline conversation={timeline([queue, agent])} {...zone} />
      </>,
    );
    focusFirst(/^Agent/);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    shown.rerender(without);
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  });

  it('keeps the focus in the timeline when its last row goes', async () => {
    const user = userEvent.setup();
    const tracks = [track('call', [seg('connected', '1:00', '5:00')])];
    render(
      <ParticipantTimeline conversation={timeline([lane('jonas', 'Jonas Weber', { tracks })])} {...zone} />,
    );
    focusFirst(/^Jonas Weber/);
    await user.keyboard('h');
    expect(screen.queryByRole('row')).toBeNull();
    expect(screen.getByRole('grid')).toHaveFocus();
  });

  it('ties a row to others of its user as long as they are in sight', async () => {
    const leg = (id: string, userId?: string) =>
      lane(id, id, {
        ...(userId && { userId }),
        tracks: [track(`${id}-call`, [seg('connected', '0:00', '1:00')])],
      });
    const legs = timeline([leg('One', 'u'), leg('Two', 'u'), leg('Other')]);
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={legs} {...zone} />);
    expect(screen.getByRole('row', { name: /^One/ })).toHaveAttribute('data-tied', 'first');
    focusFirst(/^Two/);
    await user.keyboard('h');
    expect(screen.getByRole('row', { name: /^One/ })).not.toHaveAttribute('data-tied');
  });

  it('has rows without the keyboard follow what is joined and selected, too', () => {
    const tracks = (id: string) => [track(`${id}-call`, [seg('connected', '0:00', '1:00')])];
    const legs = ['One', 'Two', 'Three'].map((id) => lane(id, id, { userId: 'u', tracks: tracks(id) }));
    const conversation = timeline([lane('first', 'First', { tracks: tracks('first') }), ...legs]);
    const { rerender } = render(<ParticipantTimeline conversation={conversation} view={{}} {...zone} />);
    const rows = () => screen.getAllByRole('row').slice(1);
    const told = (name: string) => rows().map((row) => row.getAttribute(name));
    expect(told('data-tied')).toEqual(['first', 'middle', 'last']);
    expect(rows()[0]).toHaveAccessibleName(/leg 1 of 3/);
    rerender(<ParticipantTimeline conversation={conversation} view={{ joined: ['u'] }} {...zone} />);
    expect(rows()[0]).toHaveAccessibleName(/3 legs/);
    for (const [selected, places] of [
      ['Two/Two-call/0', [null, '', null]],
      ['Three/Three-call/0', [null, null, '']],
    ] as const) {
      rerender(<ParticipantTimeline conversation={conversation} view={{ selected }} {...zone} />);
      expect(told('data-selected')).toEqual(places);
      expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(1);
    }
  });

  it('opens a row with all who share it, though one of them was not to be seen when it was drawn', async () => {
    const user = userEvent.setup();
    const leg = (id: string, from: string, to: string) =>
      lane(id, id, { userId: 'u', tracks: [track(`${id}-call`, [seg('connected', from, to)])] });
    const conversation = timeline([leg('One', '0:00', '1:00'), leg('Two', '2:00', '3:00')]);
    const onViewChange = vi.fn<(view: View) => void>();
    const seen = (filter: string) => (
      <ParticipantTimeline
        conversation={conversation}
        view={{ joined: ['u'], folded: ['One', 'Two'], filter }}
        onViewChange={onViewChange}
        {...zone}
      />
    );
    const { rerender } = render(seen('One'));
    rerender(seen(''));
    await user.click(screen.getByRole('button', { name: 'Unfold One' }));
    expect(onViewChange.mock.lastCall?.[0].folded).toEqual([]);
  });

  it('counts the rows that are left when a leg goes that shared a row', () => {
    const leg = (id: string, userId?: string) =>
      lane(id, id, {
        ...(userId && { userId }),
        tracks: [track(`${id}-call`, [seg('connected', '0:00', '1:00')])],
      });
    const conversation = timeline([leg('One', 'u'), leg('Two', 'u'), leg('Other'), leg('Last')]);
    const seen = (view: ViewInit) => (
      <ParticipantTimeline conversation={conversation} view={view} {...zone} />
    );
    const { rerender } = render(seen({ joined: ['u'] }));
    expect(screen.getByRole('row', { name: /^Last/ })).toHaveAttribute('aria-rowindex', '4');
    rerender(seen({ joined: ['u'], hidden: ['Two'] }));
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
    expect(screen.getByRole('row', { name: /^Last/ })).toHaveAttribute('aria-rowindex', '3');
  });

  it('says of a link that it is on until when it goes, as that goes on', async () => {
    const call = (until: string) =>
      timeline(
        ['Ann', 'Bob'].map((id) =>
          lane(id, id, { tracks: [track(`${id}-call`, [seg('connected', '0:00', '9:00')])] }),
        ),
        { links: [link('monitor', 'Ann', 'Bob', ['2:00', until])] },
      );
    const user = userEvent.setup();
    const shown = render(<ParticipantTimeline conversation={call('3:00')} {...zone} />);
    focusFirst(/^Ann/);
    await user.keyboard('.');
    expect(said()).toMatch(/^Ann monitors Bob, 10:04:00 to 10:05:00/);
    shown.rerender(<ParticipantTimeline conversation={call('4:00')} {...zone} />);
    expect(said()).toMatch(/^Ann monitors Bob, 10:04:00 to 10:06:00/);
  });

  it('goes on in the timeline when the row whose menu was open is hidden', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    await user.click(screen.getByRole('button', { name: 'Row of Jonas Weber' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Hide/, hidden: true }));
    expect(screen.queryByRole('row', { name: /^Jonas Weber/ })).toBeNull();
    expect(document.activeElement).toHaveAttribute('role', 'gridcell');
  });

  it('moves a pinned row among those that are pinned, where there is somewhere to go', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const names = () =>
      screen.getAllByRole('row').map((row) => row.getAttribute('aria-label')?.split(',')[0]);
    const menu = async (name: string, item: string) => {
      await user.click(screen.getByRole('button', { name: `Row of ${name}` }));
      return screen.findByRole('menuitem', { name: new RegExp(`^${item}`), hidden: true });
    };
    await user.click(await menu('Jonas Weber', 'Pin'));
    await user.click(await menu('Lena Sato', 'Pin'));
    await user.click(await menu('Jonas Weber', 'Move down'));
    expect(names().slice(0, 3)).toEqual(['Lena Sato', 'Jonas Weber', 'Maya Okafor']);
    expect(await menu('Jonas Weber', 'Move down')).toBeDisabled();
  });

  it('goes on in the timeline when the button that was pressed goes', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard('h');
    await user.click(screen.getByRole('button', { name: 'Show all participants' }));
    expect(document.activeElement).toHaveAttribute('role', 'gridcell');
    await user.keyboard('m');
    await user.click(screen.getByRole('button', { name: 'Clear range' }));
    expect(document.activeElement).toHaveAttribute('role', 'gridcell');
  });

  it('opens the menu of its row by a key, also without tools, and goes back to the mark', async () => {
    const user = userEvent.setup();
    const { container } = render(
      <ParticipantTimeline conversation={usualCall()} toolbar={false} {...zone} />,
    );
    const menu = () => screen.findByRole('menu', { hidden: true });
    focusFirst(/^Jonas Weber/);
    await user.keyboard('{ArrowRight}c');
    expect(await menu()).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    expect(said()).toMatch(/^Jonas Weber, connected/);
    expect(container.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1);
  });

  it('opens no menu of a row that is to be looked at only', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} readOnly {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard('c');
    // It would be loaded first.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.queryByRole('menu', { hidden: true })).toBeNull();
  });

  it('shuts a menu by what opened it', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    for (const name of ['Row of Jonas Weber', 'Move, go to and mark']) {
      const opener = screen.getByRole('button', { name });
      await user.click(opener);
      await screen.findByRole('menu', { hidden: true });
      await user.click(opener);
      expect(screen.queryByRole('menu', { hidden: true })).toBeNull();
    }
  });

  it('goes back to what opened a menu also by Tab', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    await user.click(screen.getByRole('button', { name: 'Row of Jonas Weber' }));
    await screen.findByRole('menuitem', { name: /^Hide/, hidden: true });
    await user.keyboard('{Tab}');
    expect(screen.queryByRole('menu', { hidden: true })).toBeNull();
    expect(screen.getByRole('button', { name: 'Row of Jonas Weber' })).toHaveFocus();
  });

  it('walks a menu by arrows, round its ends, and to both by Home and End', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    await user.click(screen.getByRole('button', { name: 'Row of Jonas Weber' }));
    await screen.findByRole('menuitem', { name: /^Hide/, hidden: true });
    const items = screen
      .getAllByRole('menuitem', { hidden: true })
      .filter((item) => !item.hasAttribute('disabled'));
    for (const [key, place] of [
      ['End', -1],
      ['ArrowDown', 0],
      ['ArrowUp', -1],
      ['ArrowUp', -2],
      ['Home', 0],
      ['ArrowDown', 1],
    ] as const) {
      await user.keyboard(`{${key}}`);
      expect(document.activeElement).toBe(items.at(place));
    }
  });

  it('says who was hidden, and all who come back', async () => {
    const user = userEvent.setup();
    const { container } = render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const told = container.querySelector('.pt-said');
    focusFirst(/^Jonas Weber/);
    await user.keyboard('h');
    expect(told).toHaveTextContent(/^Jonas Weber hidden$/);
    await user.keyboard('h');
    expect(told).toHaveTextContent(/^Priya Natarajan hidden$/);
    await user.click(screen.getByRole('button', { name: 'Show all participants' }));
    expect(told).toHaveTextContent(/^Jonas Weber, Priya Natarajan shown again$/);
  });

  it('says once that a row was moved, to hosts that give back lists that are new, too', async () => {
    const user = userEvent.setup();
    function Host() {
      const [view, setView] = useState<ViewInit>({});
      const keep = (next: View) => setView(structuredClone(next));
      return <ParticipantTimeline conversation={usualCall()} view={view} onViewChange={keep} {...zone} />;
    }
    const { container } = render(<Host />);
    const told = container.querySelector('.pt-said');
    focusFirst(/^Jonas Weber/);
    await user.keyboard('k');
    expect(told).toHaveTextContent(/^Jonas Weber moved to row/);
    fireEvent.keyDown(screen.getByRole('grid'), { key: 't' });
    expect(told).toHaveTextContent(/^Time since start$/);
  });

  it('says which range was marked, and that it was cleared', async () => {
    const { user, told } = await marked(usualCall());
    expect(told).toHaveTextContent('Range marked: 10:07:00 to 10:08:12, 1 minute 12 seconds');
    await user.keyboard('{Shift>}m{/Shift}');
    expect(told).toHaveTextContent('Range cleared');
  });

  it('names the day of what is in sight and of what is marked where the conversation is of several', async () => {
    const call = usualCall();
    const { pass, user, told } = await marked({ ...call, end: call.end + 86_400_000 });
    expect(told).toHaveTextContent('Range marked: Thu, 19 Nov 2026, 10:07:00 to 10:08:12, 1 minute');
    await user.keyboard('++++++++++');
    await pass(1000);
    expect(told).toHaveTextContent(/^\w+, \d\d Nov 2026, \d\d:\d\d(:\d\d)? to \d\d:\d\d(:\d\d)? shown/);
  });

  it('names the day in all rows as soon as the conversation is of several', () => {
    const upTo = (end: string) =>
      timeline([
        lane('jonas', 'Jonas', { tracks: [track('j', [seg('connected', '0:00', end)])] }),
        lane('maya', 'Maya', { tracks: [track('m', [seg('connected', '0:00', '5:00')])] }),
      ]);
    const { rerender } = render(<ParticipantTimeline conversation={upTo('5:00')} {...zone} />);
    expect(screen.getByRole('gridcell', { name: /^Maya, connected, 10:02:00 to / })).toBeInTheDocument();
    rerender(<ParticipantTimeline conversation={upTo('900:00')} {...zone} />);
    expect(screen.getByRole('gridcell', { name: /^Maya, connected, .*19 Nov/ })).toBeInTheDocument();
  });

  it('names the zone in all rows as soon as clocks are changed meanwhile', () => {
    const minute = (after: number) => Date.parse('2026-10-25T00:30:00Z') + after * 60_000;
    const connected = (end: number) => ({
      ...seg('connected', '0:00', '0:01'),
      start: minute(0),
      end: minute(end),
    });
    const upTo = (end: number) =>
      timeline([
        lane('jonas', 'Jonas', { tracks: [track('j', [connected(end)])] }),
        lane('maya', 'Maya', { tracks: [track('m', [connected(10)])] }),
      ]);
    const { rerender } = render(<ParticipantTimeline conversation={upTo(20)} {...zone} />);
    expect(screen.getByRole('gridcell', { name: /^Maya, connected, 02:30:00 to / })).toBeInTheDocument();
    rerender(<ParticipantTimeline conversation={upTo(60)} {...zone} />);
    expect(screen.getByRole('gridcell', { name: /^Maya, connected, 02:30:00 CEST to / })).toBeInTheDocument();
  });

  it('extends the marked range to where it goes, and what was selected where none is', async () => {
    const pass = heldClock();
    const user = userEvent.setup();
    const { container } = render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const told = container.querySelector('.pt-said');
    const range = () => screen.getByRole('group', { name: 'Range' });
    focusFirst(/^Jonas Weber/);
    await user.keyboard('{ArrowRight}{ArrowRight}m{ArrowLeft}');
    expect(said()).toMatch(/^Jonas Weber, connected, 10:03:36 to 10:07:00/);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(range()).toHaveTextContent('4:36');
    await pass(1000);
    expect(told).toHaveTextContent('Range marked: 10:03:36 to 10:08:12, 4 minutes 36 seconds');
    // It grows, whichever way; what is in it already changes nothing.
    await user.keyboard('{ArrowRight}{Shift>}{Enter}{/Shift}');
    expect(range()).toHaveTextContent('4:36');
    await user.keyboard('{Shift>}m{/Shift}');
    expect(screen.queryByRole('group', { name: 'Range' })).toBeNull();
    await user.keyboard('{Enter}{ArrowLeft}{Shift>}{Enter}{/Shift}');
    expect(range()).toHaveTextContent('4:36');
    await user.keyboard('{Escape}{Shift>}{Enter}{/Shift}');
    expect(range()).toHaveTextContent('3:24');
  });

  it('has the extending of a range in its menu, too, for who has no keys', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const choose = async (name: RegExp) => {
      await user.click(screen.getByRole('button', { name: 'Move, go to and mark' }));
      await user.click(await screen.findByRole('menuitem', { name, hidden: true }));
    };
    focusFirst(/^Jonas Weber/);
    await user.keyboard('{ArrowRight}');
    await choose(/^Mark its range/);
    await choose(/^Next segment/);
    await choose(/^Extend the range to it/);
    expect(screen.getByRole('group', { name: 'Range' })).toHaveTextContent('4:36');
  });

  it('says which stretch is in sight, once hands and keys rest', async () => {
    const pass = heldClock();
    const user = userEvent.setup();
    const { container } = render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const told = container.querySelector('.pt-said');
    focusFirst(/^Jonas Weber/);
    await user.keyboard('{ArrowRight}++');
    const heard: (string | null)[] = [];
    new MutationObserver(() => heard.push(told?.textContent ?? null)).observe(told ?? container, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    await pass(1000);
    expect(told).toHaveTextContent(/^10:0\d(:\d\d)? to 10:1\d(:\d\d)? shown, \d minutes/);
    // Of the steps on the way nothing was said.
    expect(heard.filter((text) => text !== '')).toHaveLength(1);
    const zoomed = told?.textContent;
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(told).toBeEmptyDOMElement();
    await pass(1000);
    expect(told).toHaveTextContent(/ shown, \d minutes/);
    expect(told).not.toHaveTextContent(zoomed ?? '');
    await user.click(screen.getByRole('button', { name: 'Fit' }));
    await pass(1000);
    expect(told).toHaveTextContent(/^10:01 to 10:1\d shown, 1\d minutes/);
  });

  it('says nothing of stretches that the host shows, unless somebody is in the timeline', async () => {
    const pass = heldClock();
    const shown = (from: string) => (
      <ParticipantTimeline
        conversation={usualCall()}
        view={{ range: { start: at(from), end: at('8:00') } }}
        {...zone}
      />
    );
    const { container, rerender } = render(shown('1:00'));
    rerender(shown('2:00'));
    await pass(1000);
    expect(container.querySelector('.pt-said')?.textContent).toBe('');
    act(() => focusFirst(/^Jonas Weber/));
    rerender(shown('3:00'));
    await pass(1000);
    expect(container.querySelector('.pt-said')).toHaveTextContent(/ shown, 5 minutes/);
  });

  it('does not say over the mark that is focused which stretch it brought into sight', async () => {
    const pass = heldClock();
    const user = userEvent.setup();
    const { container } = render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const told = container.querySelector('.pt-said');
    focusFirst(/^Jonas Weber/);
    await user.keyboard('++++++{Shift>}{ArrowRight}{/Shift}');
    await pass(1000);
    expect(told).toHaveTextContent(/ shown, /);
    const before = told?.textContent ?? '';
    const span = container.querySelector('.pt-axis')?.textContent;
    await user.keyboard('{End}');
    expect(container.querySelector('.pt-axis')?.textContent).not.toBe(span);
    await pass(1000);
    expect(told?.textContent).toBe(before);
  });

  it('names the head of a row by the participant, not by its buttons as well', () => {
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    const row = screen.getByRole('row', { name: /^Jonas Weber/ });
    const head = within(row).getByRole('rowheader');
    expect(head).toHaveAccessibleName(/^Jonas Weber, /);
    expect(head).not.toHaveAccessibleName(/Fold|Row of/);
    expect(within(head).getByRole('button', { name: 'Fold Jonas Weber' })).toBeInTheDocument();
  });

  it('goes to nothing that it finds while its word is still being composed', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard('/');
    const field = await screen.findByRole('searchbox', { name: 'Search participants and fields' });
    // Of such React complains in the pages that tests of hosts make.
    expect(field.parentElement).not.toBeInstanceOf(HTMLUnknownElement);
    await user.type(field, 'maya');
    await screen.findByText('1 match');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(screen.queryByText(/^1 of/)).toBeNull();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByText(/^1 of/)).toBeInTheDocument();
  });

  it('goes back to the search that is open, and takes no letter for a command on the way', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard('/');
    const field = await screen.findByRole('searchbox', { name: 'Search participants and fields' });
    await user.type(field, 'maya');
    focusFirst(/^Jonas Weber/);
    await user.keyboard('/hold');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('hold');
    expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Search participants and fields' }));
    expect(field).toHaveFocus();
  });

  it('says which of two of one name it found', async () => {
    const user = userEvent.setup();
    const calls = [{ id: 'leg', state: 'disconnected', connectedTime: '2026-11-19T09:00:00Z' }];
    const ann = (id: string, queueName: string) => ({ id, purpose: 'agent', name: 'Ann', queueName, calls });
    const participants = [ann('a', 'Billing'), ann('b', 'Sales')];
    render(<ParticipantTimeline conversation={{ id: 'two', participants }} {...zone} />);
    focusFirst(/^Ann, Agent · Billing/);
    await user.keyboard('/');
    const field = await screen.findByRole('searchbox', { name: 'Search participants and fields' });
    await user.type(field, 'ann');
    await screen.findByText('2 matches');
    await user.type(field, '{Enter}');
    expect(screen.getByText(/^1 of 2 · Ann · Agent · Billing/)).toBeInTheDocument();
    await user.type(field, '{Enter}');
    expect(screen.getByText(/^2 of 2 · Ann · Agent · Sales/)).toBeInTheDocument();
  });

  it('says that a row was folded', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.keyboard(' ');
    expect(screen.getByText('Jonas Weber folded')).toBeInTheDocument();
    await user.keyboard(' ');
    expect(screen.getByText('Jonas Weber unfolded')).toBeInTheDocument();
  });
});

describe('the tools', () => {
  it('are one stop of Tab, with arrows between them and round the ends', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    await user.tab();
    expect(screen.getByRole('switch', { name: 'Roles' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('switch', { name: 'Control' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('button', { name: 'Move, go to and mark' })).toHaveFocus();
    await user.keyboard('{Home}');
    expect(screen.getByRole('switch', { name: 'Roles' })).toHaveFocus();
    await user.keyboard('{End}{ArrowLeft}');
    expect(screen.getByRole('button', { name: 'Keys' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('searchbox', { name: 'Filter participants' })).toHaveFocus();
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Keys' })).toHaveFocus();
  });

  it('leave to the browser what is pressed with other keys, and to a menu its own', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    await user.tab();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}{Control>}{End}{/Control}{Shift>}{ArrowRight}{/Shift}');
    expect(screen.getByRole('switch', { name: 'Roles' })).toHaveFocus();
    await user.keyboard('{End}{Enter}');
    const menu = await screen.findByRole('menu', { hidden: true });
    await user.keyboard('{ArrowRight}');
    expect(menu).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Move, go to and mark' })).toHaveFocus();
  });

  it('have the arrows as they look where text runs from right to left', async () => {
    const user = userEvent.setup();
    render(
      <div dir="rtl" style={{ direction: 'rtl' }}>
        <ParticipantTimeline conversation={usualCall()} {...zone} />
      </div>,
    );
    await user.tab();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('switch', { name: 'Control' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('switch', { name: 'Roles' })).toHaveFocus();
  });

  it('have one stop still when the one that was it goes', async () => {
    const user = userEvent.setup();
    const judged = (kind: 'evaluation-released' | 'flagged') =>
      timeline([
        lane('a', 'Agent', {
          tracks: [track('a1', [seg('connected', '0:00', '5:00')])],
          milestones: [{ kind, at: at('4:00'), evidence: { pointers: [], rule: 'test' } }],
        }),
      ]);
    const shown = render(<ParticipantTimeline conversation={judged('evaluation-released')} {...zone} />);
    act(() => screen.getByRole('switch', { name: 'Evaluations' }).focus());
    for (const kind of ['flagged', 'evaluation-released'] as const) {
      shown.rerender(<ParticipantTimeline conversation={judged(kind)} {...zone} />);
      act(() => screen.getByRole('searchbox', { name: 'Filter participants' }).focus());
      await user.tab({ shift: true });
      expect(screen.getByRole('switch', { name: 'Roles' })).toHaveFocus();
      await user.tab({ shift: true });
      expect(document.body).toHaveFocus();
    }
  });

  it('lead through the types of segments likewise, after the rows', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    focusFirst(/^Jonas Weber/);
    await user.tab();
    const types = within(screen.getByRole('toolbar', { name: 'Segment types' })).getAllByRole('button');
    expect(types[0]).toHaveFocus();
    await user.keyboard('{End}');
    expect(types.at(-1)).toHaveFocus();
    await user.keyboard(' ');
    expect(types.at(-1)).toHaveAttribute('aria-pressed', 'true');
    await user.tab({ shift: true });
    expect(document.activeElement).toHaveAttribute('role', 'gridcell');
  });
});

describe('touch', () => {
  it('shows the facts of what was tapped, until the next tap', () => {
    const { container } = render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    fireEvent.pointerDown(container.querySelector('.pt-body') ?? container, { pointerType: 'touch' });
    act(() => focusFirst(/^Jonas Weber/));
    expect(container.querySelector('.pt-tip')).toHaveTextContent(/Alerting.*Jonas Weber/);
    fireEvent.pointerDown(document.body, { pointerType: 'touch' });
    expect(container.querySelector('.pt-tip')).toBeNull();
  });
});

describe('far ends', () => {
  it('are told, and one click away', async () => {
    const user = userEvent.setup();
    render(<ParticipantTimeline conversation={stuck()} {...zone} />);
    expect(screen.getByText(/^This is where most happens. .*60 days 23 hours after/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(screen.queryByText(/^This is where most happens/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show where most happens' }));
    expect(screen.getByText(/^This is where most happens/)).toBeInTheDocument();
  });

  it('are not mentioned in a usual call', () => {
    render(<ParticipantTimeline conversation={usualCall()} {...zone} />);
    expect(screen.queryByRole('button', { name: 'Show everything' })).toBeNull();
  });
});

describe('time', () => {
  it('has no axis where nobody says when, but all lanes', () => {
    const nobody = timeline([lane('a', 'Somebody'), lane('b', 'Else')], { start: 0, end: 0, live: true });
    const { container } = render(<ParticipantTimeline conversation={nobody} {...zone} />);
    expect(screen.getByText(/^Nothing can be placed in time/)).toBeInTheDocument();
    expect(container.querySelector('.pt-axis')).toBeNull();
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });

  it('says where now is while the conversation goes on', () => {
    const live = timeline(
      [
        lane('a', 'Agent', {
          tracks: [track('a1', [seg('connected', '0:00', '5:00', { certainty: 'running' })])],
        }),
      ],
      { live: true, end: at('5:00') },
    );
    const { container, rerender } = render(
      <ParticipantTimeline conversation={live} now={at('5:00')} {...zone} />,
    );
    expect(container.querySelector('.pt-now')).toHaveTextContent('now');
    rerender(<ParticipantTimeline conversation={live} live {...zone} />);
    expect(container.querySelector('.pt-now')).toHaveTextContent('now');
    // Nobody says what time it is: of old data the end would be called now.
    rerender(<ParticipantTimeline conversation={live} {...zone} />);
    expect(container.querySelector('.pt-now')).toHaveTextContent('data ends');
    expect(container.querySelector('[data-now]')).not.toBeNull();
    const early = { range: { start: at('0:00'), end: at('3:00') } };
    rerender(<ParticipantTimeline conversation={live} live view={early} {...zone} />);
    expect(container.querySelector('.pt-now')).toBeNull();
  });
});
