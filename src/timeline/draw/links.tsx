import { memo } from 'react';
import type { Pill, Wire } from '../../core/layout/scene';
import type { LinkKind } from '../../core/model/timeline';
import type { Paint } from '../../ui/theme';

/** Each kind has a dash of its own, so that none depends on its colour. */
const DASHES: { [kind in LinkKind]?: string } = {
  consult: '5 3',
  monitor: '1.5 3',
  coach: '7 3 1.5 3',
  transfer: '9 3',
  peer: '1 4',
};

function StubEnd({ wire, colour, paint }: { wire: Wire & { x: number }; colour: string; paint: Paint }) {
  return (
    <circle cx={wire.x} cy={wire.to} r={3} fill={paint.surface('bg')} stroke={colour} strokeWidth={1.5} />
  );
}

function Link({ wire, paint }: { wire: Wire; paint: Paint }) {
  const { kind, certainty, line, arrow, stub, stretch, x } = wire;
  const colour = paint.link(kind);
  const sure = certainty === 'recorded';
  return (
    <g data-link={kind} data-certainty={certainty} stroke={colour} fill="none">
      {stretch && (
        <path
          d={stretch.path}
          strokeWidth={stretch.width}
          strokeDasharray={kind === 'controlling' && !sure ? '16 3' : DASHES[kind]}
          strokeOpacity={certainty === 'planned' ? 0.5 : undefined}
        />
      )}
      {line !== undefined && (
        <path d={line} strokeWidth={kind === 'barge' ? 2.5 : 1.6} strokeDasharray={DASHES[kind]} />
      )}
      {arrow !== undefined && <path d={arrow} fill={colour} stroke="none" />}
      {stub && x !== undefined && <StubEnd wire={{ ...wire, x }} colour={colour} paint={paint} />}
    </g>
  );
}

export const Links = memo(function Links({ links, paint }: { links: readonly Wire[]; paint: Paint }) {
  return links.map((wire) => <Link key={wire.index} wire={wire} paint={paint} />);
});

interface PillProps {
  pill: Pill;
  size: number;
  fill: string;
  ink: string;
}

export function PillMark({ pill, size, fill, ink }: PillProps) {
  const { left, top, width, height, text } = pill;
  return (
    <g>
      <rect x={left} y={top} width={width} height={height} rx={height / 2} fill={fill} />
      <text
        x={left + width / 2}
        y={top + height / 2}
        fontSize={size}
        fontWeight={700}
        textAnchor="middle"
        dominantBaseline="central"
        fill={ink}
        unicodeBidi="isolate"
      >
        {text}
      </text>
    </g>
  );
}

/** Names of links, over everything else. */
export function LinkPills({ links, paint }: { links: readonly Wire[]; paint: Paint }) {
  return links.map(
    ({ index, pill, kind }) =>
      pill && <PillMark key={index} pill={pill} size={10} fill={paint.link(kind)} ink={paint.linkInk} />,
  );
}
