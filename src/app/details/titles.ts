import { MEDIA_ARRAYS } from '../../core/model/vendor';
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

function span(item: Item, format: Format): string {
  const starts = [item['startTime'], item['startAlertingTime'], item['connectedTime']];
  const start = starts.find((at): at is number => typeof at === 'number');
  const end = [item['endTime'], item['disconnectedTime']].find((at): at is number => typeof at === 'number');
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
    const media = MEDIA.get(field) ?? text(item['mediaType']).toLowerCase();
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
