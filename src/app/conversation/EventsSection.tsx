import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { lazy } from '../parts/lazy';
import type { Timeline } from '../../core/index';
import { csvBlob, fileName } from '../export/files';
import { Heading, type Level } from '../parts/Heading';
import { Loading } from '../parts/Loading';
import { saveBlob } from '../parts/save';
import { useSettings } from '../settings';
import { Part } from '../shell/Part';
import { words } from '../words';

/** Most visitors never open it. */
const EventsTable = lazy(async () => ({ default: (await import('../../timeline/EventsTable')).EventsTable }));

interface EventsSectionProps {
  /** Of its heading. */
  level: Level;
  timeline: Timeline;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/** The timeline in rows. Closed at first, as a conference has thousands of them. */
export function EventsSection({ level, timeline, selected, onSelect }: EventsSectionProps) {
  const { timeZone } = useSettings();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className={`border-t border-line py-4 ${open ? '' : 'print:hidden'}`}>
      <Heading level={level}>
        <button
          type="button"
          className="button print:hidden"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight
            className={`size-4 motion-safe:transition-transform ${open ? 'rotate-90' : 'rtl:-scale-x-100'}`}
            aria-hidden="true"
          />
          {words.events.button}
        </button>
      </Heading>
      <div id={id} className="pt-3">
        {open && (
          <Part fallback={<Loading text={words.events.loading} />}>
            <EventsTable
              timeline={timeline}
              selected={selected}
              onSelect={onSelect}
              timeZone={timeZone}
              locale={navigator.language}
              onCsv={(csv) => saveBlob(csvBlob(csv), fileName(timeline.id, 'csv'))}
            />
          </Part>
        )}
      </div>
    </section>
  );
}
