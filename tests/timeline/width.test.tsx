import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ParticipantTimeline } from '../../src/timeline/index';
import { agent, rest, timelineOf } from '../fixtures/payload';

test('a timeline that is there from the first moment is as wide as its place', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(390);
  const timeline = timelineOf(rest([agent({ calls: [{ A: 0, C: 10, E: 60, state: 'disconnected' }] })]));
  render(<ParticipantTimeline conversation={timeline} timeZone="UTC" locale="en-GB" />);
  const region = screen.getByRole('region', { name: 'Timeline' });
  const styled =
    region.closest<HTMLElement>('[style*="--pt-plot"]') ??
    region.querySelector<HTMLElement>('[style*="--pt-plot"]');
  expect(styled?.style.getPropertyValue('--pt-plot')).toBe('370px');
  vi.restoreAllMocks();
});
