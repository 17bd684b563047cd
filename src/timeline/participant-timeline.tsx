import {
  forwardRef,
  type RefObject,
  Suspense,
  useContext,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { Timeline } from '../core';
import { viewFrom } from '../core/view/view-from';
import { formatFor } from '../ui/format';
import { visible } from '../ui/visible';
import { english } from '../ui/words';
import { Board } from './board';
import { Silence } from './silence';
import { Boundary } from './boundary';
import { HostContext, Slot } from './host';
import type { ParticipantTimelineHandle, ParticipantTimelineProps } from './props';
import { shapeFor } from './stage';
import type { PipelineSource } from './pipeline-source';
import { tellHost } from './tell-host';
import { useHandle } from './use-handle';
import { useNewest, useSoon } from './use-newest';
import { useOnPage } from './use-on-page';
import { useRedrawn } from './use-redrawn';
import { type Drawn, useResolved } from './use-resolved';
import { ALL, PAPER_LENGTH, PAPER_WIDTH, usePrinting, useScroll, useWidth } from './use-size';
import { ALL_ROWS_UNTIL, ignore, useData, useStage } from './use-stage';
import { useTakenOver } from './use-taken-over';
import { type Dispatch, useView } from './use-view';
import { widestMedium } from './widest-medium';

type InnerProps = Omit<
  ParticipantTimelineProps,
  'conversation' | 'now' | 'onProblems' | 'onError' | 'theme'
> & {
  timeline: Timeline;
  silentSince?: number;
  present: boolean;
  root: RefObject<HTMLDivElement | null>;
};

function useFormat({ locale, timeZone }: Pick<ParticipantTimelineProps, 'locale' | 'timeZone'>) {
  const page = useOnPage();
  return useMemo(() => {
    const absent = page ? undefined : { locale: 'en', timeZone: 'UTC' };
    return formatFor({ locale: locale ?? absent?.locale, timeZone: timeZone ?? absent?.timeZone });
  }, [locale, timeZone, page]);
}

interface SheetProps
  extends Pick<
      InnerProps,
      'timeline' | 'silentSince' | 'present' | 'toolbar' | 'onSelect' | 'onOpenLink' | 'live'
    >,
    Pick<Parameters<typeof useStage>[0], 'data' | 'view' | 'dispatch' | 'asked' | 'format' | 'scrolled'> {
  width: number;
  compact: boolean;
  readOnly: boolean;
  scroller?: RefObject<HTMLDivElement | null>;
}

/** The timeline, drawn as wide as it is told. */
function Sheet({ timeline, width, compact, scroller, toolbar = true, ...props }: SheetProps) {
  const { readOnly } = props;
  const wanted = useMemo(() => widestMedium(timeline), [timeline]);
  const shape = useMemo(() => shapeFor(width, { compact, wanted }), [width, compact, wanted]);
  const stage = useStage({ ...props, shape, words: english });
  return (
    <Board
      stage={stage}
      scroller={scroller}
      toolbar={toolbar && !readOnly}
      onSelect={readOnly ? undefined : props.onSelect}
      onOpenLink={props.onOpenLink}
    >
      {props.live && <Silence stage={stage} since={props.silentSince} />}
    </Board>
  );
}

const Inner = forwardRef<ParticipantTimelineHandle, InnerProps>(function Inner({ root, ...props }, ref) {
  const { timeline, timeZone, locale, compact = false, readOnly = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const data = useData(timeline);
  const [view, dispatch] = useView({
    view: props.view,
    overlays: props.overlays,
    bounds: data.bounds,
    onViewChange: props.onViewChange,
  });
  const printing = usePrinting(scroller);
  const measured = useWidth(scroller);
  const seen = useScroll(scroller, timeline.lanes.length > ALL_ROWS_UNTIL);
  const format = useFormat({ locale, timeZone });
  useSetView(props.overlays, dispatch);
  const asked = useHandle(ref, { timeline, root, view, dispatch, timeZone, locale, compact });
  const drawn = { ...props, compact, readOnly, data, view, dispatch, asked, format };
  const width = printing ? Math.min(PAPER_WIDTH, measured * printing) : measured;
  return (
    <div className="pt-sheets">
      <Sheet {...drawn} width={width} scrolled={printing ? ALL : seen} scroller={scroller} />
      {/* Which way the paper lies, only the style sheet will know. It is drawn for both, as it is seen. */}
      {printing > 0 && <Sheet {...drawn} width={PAPER_LENGTH} scrolled={ALL} dispatch={ignore} />}
    </div>
  );
});

/** Lets the element or frame around it replace the view; overlays it does not name are as they were at first. */
function useSetView(overlays: ParticipantTimelineProps['overlays'], dispatch: Dispatch): void {
  const setView = useContext(HostContext)?.setView;
  useImperativeHandle(
    setView,
    () => (view) => dispatch({ type: 'replace', view: viewFrom(view, overlays) }),
    [overlays, dispatch],
  );
}

function Message({ name, children }: { name: 'loading' | 'empty'; children: string }) {
  return (
    <output className="pt-message" part="message">
      <Slot name={name}>{children}</Slot>
    </output>
  );
}

/** Tells the element or frame around it. */
function useOnRead(drawn: Drawn | undefined): void {
  const host = useContext(HostContext);
  useSoon(() => {
    if (!host || !drawn?.problems) return;
    const { taken, timeline, problems } = drawn;
    host.onRead({ input: taken.input, timeline, problems });
  }, [host, drawn]);
}

type ReaderProps = Omit<ParticipantTimelineProps, 'theme' | 'onError'> &
  Pick<InnerProps, 'root'> & { source: PipelineSource };

const Reader = forwardRef<ParticipantTimelineHandle, ReaderProps>(function Reader(props, ref) {
  const { conversation, now, onProblems, source, ...rest } = props;
  const { live, workerUrl, createWorker } = rest;
  const absent = conversation === undefined;
  const hosted = useContext(HostContext) !== undefined;
  const judged = !absent && (hosted || onProblems !== undefined);
  const resolved = useResolved({ conversation, now, live, workerUrl, createWorker, judged, source });
  useOnRead(resolved);
  const tell = useRef(onProblems);
  useNewest(tell, onProblems);
  const problems = resolved?.problems;
  // Told when the problems change, not when the host passes another function.
  useEffect(() => {
    if (problems) tellHost(tell.current, problems);
  }, [problems, tell]);
  if (!resolved || absent) return <Message name="loading">{english.reading}</Message>;
  const { taken, timeline, silentSince } = resolved;
  if (!timeline || timeline.lanes.length === 0) {
    const [fault] = timeline ? [] : taken.reading.problems;
    return (
      <Message name="empty">
        {fault ? english.unread(visible(fault.message), fault.line, fault.column) : english.empty}
      </Message>
    );
  }
  // Another conversation is another timeline: ranges and selections of the old one mean nothing in it.
  const present = live || now !== undefined;
  return (
    <Inner
      key={timeline.id}
      ref={ref}
      timeline={timeline}
      silentSince={silentSince}
      present={present}
      {...rest}
    />
  );
});

/** The component, with what reads and builds from there. */
export function timelineWith(source: PipelineSource) {
  return forwardRef<ParticipantTimelineHandle, ParticipantTimelineProps>(function ParticipantTimeline(
    { theme, onError, ...props },
    ref,
  ) {
    const { conversation, view, overlays, now, timeZone, locale } = props;
    const root = useRef<HTMLDivElement>(null);
    const drawing = useRedrawn(root);
    const shown = useTakenOver(
      // On servers it is this that catches what goes wrong.
      <Suspense fallback={<Message name="loading">{english.reading}</Message>}>
        <Reader ref={ref} root={root} source={source} {...props} />
      </Suspense>,
      props,
      source,
    );
    return (
      <div
        ref={root}
        className="pt-root"
        part="root"
        // Outside of what catches errors, and a host in plain JavaScript may give anything.
        data-theme={typeof theme === 'string' ? theme : undefined}
        data-compact={props.compact ? '' : undefined}
        data-readonly={props.readOnly ? '' : undefined}
      >
        <Boundary
          key={drawing}
          words={english}
          subject={[conversation, view, overlays, now, timeZone, locale]}
          onError={onError}
        >
          {shown}
        </Boundary>
      </div>
    );
  });
}
