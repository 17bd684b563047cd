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
  useState,
} from 'react';
import { markBox } from '../core/layout/mark-box';
import { FOOT, type Row } from '../core/layout/rows';
import type { Scene } from '../core/layout/scene';
import { type StuckLabel, stuckLabels } from '../core/layout/stuck';
import { placeable } from '../core/view/placeable';
import { findMark, laneOfMark, type Mark } from '../core/view/marks';
import { cssPaint } from '../ui/theme';
import { Axis, Corner, Measured, MeasuredShade, type TellTime } from './axis';
import { BarLabels } from './draw/bars';
import { Picture } from './draw/picture';
import { FocusTip } from './focus-tip';
import { Frame } from './frame';
import { Gaps } from './gaps';
import { type Command, commandFor } from './keys';
import { Legend } from './legend';
import { More } from './more';
import { Overview } from './overview';
import { Find, Help, RowMenu } from './parts';
import { OutOfSight, People, PeopleFilter } from './people';
import { PointerLayer } from './pointer';
import type { ParticipantTimelineProps } from './props';
import { type OpenMenu, RowList } from './rows';
import { runCommand } from './run-command';
import { Said } from './said';
import type { Stage } from './stage';
import { targetOf } from './target-of';
import { tellHost } from './tell-host';
import { MeasuredRange, Toolbar } from './toolbar';
import { type Focus, takeFocus, useFocus, useFocusKept } from './use-focus';
import { useGestures } from './use-gestures';
import { ALL_ROWS_UNTIL } from './use-stage';

interface Props {
  stage: Stage;
  scroller: RefObject<HTMLDivElement | null>;
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

/** Words that stick to the edge of the screen: they alone are placed anew while panning. */
function StuckLabels({ stage, stuck }: { stage: Stage; stuck: readonly StuckLabel[] }) {
  const labels = useMemo(() => stuck.filter(({ text }) => text !== ''), [stuck]);
  return <BarLabels labels={labels} paint={cssPaint} highlighted={stage.view.highlighted} />;
}

interface DrawingProps {
  stage: Stage;
  /** Its own, or that of the rows that stay in sight. */
  scene: Scene;
  selected?: Mark;
}

function Drawing({ stage, scene, selected }: DrawingProps) {
  const { view, pan } = stage;
  const id = scene === stage.scene ? stage.id : `${stage.id}p`;
  const { plot } = stage.shape;
  const stuck = useMemo(
    () => stuckLabels(scene.labels, { left: -pan, right: plot - pan }),
    [scene.labels, pan, plot],
  );
  const top = scene.rows[0]?.y ?? 0;
  const last = scene.rows.at(-1);
  const height = last ? last.y + last.height - top + FOOT : 0;
  return (
    <svg
      className="pt-svg"
      width={scene.window.width}
      height={height}
      viewBox={`0 ${top} ${scene.window.width} ${height}`}
      style={{ top, transform: `translateX(${pan}px)` }}
      aria-hidden="true"
    >
      <Picture
        scene={scene}
        paint={cssPaint}
        id={id}
        highlighted={view.highlighted}
        selectedLane={selected && laneOfMark(selected).id}
        without={stuck.map(({ place }) => place).join(' ')}
      />
      <StuckLabels stage={stage} stuck={stuck} />
    </svg>
  );
}

function SelectedFrame({ stage, scene, selected }: DrawingProps) {
  const { columns, rows, scale, shape } = stage;
  if (!selected || selected.kind === 'lane') return null;
  const box = markBox(selected, { columns, rows, scale, width: shape.plot }, 4);
  const isPinned = box !== undefined && box.top < rows.stuck.height;
  if (!box || isPinned !== (scene === stage.pins)) return null;
  return <Frame box={box} kind="selected" id={selected.id} />;
}

interface BarsProps extends DrawingProps {
  /** Something has a place in time. */
  timed: boolean;
  plot?: RefObject<HTMLDivElement | null>;
}

/** The bars of rows, on which what is measured and selected is seen. */
function Bars({ timed, plot, ...props }: BarsProps) {
  return (
    <>
      <div ref={plot} className="pt-plot" aria-hidden="true">
        <MeasuredShade stage={props.stage} />
        {timed && <Drawing {...props} />}
      </div>
      <div className="pt-over" data-under="">
        <SelectedFrame {...props} />
      </div>
    </>
  );
}

/** A row per visible lane, and always the one with the focus, lest scrolling lose it. */
function withFocused({ scene, rows }: Stage, { active }: Focus): readonly Row[] {
  const focused = rows.list.slice(rows.stuck.count).find(({ index }) => index === active.row);
  return focused && !scene.rows.includes(focused) ? [...scene.rows, focused] : scene.rows;
}

interface BodyProps {
  stage: Stage;
  focus: Focus;
  selected?: Mark;
  timed: boolean;
  grid: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onMenu: OpenMenu;
}

function Grid({ stage, focus, selected, timed, grid, onKeyDown, onMenu }: BodyProps) {
  const { columns, rows, words, pins } = stage;
  const selectedLane = selected && laneOfMark(selected).id;
  const list = { stage, active: focus.active, selectedLane, onMenu };
  const most = columns.lanes.reduce((most, lane) => Math.max(most, lane.order.length), 1);
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className="pt-grid"
      // As large as its rows, which stand in it by their places: what has no size passes for hidden.
      style={{ height: rows.height }}
      aria-label={words.timeline}
      aria-rowcount={rows.list.length}
      aria-colcount={most + 1}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => focus.arrive(target.getAttribute('data-mark') ?? undefined)}
    >
      {pins && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows are placed by pixels, not tabulated
        <div role="rowgroup" className="pt-pins" style={{ height: rows.stuck.height + FOOT }}>
          <Bars stage={stage} scene={pins} selected={selected} timed={timed} />
          <RowList {...list} rows={pins.rows} />
        </div>
      )}
      <RowList {...list} rows={withFocused(stage, focus)} />
    </div>
  );
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
          <Axis stage={stage} time={time} />
          <Gaps stage={stage} />
        </div>
      </div>
    </>
  );
}

