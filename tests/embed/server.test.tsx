import { act, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ParticipantTimeline } from '../../src/timeline/index';
import { usualCall } from '../fixtures/timelines';

afterEach(() => vi.restoreAllMocks());

describe('on a server', () => {
  it('draws, and the page takes it over without a complaint', async () => {
    const complaints = vi.spyOn(console, 'error');
    const app = (
      <StrictMode>
        <ParticipantTimeline conversation={usualCall()} />
      </StrictMode>
    );
    const html = renderToString(app);
    expect(html).toContain('data-segment="hold"');
    const host = document.createElement('div');
    host.innerHTML = html;
    document.body.append(host);
    const recovered = vi.fn<(error: unknown) => void>();
    let root: ReturnType<typeof hydrateRoot> | undefined;
    await act(async () => {
      root = hydrateRoot(host, app, { onRecoverableError: recovered });
    });
    expect(within(host).getByRole('region', { name: 'Timeline' })).toBeInTheDocument();
    expect(recovered).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
    act(() => root?.unmount());
    host.remove();
  });

  it('never throws into the page that is being rendered', () => {
    // As someone without types may do it.
    const broken = { lanes: [null], links: [null] };
    expect(renderToString(<ParticipantTimeline conversation={broken} />)).toContain('pt-root');
  });
});
