import { createRef } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { ParticipantTimeline, type ParticipantTimelineHandle } from 'participant-timeline';
import 'participant-timeline/style.css';
import { App } from './App';
import conversation from './conversation.json';

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No #${id}`);
  return found;
}

/** A second one that comes later, is steered by its ref, and goes. */
async function comeAndGo(): Promise<string> {
  const handle = createRef<ParticipantTimelineHandle>();
  const root = createRoot(element('second'));
  await new Promise<void>((drawn) => {
    root.render(
      <ParticipantTimeline
        ref={(value) => {
          if (value) Object.assign(handle, { current: value });
          if (value) drawn();
        }}
        conversation={conversation}
        compact
      />,
    );
  });
  const picture = (await handle.current?.toSvg()) ?? '';
  root.unmount();
  const left = element('second').childNodes.length;
  return `picture ${picture.startsWith('<svg') ? 'drawn' : 'missing'}, ${left} nodes left`;
}

hydrateRoot(element('root'), <App />, {
  onRecoverableError: (error) => console.error('Recovered from', error),
});
comeAndGo().then(
  (said) => {
    element('said').textContent = said;
  },
  (error: unknown) => {
    element('said').textContent = String(error);
  },
);
