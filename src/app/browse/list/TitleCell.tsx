import { createContext, useContext } from 'react';
import { Link } from 'wouter';
import type { Row } from '../../../sources/source';
import { conversationAddress } from '../../address';
import { Value } from '../../parts/Value';
import { StartCell } from './cells';

/** What a row's link needs of its list. */
export interface RowLinks {
  /** Place of the row that keys reach. */
  active: number;
  /** The start stands under the name. */
  twoLines: boolean;
  /** What the tab remembers on the page that a link leads to. */
  stateOf: (index: number) => unknown;
  /** The mouse or the focus came to it: it may be opened next. */
  near: (id: string) => void;
}

export const RowLinksContext = createContext<RowLinks | undefined>(undefined);
/** Place in the list of the row around. */
export const PlaceContext = createContext(-1);

/** A real link that covers its row: to be opened in a tab, copied, and gone to with Enter. */
export function TitleCell({ row }: { row: Row }) {
  const place = useContext(PlaceContext);
  const links = useContext(RowLinksContext);
  if (!links) return <Value>{row.title}</Value>;
  return (
    <Link
      href={conversationAddress(row.id)}
      state={links.stateOf(place)}
      data-place={place}
      tabIndex={place === links.active ? 0 : -1}
      className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      onMouseEnter={() => links.near(row.id)}
      onFocus={() => links.near(row.id)}
    >
      <Value>{row.title}</Value>
      {links.twoLines && (
        <span className="block truncate text-xs font-normal text-muted">
          <StartCell at={row.start} short />
        </span>
      )}
    </Link>
  );
}
