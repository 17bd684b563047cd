/** What the entries do in the page that Jest 29 makes, which has no layout, no workers and an older URL. */
import { render, screen } from '@testing-library/react';
import { ParticipantTimeline } from 'participant-timeline';
import { buildTimeline, parseConversations } from 'participant-timeline/core';
import 'participant-timeline/element';
import { connectTimelineFrame } from 'participant-timeline/frame';
import conversation from './conversation.json';

const unsafe = { id: 'c', participants: [{ id: 'p', purpose: 'agent', viewerUrl: 'javascript:alert(1)' }] };

let complaints;
beforeEach(() => {
  complaints = jest.spyOn(console, 'error');
});
afterEach(() => {
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

test('the component is there at once', () => {
  render(<ParticipantTimeline conversation={conversation} />);
  expect(screen.getAllByRole('row')).toHaveLength(6);
});

test('the element draws', () => {
  const element = document.createElement('participant-timeline');
  element.conversation = conversation;
  document.body.append(element);
  return new Promise((drawn) => element.addEventListener('problems', drawn)).then(() => {
    expect(element.shadowRoot.querySelectorAll('[role=row]')).toHaveLength(6);
  });
});

test('the frame is told of this page', () => {
  const iframe = document.createElement('iframe');
  iframe.src = 'https://timeline.example.com/embed';
  document.body.append(iframe);
  connectTimelineFrame(iframe);
  expect(iframe.src).toBe('https://timeline.example.com/embed?parentOrigin=http%3A%2F%2Flocalhost');
});

test('an address that must not be opened is a problem, not a fault', () => {
  const { problems } = buildTimeline(parseConversations(unsafe).conversations[0]);
  expect(problems.map(({ code }) => code)).toContain('unsafe-url');
});
