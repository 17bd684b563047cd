import type { ReactNode } from 'react';
import { spanOf } from '../core/view/range';
import { isEvaluation, OVERLAYS, overlayOf, type OverlayName } from '../core/view/view';
import { cssPaint } from '../ui/theme';
import { Icon } from './draw/icon';
import type { Command } from './keys';
import { MarkMenu } from './mark-menu';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

const SWATCHES: { [name in OverlayName]: string } = {
  roles: cssPaint.session(0),
  control: cssPaint.link('controlling'),
  consult: cssPaint.link('consult'),
  monitor: cssPaint.link('monitor'),
  coach: cssPaint.link('coach'),
  barge: cssPaint.link('barge'),
  transfer: cssPaint.link('transfer'),
  peers: cssPaint.link('peer'),
  limits: cssPaint.surface('ink'),
  evaluations: cssPaint.surface('ink'),
};

/** Overlays the data has something for: the others stay, but step back; evaluations, which few have, go. */
function filled({ columns }: Stage): Set<OverlayName> {
  const names = new Set(columns.timeline.links.map(({ kind }) => overlayOf(kind)));
  for (const { roles, limits, milestones } of columns.timeline.lanes) {
    if (roles.length > 0) names.add('roles');
    if (limits.length > 0) names.add('limits');
    if (milestones.some(({ kind }) => isEvaluation(kind))) names.add('evaluations');
  }
  return names;
}

function OverlaySwitches({ stage }: { stage: Stage }) {
  const { view, dispatch, words } = stage;
  const present = filled(stage);
  const overlays = OVERLAYS.filter((overlay) => overlay !== 'evaluations' || present.has(overlay));
  return (
    <fieldset aria-label={words.labels.overlays} className="pt-switches">
      {overlays.map((overlay) => (
        <button
          key={overlay}
          type="button"
          role="switch"
          aria-checked={view.overlays[overlay]}
          className="pt-switch"
          data-empty={present.has(overlay) ? undefined : ''}
          onClick={() => dispatch({ type: 'toggleOverlay', overlay })}
        >
          <span className="pt-dot" aria-hidden="true" style={{ color: SWATCHES[overlay] }} />
          {words.overlays[overlay]}
        </button>
      ))}
    </fieldset>
  );
}

function IconButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className="pt-button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** Length of the measured range, and what can be done with it. */
export function MeasuredRange({ stage }: { stage: Stage }) {
  const { view, dispatch, format, words } = stage;
  const { measured } = view;
  if (!measured) return null;
  const length = format.compact(spanOf(measured), spanOf(measured) < 60_000);
  return (
    <fieldset className="pt-range" aria-label={words.labels.range}>
      <span>
        {words.labels.range} <strong>{length}</strong>
      </span>
      <IconButton
        label={words.buttons.zoomToRange}
        onClick={() => dispatch({ type: 'zoomTo', range: measured })}
      >
        <Icon name="zoomIn" size={15} />
      </IconButton>
      <IconButton label={words.buttons.clearRange} onClick={() => dispatch({ type: 'measure' })}>
        <Icon name="x" size={15} />
      </IconButton>
    </fieldset>
  );
}

interface ToolbarProps {
  stage: Stage;
  focus: Focus;
  run: (command: Command) => void;
}

/** Every gesture and key has its button here, or in the menu at the end. */
export function Toolbar({ stage, focus, run }: ToolbarProps) {
  const { view, dispatch, words } = stage;
  const elapsed = view.clock === 'elapsed';
  return (
    <div className="pt-toolbar" part="toolbar">
      <OverlaySwitches stage={stage} />
      <fieldset className="pt-tools" aria-label={words.labels.view}>
        <button
          type="button"
          className="pt-button pt-clock"
          aria-label={words.buttons.elapsed}
          title={elapsed ? words.buttons.clock : words.buttons.elapsed}
          aria-pressed={elapsed}
          onClick={() => dispatch({ type: 'toggleClock' })}
        >
          {elapsed ? <Icon name="timer" size={16} /> : <Icon name="clock3" size={16} />}
        </button>
        <IconButton
          label={words.buttons.zoomOut}
          onClick={() => dispatch({ type: 'zoomBy', factor: 1 / 1.6 })}
        >
          <Icon name="zoomOut" size={16} />
        </IconButton>
        <IconButton label={words.buttons.zoomIn} onClick={() => dispatch({ type: 'zoomBy', factor: 1.6 })}>
          <Icon name="zoomIn" size={16} />
        </IconButton>
        <IconButton label={words.buttons.fit} onClick={() => dispatch({ type: 'fit' })}>
          <Icon name="maximize2" size={16} />
        </IconButton>
        <IconButton label={words.buttons.keys} onClick={() => run({ kind: 'help' })}>
          <Icon name="keyboard" size={16} />
        </IconButton>
        <MarkMenu stage={stage} focus={focus} run={run} />
      </fieldset>
    </div>
  );
}
