import type { Ribbon } from '../../core/layout/scene';
import type { Paint } from '../../ui/theme';
import { PillMark } from './links';

/** Beads and hollow bands are lines; what they lie on has a size, to be found and pointed at. */
function Strung({ ribbon, colour, hollow }: { ribbon: Ribbon; colour: string; hollow: boolean }) {
  const { left, right, y, height } = ribbon;
  const middle = y + height / 2;
  return (
    <>
      <rect
        x={left}
        y={y + 1}
        width={Math.max(right - left, 1)}
        height={height - 2}
        rx={3}
        fill="none"
        pointerEvents="all"
        stroke={hollow ? colour : undefined}
        strokeWidth={2}
      />
      {!hollow && (
        <path
          d={`M${left + 3} ${middle}H${Math.max(right - 3, left + 3.5)}`}
          stroke={colour}
          strokeWidth={height}
          strokeDasharray="10 3"
        />
      )}
    </>
  );
}

/** A second session is drawn as beads, a third as a hollow band: told apart without colour. */
function RibbonMark({ ribbon, paint }: { ribbon: Ribbon; paint: Paint }) {
  const { left, right, y, height, session, role, certainty } = ribbon;
  const colour = paint.session(session);
  const look = session % 3;
  return (
    <g
      data-role={role}
      data-session={session + 1}
      data-certainty={certainty}
      opacity={look < 2 && certainty !== 'recorded' ? 0.75 : undefined}
    >
      {look === 0 ? (
        <rect
          x={left - 1}
          y={y}
          width={Math.max(right - left + 2, 8.5)}
          height={height}
          rx={height / 2}
          fill={colour}
        />
      ) : (
        <Strung ribbon={ribbon} colour={colour} hollow={look === 2} />
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
