import { describe, expect, test } from 'vitest';
import { viewFromQuery, viewToQuery, zoneFromQuery } from '../../src/app/view/address';
import { viewFrom } from '../../src/core/view/view-from';
import { WHOLE_VIEW } from '../fixtures/views';

describe('the view in an address', () => {
  test('the default view needs none', () => {
    expect(viewToQuery(viewFrom())).toBe('');
  });

  test('comes back as it was', () => {
    const query = viewToQuery(WHOLE_VIEW, 'Europe/Berlin');
    // But for the filter, which may be a name.
    expect(viewFrom(viewFromQuery(`?${query}`))).toEqual({ ...WHOLE_VIEW, filter: '' });
    expect(zoneFromQuery(`?${query}`)).toBe('Europe/Berlin');
  });

  test('keeps a point in time that was marked', () => {
    const view = viewFrom({ measured: { start: 5, end: 5 } });
    expect(viewFrom(viewFromQuery(`?${viewToQuery(view)}`))).toEqual(view);
  });

  test('names no more lanes than servers take in an address, and opens no gap that has no start', () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `00000000-0000-4000-8000-${at}`);
    const moved = ids.map((laneId) => ({ laneId }));
    const many = viewFrom({ folded: ids, moved, idle: 'folded', opened: ids.map((_, at) => at) });
    const query = viewToQuery(many);
    expect(query.length).toBeLessThan(8000);
    const { folded, moved: some, opened } = viewFromQuery(`?${query}`);
    expect([folded?.length, some?.length, opened?.length]).toEqual([40, 40, 40]);
    expect(viewFromQuery('?v=1&idle=folded&open=5.x..6').opened).toEqual([5, 6]);
  });

  test.each([
    ['another version', '?v=2&clock=elapsed'],
    ['no version', '?clock=elapsed'],
    ['a range that ends before it starts', '?v=1&from=10&to=5'],
    ['a range without a length', '?v=1&from=5&to=5'],
    ['a range of words', '?v=1&from=NaN&to=Infinity'],
    ['a range beyond all dates', '?v=1&from=0&to=9e15'],
    ['unknown overlays and types', '?v=1&overlays=constructor.-toString&only=constructor'],
  ])('%s changes nothing', (_name, query) => {
    expect(viewFrom(viewFromQuery(query))).toEqual(viewFrom());
  });
});
