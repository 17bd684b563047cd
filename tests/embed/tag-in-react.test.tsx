import { act, render } from '@testing-library/react';
import { createElement } from 'react';
import { expect, it, vi } from 'vitest';
import type { ParticipantTimelineElement } from '../../src/embed/element/element';
import '../../src/embed/element/element';

it('React sets the properties of the element, and hears its events by their names', () => {
  const conversation = { id: 'c', participants: [] };
  const onselect = vi.fn<(event: CustomEvent) => void>();
  const onviewChange = vi.fn<(event: CustomEvent) => void>();
  const props: object = { conversation, timeZone: 'UTC', onselect, onviewChange };
  render(createElement('participant-timeline', props));
  const element = document.querySelector<ParticipantTimelineElement>('participant-timeline');
  expect(element?.conversation).toBe(conversation);
  expect(element?.timeZone).toBe('UTC');
  for (const name of ['select', 'viewChange']) act(() => void element?.dispatchEvent(new CustomEvent(name)));
  expect(onselect).toHaveBeenCalledOnce();
  expect(onviewChange).toHaveBeenCalledOnce();
});
