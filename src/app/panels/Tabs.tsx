import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { words } from '../words';

export type PanelName = 'details' | 'durations' | 'json' | 'problems';
export const PANELS: readonly PanelName[] = ['details', 'durations', 'json', 'problems'];

interface TabsProps {
  chosen: PanelName;
  onChoose: (name: PanelName) => void;
  titles: { [name in PanelName]: string };
  /** Draws the chosen panel; the others are not there. */
  children: ReactNode;
}

/** Which tab a key leads to from the one at a place, in either direction of writing; nothing for other keys. */
function stepFrom(place: number, key: string, mirrored: boolean): number | undefined {
  const last = PANELS.length - 1;
  const next = place === last ? 0 : place + 1;
  const previous = place === 0 ? last : place - 1;
  const steps: { readonly [key: string]: number | undefined } = {
    ArrowRight: mirrored ? previous : next,
    ArrowLeft: mirrored ? next : previous,
    Home: 0,
    End: last,
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}

/** The tabs pattern: one stop for the Tab key, arrows go from tab to tab and choose. */
export function Tabs({ children, ...props }: TabsProps) {
  const id = useId();
  return (
    <>
      <TabList id={id} {...props} />
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${props.chosen}`}
        // Reached by Tab even where nothing in it can be, and scrolled by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        // What is for ears alone in it would else make the page as long as all of it.
        className="relative min-h-0 flex-1 overflow-y-auto -mx-1 scroll-py-1 rounded-sm px-1 py-4 outline-offset-[-2px] wide:mx-0 print:overflow-visible"
      >
        {children}
      </div>
    </>
  );
}

function TabList({ id, chosen, onChoose, titles }: Omit<TabsProps, 'children'> & { id: string }) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const place = stepFrom(PANELS.indexOf(chosen), event.key, mirrored);
    const name = place === undefined ? undefined : PANELS[place];
    if (name === undefined) return;
    event.preventDefault();
    onChoose(name);
    list.current?.querySelector<HTMLElement>(`[data-panel=${name}]`)?.focus();
  }
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={words.panels.label}
      className="flex overflow-x-auto border-b border-line min-[23rem]:gap-1 print:hidden"
      onKeyDown={onKeyDown}
    >
      {PANELS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-${name}`}
          data-panel={name}
          aria-selected={name === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={name === chosen ? 0 : -1}
          className="tab"
          onClick={() => onChoose(name)}
        >
          {titles[name]}
        </button>
      ))}
    </div>
  );
}
