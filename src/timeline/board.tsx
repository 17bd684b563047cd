import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
} from 'react';
import { FOOT } from '../core/layout/rows';
import { findMark, type Mark } from '../core/view/marks';
import { placeable } from '../core/view/placeable';
import { reduceView } from '../core/view/reduce';
import { Axis, Corner, Measured, type TellTime } from './axis';
import { FindBox } from './find-box';
import { FocusTip } from './focus-tip';
import { Gaps } from './gaps';
import { Grid, type GridProps } from './grid';
import { type Command, commandFor } from './keys';
import { Legend } from './legend';
import { More } from './more';
import { Overview } from './overview';
import { Help, RowMenu } from './parts';
import { OutOfSight, People, PeopleFilter } from './people';
import { Bars } from './plot';
import { PointerLayer } from './pointer';
import type { ParticipantTimelineProps } from './props';
import { type Desk, runCommand } from './run-command';
import { Said } from './said';
import type { Stage } from './stage';
import { targetOf } from './target-of';
import { tellHost } from './tell-host';
import { MeasuredRange, Toolbar } from './toolbar';
import { useFocus, useFocusKept } from './use-focus';
import { useGestures } from './use-gestures';
import { useOpened } from './use-opened';
import { ALL_ROWS_UNTIL } from './use-stage';

interface Props {
  stage: Stage;
  scroller?: RefObject<HTMLDivElement | null>;
  toolbar: boolean;
  onSelect?: (mark: Mark | undefined) => void;
  onOpenLink?: ParticipantTimelineProps['onOpenLink'];
  /** Said below the rows. */
  children?: ReactNode;
}

function useSelected({ columns, view }: Stage): Mark | undefined {
  const { selected } = view;
  const { timeline } = columns;
  return useMemo(
    () => (selected === undefined ? undefined : findMark(timeline, selected)),
    [timeline, selected],
  );
}

/** Where custom properties tell the style sheet about sizes. */
type Sizes = CSSProperties & { [property: `--pt-${string}`]: string };

function sizesOf({ shape, rows }: Stage): Sizes {
  return {
    '--pt-width': `${shape.width}px`,
    '--pt-column': `${shape.column}px`,
    '--pt-plot': `${shape.plot}px`,
    '--pt-tags': `${shape.tags}px`,
    '--pt-pins': `${rows.stuck.height + FOOT}px`,
  };
}

/** Where the parts stand on the page. */
function usePlaces() {
  const body = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const time = useRef<TellTime>(null);
  return { body, plot, grid, time };
}

function useSelect({ dispatch }: Stage, onSelect: Props['onSelect']) {
  return useCallback(
    (mark: Mark | undefined) => {
      dispatch({ type: 'select', id: mark?.id });
      tellHost(onSelect, mark);
    },
    [dispatch, onSelect],
  );
}

/** What keys and buttons ask for, and the keys. */
function useKeys(desk: Desk) {
  const { readOnly, view, bounds } = desk.stage;
  const run = (command: Command) => runCommand(command, desk);
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandFor(event);
    const onButton = targetOf(event)?.closest('button');
    if (!command || (onButton && ['open', 'extend', 'fold'].includes(command.kind))) return;
    // What is to be looked at only can be gone over; all else is the page's.
    if (readOnly && !['walk', 'follow', 'back'].includes(command.kind)) return;
    // A dialog around it is shut by the key that has nothing to clear here.
    if (command.kind === 'clear' && reduceView(view, { type: 'clear' }, bounds) === view) return;
    event.preventDefault();
    event.stopPropagation();
    // Held down it would take one row after another away.
    if (!event.repeat || command.kind !== 'hide') run(command);
  };
  return { run, onKeyDown };
}

interface HeadProps {
  stage: Stage;
  time: Ref<TellTime>;
  onFind?: () => void;
}

function Head({ stage, time, onFind }: HeadProps) {
  return (
    <>
      <More stage={stage} />
      <div className="pt-head">
        <Corner stage={stage}>{onFind && <PeopleFilter stage={stage} onFind={onFind} />}</Corner>
        <div className="pt-top">
          <Overview stage={stage} />
          <Gaps stage={stage} />
          <Axis stage={stage} time={time} />
        </div>
      </div>
    </>
  );
}

interface TopProps extends Pick<RowsProps, 'stage' | 'focus' | 'timed' | 'places'> {
  toolbar: boolean;
  opened: ReturnType<typeof useOpened>;
  run: (command: Command) => void;
}

