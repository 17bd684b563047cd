import { spanOf } from '../core/view/range';
import { OVERLAYS, overlayAt, overlayOf, type OverlayName } from '../core/view/view';
import { cssPaint } from '../ui/theme';
import { IconButton } from './icon-button';
import type { Command } from './keys';
import { MarkMenu } from './mark-menu';
import { OneStop } from './one-stop';
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
function filled({ columns }: Stage): Set<OverlayName | undefined> {
  const names = new Set<OverlayName | undefined>(columns.timeline.links.map(({ kind }) => overlayOf(kind)));
  for (const { roles, limits, milestones } of columns.timeline.lanes) {
    if (roles.length > 0) names.add('roles');
    if (limits.length > 0) names.add('limits');
    for (const { kind } of milestones) names.add(overlayAt(kind));
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
        icon="zoomIn"
        size={15}
        onClick={() => dispatch({ type: 'zoomTo', range: measured })}
      />
      <IconButton
        label={words.buttons.clearRange}
        icon="x"
        size={15}
        onClick={() => dispatch({ type: 'measure' })}
      />
    </fieldset>
  );
}

const ZOOMS = [
  ['zoomOut', 'zoomOut', { type: 'zoomBy', factor: 1 / 1.6 }],
  ['zoomIn', 'zoomIn', { type: 'zoomBy', factor: 1.6 }],
  ['fit', 'maximize2', { type: 'fit' }],
] as const;

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
    <OneStop className="pt-toolbar" part="toolbar" aria-label={words.timeline}>
      <OverlaySwitches stage={stage} />
      <fieldset className="pt-tools" aria-label={words.labels.view}>
        <IconButton
          label={words.buttons.elapsed}
          title={elapsed ? words.buttons.clock : words.buttons.elapsed}
          icon={elapsed ? 'timer' : 'clock3'}
          aria-pressed={elapsed}
          onClick={() => dispatch({ type: 'toggleClock' })}
        />
        {ZOOMS.map(([name, icon, action]) => (
          <IconButton key={name} label={words.buttons[name]} icon={icon} onClick={() => dispatch(action)} />
        ))}
        <IconButton label={words.buttons.keys} icon="keyboard" onClick={() => run({ kind: 'help' })} />
        <MarkMenu stage={stage} focus={focus} run={run} />
      </fieldset>
    </OneStop>
  );
}
