import type { Ref } from 'react';
import type { Timeline } from '../../core/index';
import { ParticipantTimeline, type ParticipantTimelineHandle, type View } from '../../timeline/index';
import '../../timeline/style.css';
import { useSettings } from '../settings';

interface DrawingProps {
  ref?: Ref<ParticipantTimelineHandle>;
  timeline: Timeline;
  view: View;
  onViewChange: (view: View) => void;
  /** A mark was chosen by hand, or none. */
  onSelect?: (id: string | undefined) => void;
}

/** The one place where the site meets the component. */
export function Drawing({ ref, timeline, view, onViewChange, onSelect }: DrawingProps) {
  const { timeZone, theme } = useSettings();
  return (
    <ParticipantTimeline
      ref={ref}
      conversation={timeline}
      timeZone={timeZone}
      locale={navigator.language}
      theme={theme}
      view={view}
      onViewChange={onViewChange}
      onSelect={(mark) => onSelect?.(mark?.id)}
    />
  );
}
