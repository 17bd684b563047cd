import {
  forwardRef,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { Problem, Timeline } from '../core';
import { findMark, type Mark, rangeOfMark } from '../core/view/marks';
import type { Range } from '../core/view/range';
import type { Overlays, View, ViewInit } from '../core/view/view';
import { formatFor } from '../ui/format';
import type { Theme } from '../ui/palette';
import { english } from '../ui/words';
import { Board } from './board';
import { Boundary } from './boundary';
import type { SvgOptions } from './figure/plan';
import { themeOf } from './figure/snapshot';
import { toPng } from './figure/to-png';
import { resolve } from './input';
import { shapeFor } from './stage';
import { useScroll, useWidth } from './use-size';
import { ALL_ROWS_UNTIL, useData, useStage } from './use-stage';
import { useView } from './use-view';
import { widestMedium } from './widest-medium';

export interface ParticipantTimelineProps {
  /** Anything `parseConversations` takes, or a timeline that `buildTimeline` made. Of several the first is shown. */
  conversation: unknown;
  /** IANA name; without it the one of the page. */
  timeZone?: string;
  /** BCP 47 tag; without it the one of the page. */
  locale?: string;
  /** `system` follows the page's colour scheme, and asks for more contrast where the page's reader does. */
  theme?: Theme;
  /** Which overlays are on at first; a `view` that says so wins. */
  overlays?: Partial<Overlays>;
  /** Until when running segments are drawn, ms since the epoch; without it the latest instant in the data. */
  now?: number;
  /** Given: the host keeps the view and hears of changes. Without: the timeline keeps it. */
  view?: ViewInit;
  onViewChange?: (view: View) => void;
  /** A mark was chosen by click or Enter; `undefined`: the choice was cleared. */
  onSelect?: (mark: Mark | undefined) => void;
  /** What is wrong with the data, when it was read and whenever that changes. */
  onProblems?: (problems: Problem[]) => void;
  /** The timeline could not be drawn; it says so in its place, and the host may note why. */
  onError?: (error: unknown) => void;
  /** Lower rows. */
  compact?: boolean;
  /** `false`: without switches and buttons; keys and gestures remain. */
  toolbar?: boolean;
}

/** What a host may do to a timeline through its ref. */
export interface ParticipantTimelineHandle {
  /**
   * Back to what one sees at first: the whole conversation, but for far ends that would squeeze the rest to
   * nothing; then the timeline says so, with a button for all of it.
   */
  fit(): void;
  zoomTo(range: Range): void;
  /** Selects a mark by its id, or nothing, and brings it into sight. */
  select(id: string | undefined): void;
  /**
   * What is on the screen as a picture that stands alone, all rows included, as wide and in the theme as shown
   * unless the options say otherwise. What draws it is loaded only then.
   */
  toSvg(options?: PictureOptions): Promise<string>;
  /** The same in pixels, twice as many as on the screen unless `scale` says otherwise. */
  toPng(options?: PictureOptions & { scale?: number }): Promise<Blob>;
}

export type PictureOptions = Pick<SvgOptions, 'width' | 'theme' | 'compact'>;

type InnerProps = Omit<
  ParticipantTimelineProps,
  'conversation' | 'now' | 'onProblems' | 'onError' | 'theme'
> & {
  timeline: Timeline;
  root: RefObject<HTMLDivElement | null>;
};

const Inner = forwardRef<ParticipantTimelineHandle, InnerProps>(function Inner(props, ref) {
  const { timeline, root, timeZone, locale, compact = false, toolbar = true, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const data = useData(timeline);
  const [view, dispatch] = useView({
    view: props.view,
    initial: { overlays: props.overlays },
    bounds: data.bounds,
    onViewChange: props.onViewChange,
  });
  const width = useWidth(root);
  const wanted = useMemo(() => widestMedium(timeline), [timeline]);
  const shape = useMemo(() => shapeFor(width, { compact, wanted }), [width, compact, wanted]);
  const scrolled = useScroll(scroller, timeline.lanes.length > ALL_ROWS_UNTIL);
  const format = useMemo(() => formatFor({ locale, timeZone }), [locale, timeZone]);
  const stage = useStage({ data, view, dispatch, shape, scrolled, format, words: english });
  const picture = useCallback(
    async (options: PictureOptions = {}) => {
      const { toSvg } = await import('./figure/to-svg');
      return toSvg(timeline, {
        width: root.current?.clientWidth || undefined,
        theme: themeOf(root.current),
        view,
        timeZone,
        locale,
        compact,
        ...options,
      });
    },
    [timeline, view, timeZone, locale, compact, root],
  );
  useImperativeHandle(
    ref,
    () => ({
      fit: () => dispatch({ type: 'fit' }),
      zoomTo: (range) => dispatch({ type: 'show', range }),
      select(id) {
        const mark = id === undefined ? undefined : findMark(timeline, id);
        dispatch({ type: 'select', id: mark?.id });
        if (mark) dispatch({ type: 'reveal', range: rangeOfMark(mark) });
      },
      toSvg: picture,
      toPng: async ({ scale, ...options } = {}) => toPng(await picture(options), scale),
    }),
    [dispatch, timeline, picture],
  );
  return <Board stage={stage} scroller={scroller} toolbar={toolbar} onSelect={onSelect} />;
});

const Reader = forwardRef<
  ParticipantTimelineHandle,
  Omit<ParticipantTimelineProps, 'theme' | 'onError'> & Pick<InnerProps, 'root'>
>(function Reader({ conversation, now, onProblems, ...rest }, ref) {
  const { timeline, problems } = useMemo(() => resolve(conversation, now), [conversation, now]);
  const tell = useRef(onProblems);
  useLayoutEffect(() => {
    tell.current = onProblems;
  });
  // Told when the problems change, not when the host passes another function.
  useEffect(() => tell.current?.(problems), [problems]);
  if (!timeline || timeline.lanes.length === 0) {
    return <output className="pt-message">{english.empty}</output>;
  }
  // Another conversation is another timeline: ranges and selections of the old one mean nothing in it.
  return <Inner key={timeline.id} ref={ref} timeline={timeline} {...rest} />;
});

/** One conversation as lanes over time. Needs `participant-timeline/style.css`. */
export const ParticipantTimeline = forwardRef<ParticipantTimelineHandle, ParticipantTimelineProps>(
  function ParticipantTimeline({ theme = 'system', onError, ...props }, ref) {
    const root = useRef<HTMLDivElement>(null);
    return (
      <div ref={root} className="pt-root" data-theme={theme} data-compact={props.compact ? '' : undefined}>
        <Boundary words={english} subject={props.conversation} onError={onError}>
          <Reader ref={ref} root={root} {...props} />
        </Boundary>
      </div>
    );
  },
);
