'use client';

import { ParticipantTimeline, type ParticipantTimelineProps } from 'participant-timeline';
import { useState } from 'react';

export function Watched({ conversation }: Pick<ParticipantTimelineProps, 'conversation'>) {
  const [selected, setSelected] = useState('nothing');
  const [clock, setClock] = useState('time');
  return (
    <>
      <ParticipantTimeline
        conversation={conversation}
        timeZone="UTC"
        locale="en-GB"
        onSelect={(mark) => setSelected(mark?.kind ?? 'nothing')}
        onViewChange={(view) => setClock(view.clock)}
      />
      <p>
        Selected: {selected}, clock: {clock}
      </p>
    </>
  );
}
