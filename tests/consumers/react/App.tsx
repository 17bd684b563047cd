import { StrictMode } from 'react';
import { ParticipantTimeline } from 'participant-timeline';
import conversation from './conversation.json';

export function App() {
  return (
    <StrictMode>
      <h1>A dashboard</h1>
      <ParticipantTimeline conversation={conversation} />
    </StrictMode>
  );
}
