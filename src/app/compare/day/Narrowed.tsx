import { Link } from 'wouter';
import { agentAddress } from '../../address';
import { type BrowseState, cleared, isFiltered, withChoice, withTime } from '../../browse/state/browseState';
import { toQuery } from '../../browse/state/codec';
import { useSettings } from '../../settings';
import { browseWords } from '../../words/browse';
import { dateText, type Day } from './dates';

interface Props {
  state: BrowseState;
  userId: string;
  day: Day;
}

/** That filters leave out some of the day, whose figures then are not those of the whole day; and the way to all of it. */
export function Narrowed({ state, userId, day }: Props) {
  const { timeZone } = useSettings();
  if (!isFiltered(withTime(withChoice(state, 'user', []), undefined))) return null;
  const query = new URLSearchParams(toQuery(cleared(state)));
  query.set('day', dateText(day.from, timeZone));
  return (
    <p className="flex flex-wrap gap-x-3 pb-3 text-sm">
      {browseWords.day.narrowed}
      <Link href={agentAddress(userId, `${query}`)} className="link">
        {browseWords.day.whole}
      </Link>
    </p>
  );
}
