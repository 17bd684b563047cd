import type { Ribbon } from '../../core/layout/scene';
import type { Paint } from '../../ui/theme';
import { PillMark } from './links';

/**
 * A second session is drawn as beads, a third as a hollow band: told apart without colour. Each has a band, filled or
 * not: a line alone has no size, and could be neither found nor pointed at.
 */
function RibbonMark({ ribbon, paint }: { ribbon: Ribbon; paint: Paint }) {
  const { left, right, y, height, session, role, certainty } = ribbon;
  const colour = paint.session(session);
  const look = session % 3;
  const beyond = look === 0 ? 1 : 0;
  return (
    <g
      data-role={role}
      data-session={session + 1}
      data-certainty={certainty}
      opacity={look < 2 && certainty !== 'recorded' ? 0.75 : undefined}
    >
      <rect
        x={left - beyond}
        y={y + 1 - beyond}
        width={Math.max(right - left, 6.5) + 2 * beyond}
        height={height - 2 + 2 * beyond}
        rx={3 + beyond}
        fill={look === 0 ? colour : 'none'}
        stroke={look === 2 ? colour : undefined}
        strokeWidth={2}
        pointerEvents="all"
      />
      {look === 1 && (
        <path
          d={`M${left + 3} ${y + height / 2}H${Math.max(right - 3, left + 3.5)}`}
          stroke={colour}
          strokeWidth={height}
          strokeDasharray="10 3"
        />
      )}
    </g>
  );
}

export function Ribbons({ ribbons, paint }: { ribbons: readonly Ribbon[]; paint: Paint }) {
  return ribbons.map((ribbon, place) => <RibbonMark key={place} ribbon={ribbon} paint={paint} />);
}

export function RibbonPills({ ribbons, paint }: { ribbons: readonly Ribbon[]; paint: Paint }) {
  return ribbons.map(
    ({ pill, session }, place) =>
      pill && (
        <g key={place}>
          <PillMark pill={pill} size={9} fill={paint.surface('bg')} ink={paint.surface('ink')} />
          <rect
            x={pill.left}
            y={pill.top}
            width={pill.width}
            height={pill.height}
            rx={pill.height / 2}
            fill="none"
            stroke={paint.session(session)}
            strokeWidth={1.5}
          />
        </g>
      ),
  );
}
