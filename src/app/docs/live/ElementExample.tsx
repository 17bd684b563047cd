import { type ElementType, useEffect, useMemo, useRef } from 'react';
import type { ParticipantTimelineElement } from '../../../embed/element/element';
import type { Choice } from '../choice';
import { type OnSaid, sayings } from './said';

/** React sets what the element has as a property, and anything else as an attribute. */
const Tag: ElementType = 'participant-timeline' as ElementType;

interface ExampleProps {
  conversation: string;
  choice: Choice;
  onSaid: OnSaid;
}

/** The custom element, with properties and listeners as any page sets them. */
export function ElementExample({ conversation, choice, onSaid }: ExampleProps) {
  const element = useRef<ParticipantTimelineElement>(null);
  const { theme, timeZone, locale, compact, toolbar, readOnly, clock, overlays } = choice;
  const ears = useMemo(() => sayings(onSaid, (name) => name), [onSaid]);

  useEffect(() => {
    const timeline = element.current;
    if (!timeline) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    timeline.addEventListener('viewChange', ({ detail }) => ears.viewChange(detail), { signal });
    timeline.addEventListener('select', ({ detail }) => ears.select(detail), { signal });
    timeline.addEventListener('problems', ({ detail }) => ears.problems(detail), { signal });
    return () => listening.abort();
  }, [ears]);

  useEffect(() => {
    if (element.current) element.current.view = { clock, overlays };
  }, [clock, overlays]);

  return (
    <Tag
      ref={element}
      conversation={conversation}
      compact={compact}
      toolbar={toolbar}
      readOnly={readOnly}
      overlays={overlays}
      theme={theme === 'host' ? undefined : theme}
      timeZone={timeZone || undefined}
      locale={locale || undefined}
    />
  );
}
