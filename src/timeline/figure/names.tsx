import { textWidth } from '../../core/layout/text';
import type { Row } from '../../core/layout/rows';
import type { Lane } from '../../core/model/timeline';
import { contextOf } from '../../ui/identity';
import { nameOf } from '../../ui/speech';
import { visible } from '../../ui/visible';
import { wordFor } from '../../ui/words';
import { Icon } from '../draw/icon';
import { iconFor } from '../identity';
import { clip } from './clip';
import type { FigurePlan } from './plan';

interface Props {
  plan: FigurePlan;
  row: Row;
  lane: Lane;
}

function Media({ plan, row, lane }: Props) {
  return lane.tracks.map((track, place) => {
    const band = row.tracks[place];
    return (
      band && (
        <text
          key={track.id}
          x={plan.shape.column - 10}
          y={band.y + band.height / 2}
          fontSize={10.5}
          textAnchor="end"
          dominantBaseline="central"
          fill={plan.paint.surface('muted')}
        >
          {clip(visible(wordFor(plan.words.media, track.media)), 10.5, plan.shape.tags)}
        </text>
      )
    );
  });
}

function Beside({ plan, row, lane }: Props) {
  const { paint, shape, columns, words } = plan;
  const context = contextOf(lane, columns.timeline, words);
  const alone = context === '' || row.height < 40;
  const middle = row.y + row.height / 2;
  const size = row.height < 40 ? 20 : 30;
  const text = 12 + size + 10;
  const tags = lane.tracks.length > 1 && !row.folded ? shape.tags : 0;
  const room = shape.column - text - 12 - tags;
  const icon = { x: 12 + (size - 16) / 2, y: middle - 8, size: 16, color: paint.surface('muted') };
  return (
    <>
      <rect x={12} y={middle - size / 2} width={size} height={size} rx={8} fill={paint.surface('faint')} />
      <Icon name={iconFor(lane.purpose)} {...icon} />
      <text
        x={text}
        y={alone ? middle : middle - 8}
        fontSize={13}
        fontWeight={600}
        dominantBaseline="central"
        fill={paint.surface('ink')}
        unicodeBidi="isolate"
      >
        {clip(nameOf(lane), 13.4, room)}
      </text>
      {!alone && (
        <text
          x={text}
          y={middle + 9}
          fontSize={12}
          dominantBaseline="central"
          fill={paint.surface('muted')}
          unicodeBidi="isolate"
        >
          {clip(context, 12, room)}
        </text>
      )}
      {tags > 0 && <Media plan={plan} row={row} lane={lane} />}
    </>
  );
}

function Above({ plan, row, lane }: Props) {
  const { paint, width, columns, words } = plan;
  const name = clip(nameOf(lane), 13.4, width - 20);
  const room = width - textWidth(name, 13.4) - 30;
  const told = clip(contextOf(lane, columns.timeline, words), 12, room);
  const context = told === '…' ? '' : told;
  return (
    <>
      {/* Links run through it: they are drawn with the bars. */}
      <rect
        x={8}
        y={row.y + 4}
        width={textWidth(name, 13.4) + textWidth(context, 12) + 18}
        height={17}
        fill={paint.surface('bg')}
      />
      <text x={10} y={row.y + 16} fontSize={12} fill={paint.surface('muted')}>
        <tspan fontSize={13} fontWeight={600} fill={paint.surface('ink')} unicodeBidi="isolate">
          {name}
        </tspan>
        {context !== '' && (
          <tspan dx={8} unicodeBidi="isolate">
            {context}
          </tspan>
        )}
      </text>
    </>
  );
}

/** Who each row is about; of joined legs the first says it. */
export function Names({ plan }: { plan: FigurePlan }) {
  const Name = plan.shape.identity === 'above' ? Above : Beside;
  return plan.rows.list.map((row) => {
    const lane = plan.columns.lanes[row.index]?.lane;
    return lane && !row.joined && <Name key={lane.id} plan={plan} row={row} lane={lane} />;
  });
}
