import type { Ribbon } from '../../core/layout/scene';
import type { Paint } from '../../ui/theme';
import { PillMark } from './links';

/** A second session is drawn as beads, a third as a hollow band: told apart without colour. */
function RibbonMark({ ribbon, paint }: { ribbon: Ribbon; paint: Paint }) {
  const { left, right, y, height, session, role, certainty } = ribbon;
  const colour = paint.session(session);
  const hollow = session % 3 === 2;
  const middle = y + height / 2;
  const beads = session % 3 === 1 ? '10 3' : undefined;
  return (
    <g data-role={role} data-session={session + 1} data-certainty={certainty}>
      {hollow ? (
        <rect
          x={left}
          y={y + 1}
          width={right - left}
          height={height - 2}
          rx={3}
          fill="none"
          stroke={colour}
          strokeWidth={2}
        />
      ) : (
        <path
          d={`M${left + 3} ${middle}H${Math.max(right - 3, left + 3.5)}`}
          stroke={colour}
          strokeWidth={height}
          strokeLinecap={beads ? 'butt' : 'round'}
          strokeDasharray={beads}
          strokeOpacity={certainty === 'recorded' ? undefined : 0.75}
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
