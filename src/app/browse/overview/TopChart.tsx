import { fillOf } from '../../../timeline/draw/defs';
import type { Top } from '../../../sources/source';
import { visible } from '../../../ui/visible';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { cssPaint } from '../../../ui/theme';
import { withChoice } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { ChartCard } from './ChartCard';
import { lengthTick } from './scale';
import { TopBars } from './TopBars';
import { useChart } from './useChart';

interface TopChartProps {
  browsing: Browsing;
  top: Top;
}

const SHOWN = 8;

/** Who held the most, or left the most offers unanswered. */
export function TopChart({ browsing, top }: TopChartProps) {
  const format = useFormat();
  const { of, by } = top;
  const { data, ...asked } = useChart(browsing, { kind: 'top', ...top, limit: SHOWN });
  const entries = (data?.entries ?? []).map(({ id, name, value, conversations }) => ({
    key: id,
    name: visible(name ?? id),
    value,
    conversations,
  }));
  const say = (value: number) => (by === 'hold' ? format.compact(value) : format.count(value));
  const { overview } = browseWords;
  const title = top.by === 'hold' ? overview.top.hold[top.of] : overview.top.unanswered[top.of];
  const choose = (index: number) => {
    const entry = entries[index];
    if (entry) browsing.change(withChoice(browsing.state, of, [entry.key]));
  };
  return (
    <ChartCard
      title={title}
      columns={[
        browseWords.choices[of === 'queue' ? of : 'user'],
        browseWords.columns[by],
        overview.conversations,
      ]}
      rows={entries.map(({ key, name, value, conversations }, index) => ({
        key,
        name,
        values: [say(value), format.count(conversations)],
        choose: () => choose(index),
      }))}
      {...asked}
    >
      <TopBars
        entries={entries}
        measure={browseWords.columns[by]}
        fill={(patterns) => fillOf(by === 'hold' ? 'hold' : 'alerting', patterns, cssPaint)}
        say={say}
        sayShort={by === 'hold' ? (value) => lengthTick(value, format.locale) : say}
        onChoose={choose}
      />
    </ChartCard>
  );
}
