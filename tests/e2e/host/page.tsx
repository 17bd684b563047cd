/** A dashboard with timelines on it. Tests steer it through `window.host`; which styles it has, its address says. */
import { StrictMode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import {
  ParticipantTimeline,
  type ParticipantTimelineHandle,
  type ParticipantTimelineProps,
} from '../../../src/timeline/index';

/** Props that can be sent to the page, and which callbacks it is to note. */
export type Props = Omit<
  ParticipantTimelineProps,
  'onViewChange' | 'onSelect' | 'onProblems' | 'onError' | 'createWorker'
>;

export interface Heard {
  /** Place of the timeline on the page. */
  place: number;
  what: 'view' | 'select' | 'problems' | 'error';
  value: unknown;
}

const app = document.getElementById('app');
let root: Root | undefined;
const heard: Heard[] = [];
const handles = new Map<number, ParticipantTimelineHandle>();

function hear(place: number, what: Heard['what']) {
  return (value: unknown) => void heard.push({ place, what, value });
}

function Card({ place, props }: { place: number; props: Props }) {
  return (
    <article className="card">
      <h2>Call {place + 1}</h2>
      <ParticipantTimeline
        ref={(handle) => {
          if (handle) handles.set(place, handle);
          else handles.delete(place);
        }}
        {...props}
        onViewChange={hear(place, 'view')}
        onSelect={hear(place, 'select')}
        onProblems={hear(place, 'problems')}
        onError={hear(place, 'error')}
      />
    </article>
  );
}

const host = {
  heard,
  handles,
  /** Shows a timeline for each of the props, at once. */
  show(list: readonly Props[], strict = false) {
    if (!app) throw new Error('No place');
    root ??= createRoot(app);
    const cards = list.map((props, place) => <Card key={place} place={place} props={props} />);
    flushSync(() => root?.render(strict ? <StrictMode>{cards}</StrictMode> : cards));
  },
  /** Shows one in a window of its own, as dashboards do with a panel that is pulled out. */
  pullOut(props: Props) {
    const page = window.open('', '', 'width=900,height=700')?.document;
    if (!app || !page) throw new Error('No place');
    for (const { cssRules } of document.styleSheets) {
      const style = page.createElement('style');
      style.textContent = Array.from(cssRules, ({ cssText }) => cssText).join('\n');
      page.head.append(style);
    }
    root ??= createRoot(app);
    root.render(createPortal(<Card place={0} props={props} />, page.body));
  },
  clear() {
    root?.unmount();
    root = undefined;
  },
};

declare global {
  interface Window {
    host: typeof host;
  }
}
window.host = host;
