/** Every entry of the package with its types, as a strict consumer writes it. Compiled, never run. */
import { useRef } from 'react';
import {
  type Conversation,
  type Mark,
  ParticipantTimeline,
  type ParticipantTimelineHandle,
  type ParticipantTimelineProps,
  type PictureOptions,
  type Theme,
  type Timeline,
  type View,
  type ViewInit,
} from 'participant-timeline';
import {
  buildTimeline,
  exportConversations,
  measure,
  parseConversations,
  parseConversationStream,
  redact,
} from 'participant-timeline/core';
import {
  defineParticipantTimeline,
  type ParticipantTimelineElement,
  type ParticipantTimelineEventMap,
} from 'participant-timeline/element';
import {
  connectTimelineFrame,
  type FrameLoaded,
  type TimelineFrame,
  TimelineFrameError,
} from 'participant-timeline/frame';
import { renderSvg, type SvgOptions } from 'participant-timeline/svg';
import 'participant-timeline/style.css';

export function talkTime(text: string): number {
  const { conversations, problems } = parseConversations(text);
  const [conversation] = conversations;
  if (!conversation) throw new Error(problems[0]?.message);
  const timeline: Timeline = buildTimeline(conversation, { now: 0 });
  // @ts-expect-error: a lane has no such thing. It would compile if types had become `any`.
  void timeline.lanes[0]?.nothing;
  return measure(timeline, { start: timeline.start, end: timeline.end }).conversation.totals.talk;
}

export async function count(stream: ReadableStream<Uint8Array>): Promise<number> {
  let found = 0;
  for await (const item of parseConversationStream(stream)) if ('conversation' in item) found += 1;
  return found;
}

export function masked(text: string): string {
  const [conversation] = parseConversations(text).conversations;
  return conversation ? exportConversations([redact(conversation).conversation]) : '';
}

export function picture(timeline: Timeline): string {
  const options: SvgOptions = { width: 900, theme: 'dark', timeZone: 'UTC', locale: 'en-GB' };
  return renderSvg(timeline, options);
}

export async function onAPage(text: string): Promise<string> {
  defineParticipantTimeline('their-timeline');
  const timeline: ParticipantTimelineElement = document.createElement('participant-timeline');
  timeline.conversation = text;
  timeline.timeZone = 'UTC';
  const told = (event: ParticipantTimelineEventMap['viewChange']) => event.detail.range?.start;
  timeline.addEventListener('viewChange', told);
  timeline.addEventListener('select', ({ detail }) => detail?.id);
  // @ts-expect-error: no such property.
  timeline.colour = 'red';
  return timeline.toSvg({ width: 900 });
}

export async function inAFrame(iframe: HTMLIFrameElement): Promise<FrameLoaded | string> {
  const frame: TimelineFrame = connectTimelineFrame(iframe, { timeZone: 'UTC', timeout: 5000 });
  frame.on('viewChange', (view) => view.range?.start);
  // @ts-expect-error: no such news.
  frame.on('weather', () => undefined);
  try {
    return await frame.load({ participants: [] });
  } catch (error) {
    return error instanceof TimelineFrameError ? error.code : 'unknown';
  }
}

const theme: Theme = 'system';
const view: ViewInit = { clock: 'elapsed' };
const options: PictureOptions = { width: 800 };

/** Hosts hand on what they may not have been told themselves. */
type Told = Pick<ParticipantTimelineProps, 'timeZone' | 'theme' | 'view' | 'now' | 'onSelect'>;
type Known = { zone?: string; theme?: Theme; view?: ViewInit; now?: number; onSelect?: () => void };

export const handedOn = ({ zone, theme, view, now, onSelect }: Known): Told => ({
  timeZone: zone,
  theme,
  view,
  now,
  onSelect,
});

export function framed(iframe: HTMLIFrameElement, { zone, theme, view, now }: Known) {
  const frame = connectTimelineFrame(iframe, { timeZone: zone, theme });
  return frame.load('{}', { view, now });
}

export function drawn(conversation: Conversation, { zone, theme, view, now }: Known): string {
  return renderSvg(buildTimeline(conversation, { now }), { timeZone: zone, theme, view });
}

export function Dashboard({ conversation }: Pick<ParticipantTimelineProps, 'conversation'>) {
  const handle = useRef<ParticipantTimelineHandle>(null);
  const save = async (): Promise<Blob | undefined> => handle.current?.toPng({ ...options, scale: 2 });
  return (
    <>
      <button type="button" onClick={() => void save()}>
        Save
      </button>
      <ParticipantTimeline
        ref={handle}
        conversation={conversation}
        theme={theme}
        view={view}
        onViewChange={(changed: View) => changed.range}
        onSelect={(mark: Mark | undefined) => mark?.id}
        onProblems={(problems) => problems.map(({ code, pointers }) => [code, ...pointers])}
      />
      {/* @ts-expect-error: the conversation is what it is for. */}
      <ParticipantTimeline />
      {/* @ts-expect-error: no such theme. */}
      <ParticipantTimeline conversation={conversation} theme="sepia" />
    </>
  );
}

/** The element as a tag, which `participant-timeline-tag.d.ts` of the docs makes known. */
export function Tagged({ conversation }: Pick<ParticipantTimelineProps, 'conversation'>) {
  return (
    <>
      <participant-timeline
        id="tagged"
        conversation={conversation}
        theme="light"
        timeZone="UTC"
        onselect={({ detail }) => detail?.id}
        onviewChange={({ detail }) => detail.range}
      />
      {/* @ts-expect-error: no such theme. */}
      <participant-timeline theme="sepia" />
      {/* @ts-expect-error: no such property. */}
      <participant-timeline colour="red" />
    </>
  );
}
