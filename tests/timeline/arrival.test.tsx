import { act, render, screen, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../src/core/index';
import { ParticipantTimeline as Arriving } from '../../src/timeline/browser';
import { ParticipantTimeline } from '../../src/timeline/index';
import { timelineWith } from '../../src/timeline/participant-timeline';
import * as pipeline from '../../src/timeline/pipeline';
import { onArrival, type Pipeline } from '../../src/timeline/pipeline-source';
import { usualCall } from '../fixtures/timelines';

const zone = { timeZone: 'UTC', locale: 'en-GB' };
const call = (name: string) => ({
  id: name,
  participants: [
    {
      id: name,
      name,
      purpose: 'agent',
      calls: [
        {
          id: `${name}-leg`,
          connectedTime: '2026-11-19T09:00:00Z',
          disconnectedTime: '2026-11-19T09:05:00Z',
        },
      ],
    },
  ],
});

/** The component with a pipeline that comes, or does not, when the test says so. */
function arriving() {
  const pending: { resolve: (arrived: Pipeline) => void; reject: (error: Error) => void }[] = [];
  const load = vi.fn<() => Promise<Pipeline>>(
    () => new Promise((resolve, reject) => pending.push({ resolve, reject })),
  );
  return {
    Timeline: timelineWith(onArrival(load)),
    load,
    arrive: () => act(async () => pending.shift()?.resolve(pipeline)),
    fail: () => act(async () => pending.shift()?.reject(new TypeError('Failed to fetch'))),
  };
}

const row = (name: RegExp) => screen.queryByRole('row', { name });

afterEach(() => vi.restoreAllMocks());

describe('what reads and builds', () => {
  it('comes with the first conversation, once for all, and then all is drawn at once', async () => {
    const { Timeline, load, arrive } = arriving();
    const shown = render(
      <StrictMode>
        <Timeline conversation={call('Jonas')} {...zone} />
        <Timeline conversation={call('Mia')} {...zone} />
      </StrictMode>,
    );
    expect(screen.getAllByText(/Reading/)).toHaveLength(2);
    await arrive();
    expect(row(/^Jonas/)).toBeInTheDocument();
    expect(row(/^Mia/)).toBeInTheDocument();
    shown.rerender(<Timeline conversation={call('Eva')} {...zone} />);
    expect(row(/^Eva/)).toBeInTheDocument();
    expect(load).toHaveBeenCalledOnce();
  });

  it('is not needed for a timeline that was built before, which stays until it is there', async () => {
    const { Timeline, load, arrive } = arriving();
    const onProblems = vi.fn<(problems: Problem[]) => void>();
    const shown = render(<Timeline conversation={usualCall()} onProblems={onProblems} {...zone} />);
    expect(row(/^Jonas Weber/)).toBeInTheDocument();
    expect(load).not.toHaveBeenCalled();
    shown.rerender(<Timeline conversation={call('Eva')} onProblems={onProblems} {...zone} />);
    expect(row(/^Jonas Weber/)).toBeInTheDocument();
    await arrive();
    expect(row(/^Eva/)).toBeInTheDocument();
    await vi.waitFor(() => expect(onProblems).toHaveBeenCalledTimes(2));
  });

  it('is forgotten by who goes before it comes', async () => {
    const complaints = vi.spyOn(console, 'error');
    const { Timeline, arrive } = arriving();
    render(<Timeline conversation={call('Jonas')} {...zone} />).unmount();
    await arrive();
    expect(complaints).not.toHaveBeenCalled();
  });

  it('is asked for anew where it did not come', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { Timeline, arrive, fail } = arriving();
    const onError = vi.fn<(error: unknown) => void>();
    const shown = render(<Timeline conversation={call('Jonas')} onError={onError} {...zone} />);
    await fail();
    expect(screen.getByRole('alert')).toHaveTextContent(/could not be drawn/);
    expect(onError).toHaveBeenCalledOnce();
    shown.rerender(<Timeline conversation={call('Mia')} onError={onError} {...zone} />);
    await arrive();
    expect(row(/^Mia/)).toBeInTheDocument();
  });

  it('is what the package loads for browsers', async () => {
    render(<Arriving conversation={call('Jonas')} {...zone} />);
    expect(await screen.findByRole('row', { name: /^Jonas/ })).toBeInTheDocument();
  });
});

describe('the drawing of a server', () => {
  async function takeOver(Timeline: typeof ParticipantTimeline) {
    const host = document.createElement('div');
    // On servers all is at hand.
    host.innerHTML = renderToString(<ParticipantTimeline conversation={call('Jonas')} />);
    document.body.append(host);
    const recovered = vi.fn<(error: unknown) => void>();
    const before = host.querySelector('.pt-row');
    const root = await act(async () =>
      hydrateRoot(host, <Timeline conversation={call('Jonas')} />, { onRecoverableError: recovered }),
    );
    const gone = () => {
      act(() => root.unmount());
      host.remove();
    };
    const again = () =>
      act(async () => root.render(<Timeline conversation={call('Jonas')} onSelect={() => undefined} />));
    return { host, before, recovered, gone, again };
  }

  it('stays until what reads has come, and is taken over then, without a complaint', async () => {
    const complaints = vi.spyOn(console, 'error');
    const { Timeline, arrive, load } = arriving();
    const { host, before, recovered, gone } = await takeOver(Timeline);
    expect(before).toBeInTheDocument();
    expect(load).toHaveBeenCalledOnce();
    await arrive();
    expect(within(host).getByRole('row', { name: /^Jonas/ })).toBe(before);
    const path = () => host.querySelector('[data-segment]')?.getAttribute('d');
    const fitted = path();
    await act(async () => within(host).getByRole('button', { name: 'Zoom in' }).click());
    expect(path()).not.toBe(fitted);
    expect(recovered).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
    gone();
  });

  it('stays though the page around it draws itself anew before that', async () => {
    const complaints = vi.spyOn(console, 'error');
    const { Timeline, arrive } = arriving();
    const { host, before, recovered, gone, again } = await takeOver(Timeline);
    await again();
    expect(before).toBeInTheDocument();
    expect(before).toBeVisible();
    await arrive();
    expect(within(host).getByRole('row', { name: /^Jonas/ })).toBe(before);
    expect(recovered).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
    gone();
  });

  it('gives way to words where that did not come', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { Timeline, load, fail } = arriving();
    const { host, gone } = await takeOver(Timeline);
    await fail();
    await fail();
    expect(within(host).getByRole('alert')).toHaveTextContent(/could not be drawn/);
    expect(load).toHaveBeenCalledTimes(2);
    gone();
  });
});
