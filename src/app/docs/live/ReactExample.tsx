import { useMemo, useState } from 'react';
import { ParticipantTimeline, type ParticipantTimelineProps, type ViewInit } from '../../../timeline/index';
import '../../../timeline/style.css';
import type { Choice } from '../choice';
import { type OnSaid, sayings } from './said';

interface ExampleProps {
  conversation: string;
  choice: Choice;
  onSaid: OnSaid;
}

/** A host that keeps the view, as the code says where the clock is not the usual one. */
function ViewKept({ view: atFirst, onViewChange, ...props }: ParticipantTimelineProps) {
  const [view, setView] = useState<ViewInit | undefined>(atFirst);
  return (
    <ParticipantTimeline
      {...props}
      view={view}
      onViewChange={(changed) => {
        setView(changed);
        onViewChange?.(changed);
      }}
    />
  );
}

/** The component as a host has it. Its first overlays and clock count once: others make another one. */
export function ReactExample({ conversation, choice, onSaid }: ExampleProps) {
  const { theme, timeZone, locale, compact, toolbar, readOnly, clock, overlays } = choice;
  const ears = useMemo(
    () => sayings(onSaid, (name) => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    [onSaid],
  );
  const props: ParticipantTimelineProps = {
    conversation,
    compact,
    toolbar,
    readOnly,
    overlays,
    theme: theme === 'host' ? undefined : theme,
    timeZone: timeZone || undefined,
    locale: locale || undefined,
    onViewChange: ears.viewChange,
    onSelect: ears.select,
    onProblems: ears.problems,
    onError: ears.error,
  };
  const key = JSON.stringify([clock, overlays]);
  if (clock === 'time') return <ParticipantTimeline key={key} {...props} />;
  return <ViewKept key={key} {...props} view={{ clock, overlays }} />;
}
