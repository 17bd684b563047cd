import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseConversations, type Problem } from '../../src/core/index';
import { parseSound } from '../../src/core/parse/parse-sound';
import { ParticipantTimeline } from '../../src/timeline/index';

const zone = { timeZone: 'UTC', locale: 'en-GB' };
const agent = (name: string) => ({
  id: name,
  name,
  purpose: 'agent',
  calls: [
    {
      id: `${name}-call`,
      state: 'terminated',
      connectedTime: '2026-11-19T09:00:00.000Z',
      disconnectedTime: '2026-11-19T09:05:00.000Z',
    },
  ],
});
const sound = JSON.stringify({ id: 'one', participants: [agent('Jonas'), agent('Mia')] });

afterEach(() => {
  vi.doUnmock('../../src/timeline/read-any');
  vi.restoreAllMocks();
});

describe('parseSound', () => {
  const har = (text: string) => ({ log: { entries: [{ response: { content: { text } } }] } });

  it.each([
    ['text', sound],
    ['bytes', new TextEncoder().encode(sound)],
    ['JSON Lines', `${sound}\n${sound}`],
    ['an object', JSON.parse(sound)],
    ['a HAR', har(sound)],
    ['what is no conversation', '[]'],
    ['nothing', undefined],
  ])('finds in %s what parseConversations finds', (_, input) => {
    expect(parseSound(input)).toEqual(parseConversations(input));
  });

  it.each([
    ['text that is cut off', sound.slice(0, -10)],
    ['bytes of it', new TextEncoder().encode(sound.slice(0, -10))],
    ['a HAR that holds such', har(sound.slice(0, -10))],
    ['nothing in a text', ''],
  ])('leaves %s to others', (_, input) => {
    expect(parseSound(input)).toBeUndefined();
    expect(parseConversations(input).problems).not.toEqual([]);
  });
});

describe('broken text', () => {
  const told = () => vi.fn<(problems: Problem[]) => void>();

  it('is mended by what is loaded for it, and its problems are told', async () => {
    const onProblems = told();
    render(<ParticipantTimeline conversation={sound.slice(0, -20)} onProblems={onProblems} {...zone} />);
    expect(screen.getByText(/Reading/)).toBeInTheDocument();
    expect(await screen.findByRole('row', { name: /^Jonas/ })).toBeInTheDocument();
    await waitFor(() =>
      expect(onProblems.mock.lastCall?.[0].map(({ code }) => code)).toContain('truncated-input'),
    );
  });

  it('leaves on the page what was there until it is mended', async () => {
    const shown = render(<ParticipantTimeline conversation={sound} {...zone} />);
    const more = JSON.stringify({ id: 'one', participants: [agent('Jonas'), agent('Mia'), agent('Eva')] });
    shown.rerender(<ParticipantTimeline conversation={more.slice(0, -2)} {...zone} />);
    expect(screen.getByRole('row', { name: /^Jonas/ })).toBeInTheDocument();
    expect(await screen.findByRole('row', { name: /^Eva/ })).toBeInTheDocument();
  });

  it('is forgotten when other text comes before it is mended', async () => {
    const other = JSON.stringify({ id: 'two', participants: [agent('Paula')] });
    const shown = render(<ParticipantTimeline conversation={sound.slice(0, -20)} {...zone} />);
    shown.rerender(<ParticipantTimeline conversation={other} {...zone} />);
    await act(async () => void (await import('../../src/timeline/read-any')));
    expect(screen.getByRole('row', { name: /^Paula/ })).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /^Jonas/ })).not.toBeInTheDocument();
  });

  it('says so in its place where what mends it cannot be loaded', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.doMock('../../src/timeline/read-any', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const onError = vi.fn<(error: unknown) => void>();
    render(<ParticipantTimeline conversation={sound.slice(0, -20)} onError={onError} {...zone} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be drawn/);
    expect(onError).toHaveBeenCalledOnce();
  });
});