/** Tools, and the axis under them. */
function Top({ stage, focus, timed, places, toolbar, opened, run }: TopProps) {
  return (
    <>
      {toolbar && <Toolbar stage={stage} focus={focus} run={run} />}
      {toolbar && <People stage={stage} />}
      {opened.finding > 0 && (
        <FindBox stage={stage} focus={focus} asked={opened.finding} onClose={opened.closeFind} />
      )}
      {timed ? (
        <Head stage={stage} time={places.time} onFind={toolbar ? opened.open.find : undefined} />
      ) : (
        <p className="pt-untimed">{stage.words.untimed}</p>
      )}
    </>
  );
}

interface RowsProps extends Omit<GridProps, 'grid' | 'overPins'> {
  places: ReturnType<typeof usePlaces>;
  hands: ReturnType<typeof useGestures>;
}

/** All that scrolls: the bars, the rows that are their words, and what is told of both. */
function Rows({ places, hands, ...props }: RowsProps) {
  const { stage, focus, selected, timed } = props;
  const { body, plot, grid, time } = places;
  const { dragging, landsAt } = hands;
  const landing = landsAt !== undefined && <div className="pt-landing" style={{ top: landsAt }} />;
  // Up to where the first of the others stands, which may be far out of sight.
  const isOverPins = stage.pins && (landsAt ?? 0) <= stage.rows.stuck.height + FOOT;
  // A mark that is pressed is outside the grid, which would lose the focus by it. What is tapped has it by then: browsers
  // press a mouse that is not there after the finger was lifted. Buttons keep what is theirs.
  const focusGrid = (event: MouseEvent) => {
    if (targetOf(event)?.closest('button')) return;
    event.preventDefault();
    if (!grid.current?.matches(':focus-within')) grid.current?.focus({ preventScroll: true });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys have the grid
    <div ref={body} className="pt-body" data-dragging={dragging ? '' : undefined} onMouseDown={focusGrid}>
      <Bars stage={stage} scene={stage.scene} selected={selected} timed={timed} plot={plot} />
      <Grid {...props} grid={grid} overPins={isOverPins && landing} />
      {!isOverPins && landing}
      {stage.rows.list.length === 0 && <p className="pt-untimed">{stage.words.noLanes}</p>}
      <div className="pt-over">
        <Measured stage={stage} as="pt-measured" />
        <FocusTip stage={stage} active={focus.active} grid={grid} />
        {timed && <PointerLayer stage={stage} body={body} plot={plot} time={time} dragging={dragging} />}
      </div>
    </div>
  );
}

/** What is told under the rows: the range that is measured, and the rows that are hidden. */
function Below({ stage }: { stage: Stage }) {
  return (
    <div className="pt-below">
      <MeasuredRange stage={stage} />
      <OutOfSight stage={stage} />
    </div>
  );
}

/** The timeline on the screen: tools, axis, rows, legend. */
export function Board({ stage, scroller, toolbar, onSelect, onOpenLink, children }: Props) {
  const { rows, view, words, columns } = stage;
  const places = usePlaces();
  const opened = useOpened(places.grid);
  const timed = useMemo(() => placeable(columns.timeline), [columns]);
  const selected = useSelected(stage);
  const select = useSelect(stage, onSelect);
  const focus = useFocus(stage, places.grid);
  const kept = useFocusKept(places.grid);
  const hands = useGestures({ stage, focus, ...places, select });
  const { run, onKeyDown } = useKeys({ stage, focus, select, ...opened.open });
  const shared = { stage, focus, timed, places };
  return (
    // Keys are heard by what has the focus; this only knows which that is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section aria-label={words.timeline} className="pt-region" style={sizesOf(stage)} {...kept}>
      <Top {...shared} toolbar={toolbar} opened={opened} run={run} />
      <div
        ref={scroller}
        // Else what scrolls is a stop of Tab by itself in Firefox, and one that says nothing.
        tabIndex={-1}
        className="pt-scroll"
        data-own={rows.list.length > ALL_ROWS_UNTIL ? '' : undefined}
      >
        <Rows {...shared} selected={selected} hands={hands} onKeyDown={onKeyDown} onMenu={opened.onMenu} />
      </div>
      {toolbar && <Below stage={stage} />}
      {children}
      {hands.hint && <div className="pt-hint">{words.zoomHint}</div>}
      <Legend
        id={stage.id}
        types={columns.types}
        certainties={columns.certainties}
        highlighted={view.highlighted}
        dispatch={stage.dispatch}
        disabled={stage.readOnly}
        words={words}
      />
      <Said stage={stage} active={focus.active} />
      {opened.menu && (
        <RowMenu stage={stage} {...opened.menu} onOpenLink={onOpenLink} onClose={opened.closeMenu} />
      )}
      {opened.help && <Help onClose={opened.closeHelp} words={words} />}
    </section>
  );
}
