// @vitest-environment node
import { CancelledError, onlineManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  chartQuery,
  countQuery,
  documentQuery,
  facetQuery,
  forgetConversations,
  knownName,
  PAGE_ROWS,
  pageQuery,
  sampleListQuery,
  sampleQuery,
  stretchQuery,
} from '../../src/sources/queries';
import { type ConversationSource, type ListQuery, type Row, SourceError } from '../../src/sources/source';

function sourceThat(answers: Partial<ConversationSource>, name = 'far'): ConversationSource {
  const never = () => Promise.reject(new SourceError('unsupported'));
  return {
    name,
    capabilities: { text: true, facets: true, charts: true, offset: false, write: false },
    list: never,
    place: never,
    count: never,
    facets: never,
    chart: never,
    get: never,
    ...answers,
  };
}

const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 1 } } });
afterEach(() => client.clear());

describe('asking a source', () => {
  test.each([
    ['no answer', new SourceError('unreachable'), 3],
    ['too many questions', new SourceError('refused', 429), 3],
    ['a server that stumbled', new SourceError('refused', 503), 3],
    ['a question that is not allowed', new SourceError('refused', 403), 1],
    ['what is not there', new SourceError('missing'), 1],
    ['what it cannot do', new SourceError('unsupported'), 1],
    ['storage that is damaged', new SourceError('broken'), 1],
  ])('%s: asked again only where that may help', async (_, error, times) => {
    const count = vi.fn<ConversationSource['count']>(() => Promise.reject(error));
    await expect(client.fetchQuery(countQuery(sourceThat({ count }), {}))).rejects.toBe(error);
    expect(count).toHaveBeenCalledTimes(times);
  });

  test('what is stored here answers without a network, and a sample that is none says so', async () => {
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    const source = sourceThat({ count: () => Promise.resolve({ value: 3, exact: true }) });
    expect(await client.fetchQuery(countQuery(source, {}))).toEqual({ value: 3, exact: true });
    const samples = {
      list: () => Promise.resolve([]),
      get: () => Promise.reject(new SourceError('missing')),
    };
    await expect(client.fetchQuery(sampleQuery(samples, 'none'))).rejects.toMatchObject({ kind: 'missing' });
    expect(await client.fetchQuery(sampleListQuery(samples))).toEqual([]);
  });

  test('who no longer waits is told to the source', async () => {
    let signal: AbortSignal | undefined;
    const source = sourceThat({
      chart: (_filter, _request, given) => {
        signal = given;
        return new Promise(() => undefined);
      },
    });
    const query = chartQuery(source, {}, { kind: 'volume', step: 3_600_000 });
    const asked = client.fetchQuery(query);
    await client.cancelQueries({ queryKey: query.queryKey });
    await expect(asked).rejects.toBeInstanceOf(CancelledError);
    expect(signal?.aborted).toBe(true);
  });

  test('pages go on from a cursor where there is one, else from a place', async () => {
    const asked: ListQuery[] = [];
    const source = sourceThat({
      list: (query) => {
        asked.push(query);
        return Promise.resolve({ rows: [] });
      },
    });
    await client.fetchQuery(pageQuery(source, { filter: {} }, { page: 3 }));
    await client.fetchQuery(pageQuery(source, { filter: {} }, { page: 4, cursor: 'there' }));
    expect(asked).toEqual([
      { filter: {}, offset: 3 * PAGE_ROWS, limit: PAGE_ROWS },
      { filter: {}, cursor: 'there', limit: PAGE_ROWS },
    ]);
  });

  test('a figure stands in for that of another filter, and never for one of other bars', async () => {
    const asked = vi.fn<ConversationSource['chart']>(async (filter) =>
      filter.text === undefined ? { kind: 'volume', buckets: [], undated: 0 } : new Promise(() => undefined),
    );
    const source = sourceThat({ chart: asked });
    const [hours, days] = [3_600_000, 86_400_000].map((step) => ({ kind: 'volume', step }) as const);
    const observer = new QueryObserver(client, chartQuery(source, {}, hours!));
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBeDefined());
    observer.setOptions(chartQuery(source, { text: 'a' }, hours!));
    expect(observer.getCurrentResult()).toMatchObject({ isPlaceholderData: true, data: { buckets: [] } });
    observer.setOptions(chartQuery(source, { text: 'b' }, days!));
    expect(observer.getCurrentResult().data).toBeUndefined();
    stop();
  });

  describe('rows from one to another', () => {
    const ends = [
      { place: 1, id: 'b' },
      { place: 3, id: 'd' },
    ] as const;
    /** A list that is another one at each question, until it is the last. */
    function moving(...lists: string[]) {
      const next = () => Array.from((lists.length > 1 ? lists.shift() : lists[0]) ?? '');
      return sourceThat({
        place: async (_, id) => {
          const place = next().indexOf(id);
          return place < 0 ? undefined : place;
        },
        list: async ({ offset = 0, limit }) => {
          return {
            rows: next()
              .slice(offset, offset + limit)
              .map((id) => ({ id }) as Row),
          };
        },
      });
    }
    const between = (source: ConversationSource, most = 9) =>
      client.fetchQuery(stretchQuery(source, { filter: {} }, { ends, most }));

    test.each([
      ['as they were seen', ['abcde'], ['b', 'c', 'd']],
      ['moved since', ['xyzabcde'], ['b', 'c', 'd']],
      ['moved between the questions', ['abcde', 'abcde', 'xabcde'], ['b', 'c', 'd']],
      ['the other way round', ['edcba'], ['d', 'c', 'b']],
      ['the first is gone', ['acde'], ['d']],
      ['the second is gone', ['abce'], []],
      ['they never stand still', Array.from({ length: 99 }, (_, at) => `${'x'.repeat(at)}abcde`), []],
    ])('%s', async (_, lists, ids) => {
      expect(await between(moving(...lists))).toEqual(ids);
    });

    test('are not asked for where they would be too many', async () => {
      expect(await between(moving('abcde'), 2)).toBeNull();
      expect(await between(moving('abcde'), 3)).toEqual(['b', 'c', 'd']);
    });
  });

  test('what is known is not asked again, until rows changed, and then of that source only', async () => {
    const get = vi.fn<ConversationSource['get']>((id) => Promise.resolve({ id, text: '{}' }));
    const read = (text: string) => Promise.resolve(text);
    const [one, other] = [sourceThat({ get }, 'one'), sourceThat({ get }, 'other')];
    const ask = async () => {
      await client.fetchQuery(documentQuery(one, 'c-1', read));
      await client.fetchQuery(documentQuery(other, 'c-1', read));
    };
    await ask();
    await ask();
    expect(get).toHaveBeenCalledTimes(2);
    await forgetConversations(client, one);
    await ask();
    expect(get).toHaveBeenCalledTimes(3);
  });

  test('a value is called by the name that any count told', async () => {
    const facets = () => Promise.resolve({ user: [{ value: 'u-1', name: 'Ann', count: 2 }] });
    const source = sourceThat({ facets });
    expect(knownName(client, source, { choices: ['user'], value: 'u-1' })).toBeUndefined();
    await client.fetchQuery(facetQuery(source, {}, 'user'));
    const choices = ['unansweredBy', 'user'] as const;
    expect(knownName(client, source, { choices, value: 'u-1' })).toBe('Ann');
    expect(knownName(client, source, { choices: ['unansweredBy'], value: 'u-1' })).toBeUndefined();
    expect(knownName(client, source, { choices, value: 'u-2' })).toBeUndefined();
  });
});
