import { assertNever } from '../core/model/assert-never';
import type { Mark } from '../core/view/marks';
import { dated } from '../ui/format';
import { errorWords, nameOf, otherEnd, segmentWord, tieCertainty } from '../ui/speech';
import { englishTip } from '../ui/tip-words';
import { visible } from '../ui/visible';
import { wordFor } from '../ui/words';
import type { Stage } from './stage';

type Fact = [label: string, value: string];

/** A time, with its day where what is drawn, or planned, is of several. */
function said({ format, columns }: Stage, at: number): string {
  return dated(format, columns.timeline, at).exact(at);
}

function spanFacts(stage: Stage, { start, end }: { start: number; end: number }): Fact[] {
  if (start === end) return [[englishTip.at, said(stage, start)]];
  return [
    [englishTip.from, said(stage, start)],
    [englishTip.to, said(stage, end)],
    [englishTip.duration, stage.format.compact(end - start, true)],
  ];
}

function titleOf(mark: Mark, { words }: Stage): string {
  switch (mark.kind) {
    case 'segment':
      return segmentWord(mark.segment, words);
    case 'role':
      return visible(wordFor(words.roles, mark.role.role));
    case 'milestone':
      return words.milestones[mark.milestone.kind];
    case 'limit':
      return words.limits[mark.limit.kind];
    case 'link':
      return `${words.links[mark.link.kind]} ${otherEnd(mark, words)}`;
    case 'lane':
      return nameOf(mark.lane);
    default:
      return assertNever(mark);
  }
}

function segmentFacts(mark: Mark & { kind: 'segment' }, stage: Stage): Fact[] {
  const { segment } = mark;
  const { words } = stage;
  const facts = spanFacts(stage, segment);
  if (mark.lane.tracks.length > 1)
    facts.unshift([englishTip.medium, visible(wordFor(words.media, mark.track.media))]);
  facts.push([englishTip.certainty, words.certainties[segment.unsure ?? segment.certainty]]);
  if (segment.unanswered) facts.push(['', words.unanswered]);
  if (segment.overrunFrom !== undefined) {
    facts.push([words.overrun, stage.format.compact(segment.end - segment.overrunFrom, true)]);
  }
  if (segment.disconnectType) facts.push([englishTip.reason, visible(segment.disconnectType)]);
  return facts;
}

function factsOf(mark: Mark, stage: Stage): Fact[] {
  const { words } = stage;
  switch (mark.kind) {
    case 'segment':
      return segmentFacts(mark, stage);
    case 'role':
      return [...spanFacts(stage, mark.role), [englishTip.certainty, tieCertainty(mark.role, words)]];
    case 'link':
      return [...spanFacts(stage, mark.link), [englishTip.certainty, tieCertainty(mark.link, words)]];
    case 'milestone': {
      const { at, label } = mark.milestone;
      const facts: Fact[] = [[englishTip.at, said(stage, at)]];
      for (const why of [label && visible(label), errorWords(mark.milestone, words)])
        if (why) facts.push(['', why]);
      return facts;
    }
    case 'limit':
      return [[englishTip.at, said(stage, mark.limit.at)]];
    case 'lane':
      return [];
    default:
      return assertNever(mark);
  }
}

/** The facts of a mark beside the pointer. */
export function Tooltip({ mark, stage }: { mark: Mark; stage: Stage }) {
  const lane = mark.kind === 'link' ? mark.from : mark.lane;
  return (
    <div className="pt-tooltip">
      <div className="pt-tip-title">
        <bdi>{titleOf(mark, stage)}</bdi>
        <bdi className="pt-tip-name">{nameOf(lane)}</bdi>
      </div>
      <dl>
        {factsOf(mark, stage).map(([label, value], place) => (
          <div key={place}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