function useKeys(
  stage: Stage,
  focus: Focus,
  desk: Pick<Parameters<typeof runCommand>[1], 'select' | 'menu' | 'help' | 'find'>,
) {
  const run = (command: Command) => runCommand(command, { stage, focus, ...desk });
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandFor(event);
    const onButton = targetOf(event)?.closest('button');
    if (!command || (onButton && ['open', 'extend', 'fold'].includes(command.kind))) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  };
  return { run, onKeyDown };
}

/** The timeline on the screen: tools, axis, rows, legend. */
export function Board({ stage, scroller, toolbar, onSelect, onOpenLink, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const time = useRef<TellTime>(null);
  const [help, setHelp] = useState(false);
  const [finding, setFinding] = useState(false);
  const [menu, setMenu] = useState<{ laneId: string; opener: HTMLElement }>();
  const onMenu = useCallback<OpenMenu>(
    (laneId, opener) => setMenu((open) => (open?.opener === opener ? undefined : { laneId, opener })),
    [],
  );
  const { dispatch, shape, rows, view, words, columns, id } = stage;
  const timed = useMemo(() => placeable(columns.timeline), [columns]);
  const selected = useSelected(stage);
  const select = useCallback(
    (mark: Mark | undefined) => {
      dispatch({ type: 'select', id: mark?.id });
      tellHost(onSelect, mark);
    },
    [dispatch, onSelect],
  );
  const focus = useFocus(stage, grid);
  const kept = useFocusKept(grid);
  const { dragging, hint, lifted } = useGestures({ stage, focus, body, plot, select });
  const { run, onKeyDown } = useKeys(stage, focus, {
    select,
    menu: (laneId) => {
      const opener = takeFocus(grid.current);
      if (opener && !stage.readOnly) onMenu(laneId, opener);
    },
    help: () => setHelp(true),
    find: () => setFinding(true),
  });
  // A mark that is pressed is outside the grid, which would lose the focus by it. What is tapped has it by then: browsers
  // press a mouse that is not there after the finger was lifted. Buttons keep what is theirs.
  const focusGrid = (event: MouseEvent) => {
    if (targetOf(event)?.closest('button')) return;
    event.preventDefault();
    if (!grid.current?.matches(':focus-within')) grid.current?.focus({ preventScroll: true });
  };
  const closeHelp = useCallback(() => setHelp(false), []);
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const closeFind = useCallback(() => {
    setFinding(false);
    takeFocus(grid.current);
  }, []);
  const sizes: Sizes = {
    '--pt-column': `${shape.column}px`,
    '--pt-plot': `${shape.plot}px`,
    '--pt-tags': `${shape.tags}px`,
    '--pt-pins': `${rows.stuck.height + FOOT}px`,
  };
  return (
    // Keys are heard by what has the focus; this only knows which that is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section aria-label={words.timeline} className="pt-region" style={sizes} {...kept}>
      {toolbar && <Toolbar stage={stage} focus={focus} run={run} />}
      {toolbar && <People stage={stage} />}
      {finding && <Find stage={stage} focus={focus} onClose={closeFind} />}
      {timed ? (
        <Head stage={stage} time={time} onFind={toolbar ? () => setFinding(true) : undefined} />
      ) : (
        <p className="pt-untimed">{words.untimed}</p>
      )}
      <div
        ref={scroller}
        // Else what scrolls is a stop of Tab by itself in Firefox, and one that says nothing.
        tabIndex={-1}
        className="pt-scroll"
        data-own={rows.list.length > ALL_ROWS_UNTIL ? '' : undefined}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys have the grid */}
        <div ref={body} className="pt-body" data-dragging={dragging ? '' : undefined} onMouseDown={focusGrid}>
          <Bars stage={stage} scene={stage.scene} selected={selected} timed={timed} plot={plot} />
          <Grid
            stage={stage}
            focus={focus}
            selected={selected}
            timed={timed}
            grid={grid}
            onKeyDown={onKeyDown}
            onMenu={onMenu}
          />
          {lifted && <div className="pt-landing" style={{ top: lifted.y }} />}
          {rows.list.length === 0 && <p className="pt-untimed">{words.noLanes}</p>}
          <div className="pt-over">
            <Measured stage={stage} />
            <FocusTip stage={stage} active={focus.active} grid={grid} />
            {timed && <PointerLayer stage={stage} body={body} plot={plot} time={time} dragging={dragging} />}
          </div>
        </div>
      </div>
      {toolbar && (
        <div className="pt-below">
          <MeasuredRange stage={stage} />
          <OutOfSight stage={stage} />
        </div>
      )}
      {children}
      {hint && <div className="pt-hint">{words.zoomHint}</div>}
      <Legend
        id={id}
        types={columns.types}
        certainties={columns.certainties}
        highlighted={view.highlighted}
        dispatch={dispatch}
        disabled={stage.readOnly}
        words={words}
      />
      <Said stage={stage} active={focus.active} />
      {menu && <RowMenu stage={stage} {...menu} onOpenLink={onOpenLink} onClose={closeMenu} />}
      {help && <Help onClose={closeHelp} words={words} />}
    </section>
  );
}
