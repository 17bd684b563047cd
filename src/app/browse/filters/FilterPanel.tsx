import { browseWords } from '../../words/browse';
import { CHOICES } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import { AttributeGroup } from './AttributeGroup';
import { FacetGroup } from './FacetGroup';
import { RangeGroup } from './RangeGroup';
import { TimeGroup } from './TimeGroup';

const REST_FROM = CHOICES.indexOf('team');
const FIRST = CHOICES.slice(0, REST_FROM);
const REST = CHOICES.slice(REST_FROM);

/** Everything conversations can be found by, but for words. */
export function FilterPanel({ browsing }: { browsing: Browsing }) {
  const { facets } = browsing.source.capabilities;
  return (
    <section aria-label={browseWords.filters.label}>
      <TimeGroup browsing={browsing} />
      {facets && FIRST.map((choice) => <FacetGroup key={choice} choice={choice} browsing={browsing} />)}
      <RangeGroup browsing={browsing} />
      {facets && REST.map((choice) => <FacetGroup key={choice} choice={choice} browsing={browsing} />)}
      <AttributeGroup browsing={browsing} />
    </section>
  );
}
