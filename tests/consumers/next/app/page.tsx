import { ParticipantTimeline } from 'participant-timeline';
import conversation from '../conversation.json';
import { Watched } from './Watched';

/** A server component: what listens is a client component of the host's, what does not stands here as it is. */
export default function Page() {
  return (
    <main>
      <Watched conversation={conversation} />
      <ParticipantTimeline conversation={conversation} compact timeZone="UTC" locale="en-GB" />
    </main>
  );
}
