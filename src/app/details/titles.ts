import { MEDIA_ARRAYS } from '../../core/model/vendor';
import { mediaOf } from '../../core/timeline/words';
import { dated, type Format } from '../../ui/format';
import { english, wordFor } from '../../ui/words';

type Item = { readonly [field: string]: unknown };

interface Titled {
  /** The field in which the item stands. */
  field: string;
  item: Item;
  index: number;
}

const MEDIA: ReadonlyMap<string, string> = new Map(MEDIA_ARRAYS);

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function told(times: unknown[]): number[] {
  return times.filter((at): at is number => typeof at === 'number');
}

function later(one: number, other: number): number {
  return Math.max(one, other);
}

/** A session of analytics has no times but those of its segments. */
function ends(item: Item): { start: number | undefined; end: number | undefined } {
  const [start] = told([item['startTime'], item['startAlertingTime'], item['connectedTime']]);
  const [end] = told([item['endTime'], item['disconnectedTime']]);
  if (start !== undefined || end !== undefined || !Array.isArray(item['segments'])) return { start, end };
  const segments = (item['segments'] as Item[]).map(ends);
  const inOrder = segments.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const last = inOrder.at(-1)?.end;
  return { start: inOrder[0]?.start, end: last && told(segments.map(({ end }) => end)).reduce(later) };
}

function span(item: Item, format: Format): string {
  const { start, end } = ends(item);
  if (start === undefined && end === undefined) return '';
  const said = start === undefined || end === undefined ? format : dated(format, { start, end });
  const at = (instant: number | undefined) => (instant === undefined ? '' : said.clock(instant));
  return `${at(start)} – ${at(end)}`;
}

function scoreOf({ answers }: Item): string {
  const score = (answers as { totalScore?: unknown } | undefined)?.totalScore;
  return typeof score === 'number' ? String(score) : '';
}

function nameIn(value: unknown): string {
  const { name, id } = (value ?? {}) as { name?: unknown; id?: unknown };
  return text(name) || text(id);
}

function partsOf({ field, item }: Titled, format: Format): string[] {
  if (field === 'sessions' || MEDIA.has(field)) {
    const said = text(item['mediaType']);
    const media = MEDIA.get(field) ?? mediaOf(said) ?? said.toLowerCase();
    return [wordFor(english.media, media), text(item['state']), span(item, format)];
  }
  if (field === 'recentTransfers') {
    const { userName, queueId, userId, address } = (item['destination'] ?? {}) as Item;
    const at = item['dateIssued'];
    const when = typeof at === 'number' ? format.clock(at) : '';
    return [when, text(item['state']), text(userName) || text(address) || text(queueId) || text(userId)];
  }
  if (field === 'segments') return [text(item['type']), span(item, format)];
  if (field === 'scoredAgents') return [nameIn(item['agent']), text(item['score'])];
  if (field === 'evaluations') {
    const name = text(item['name']) || nameIn(item['evaluationForm']) || text(item['formName']);
    return [name, text(item['status']), scoreOf(item) || text(item['totalScore'])];
  }
  return [text(item['name']) || text(item['messageId']) || text(item['id'])];
}

/** What tells one of several things from its like, on one line. */
export function titleOfPart(titled: Titled, format: Format): string {
  const parts = partsOf(titled, format).filter((part) => part !== '');
  return [`${titled.index + 1}`, ...parts].join(' · ');
}
