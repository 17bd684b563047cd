import { assertNever } from '../model/assert-never';
import type { Conversation, Observation } from '../model/conversation';
import type { Json } from '../model/field';
import type { Problem } from '../model/problem';
import { collectEnvelope, collectEvent } from './collect-event';
import { type Collector, keep, skip, type Surroundings } from './collector';
import { reviveConversation } from './export';
import { bodiesOf, JSON_START } from './har';
import { derivedId } from './identify';
import { escapeKey, LEFT_OUT, MAX_DEPTH } from './json/depth';
import { isFlat, observe, readParticipant, setMoment } from './observe';
import { isObject, type JsonObject, quote, report } from './read';
import { listOf, shapeOf, valueOf } from './recognise';

/** Takes one JSON value (conversation, participant, listing, event, HAR …) found at `pointer`. */
export function collect(collector: Collector, value: unknown, pointer: string): void {
  endCut(collector);
  const around: Surroundings = { pointer, loose: [], level: 0 };
  collectValue(collector, value as Json, around);
  gatherLoose(collector, around);
}

/**
 * Takes an element of a document that is too large to come whole. It names the document, for its bare
 * participants are one conversation. Of our own export it is one already.
 */
export function collectElement(
  collector: Collector,
  value: unknown,
  { pointer, document }: { pointer: string; document: string },
): void {
  if (collector.cut?.document !== document) endCut(collector);
  collector.cut ??= { document, around: { pointer: document, loose: [], level: 0 } };
  const exported = reviveConversation(value as Json);
  if (exported) keepExported(collector, exported);
  else collectValue(collector, value as Json, { ...collector.cut.around, pointer });
}

function endCut(collector: Collector): void {
  const { cut } = collector;
  collector.cut = undefined;
  if (cut !== undefined) gatherLoose(collector, cut.around);
}

/**
 * Hands over and forgets what is complete: conversations from documents and analytics at once, those
 * known from events only when `all` is asked for, since more may come. Problems always.
 */
export function takeComplete(
  collector: Collector,
  all: boolean,
): { conversations: Conversation[]; problems: Problem[] } {
  if (all) endCut(collector);
  const { problems } = collector;
  collector.problems = [];
  const leaving: Conversation[] = [];
  const staying = new Map<string, Conversation>();
  for (const [id, conversation] of collector.conversations) {
    if (all || conversation.observations.every(isWhole)) leaving.push(conversation);
    else staying.set(id, conversation);
  }
  collector.conversations = staying;
  return { conversations: leaving, problems };
}

function collectValue(collector: Collector, value: Json, around: Surroundings): void {
  const { level, pointer } = around;
  if (level >= MAX_DEPTH) {
    report(collector.problems, { code: 'truncated-input', message: LEFT_OUT, pointer });
  } else if (Array.isArray(value)) {
    collectParts(collector, value, around);
    if (value.length === 0) skip(collector, 'The list is empty', pointer);
  } else if (isObject(value)) collectObject(collector, value, around);
  else if (typeof value === 'string' && (around.strangers ? JSON_WITHIN : JSON_START).test(value))
    collectText(collector, value, around);
  else unknown(collector, `Expected conversation data, found ${quote(value)}`, around);
}

function within(around: Surroundings, step: string): Surroundings {
  return { ...around, level: around.level + 1, pointer: around.pointer + step };
}

/** Of names that hold `#` the parts are left alone: behind it pointers would seem to go on within a text. */
function collectParts(collector: Collector, whole: JsonObject | Json[], around: Surroundings): void {
  for (const [key, part] of Object.entries(whole))
    if (!key.includes('#')) collectValue(collector, part, within(around, `/${escapeKey(key)}`));
}

// What others log has a time and the like before it.
const JSON_WITHIN = /[{[]\s*["']/;

/** JSON that stands as a text within the input, as in a HAR or when it was encoded twice. */
function collectText(collector: Collector, text: string, around: Surroundings): void {
  const { kept } = collector;
  const { documents, count, problems } = collector.readDocuments(text);
  for (const { value, index } of documents) {
    const inside = { ...within(around, count === 1 ? '#' : `#/${index}`), loose: [] };
    collectValue(collector, value as Json, inside);
    if (JSON_START.test(text)) gatherLoose(collector, inside);
  }
  if (collector.kept > kept)
    collector.problems.push(...problems.map((problem) => toldOf(around.pointer, problem)));
  else if (documents.length === 0)
    unknown(collector, `Expected conversation data, found ${quote(text)}`, around);
}

/**
 * A problem of a text within the input, whose lines are not those of the input. Where it stands there is said in
 * other words, lest it be taken for the place of the whole.
 */
function toldOf(
  text: string,
  { line, column, message, pointers: [inner = ''], ...problem }: Problem,
): Problem {
  const where = `(character ${column} of line ${line} of this text)`;
  return { ...problem, message: `${message} ${where}`, pointers: [`${text}#${inner}`] };
}

function collectObject(collector: Collector, source: JsonObject, around: Surroundings): void {
  const { pointer } = around;
  const shape = shapeOf(source);
  switch (shape) {
    case 'export':
      return collectExport(collector, source, pointer);
    case 'har':
      return collectHar(collector, source, pointer);
    case 'envelope':
      return collectEnvelope(collector, source, around);
    case 'event':
      return collectEvent(collector, source, around);
    case 'conversation':
      return collectConversation(collector, source, around);
    case 'listing': {
      const name = listOf(source) as string;
      return collectValue(collector, source[name] as Json, within(around, `/${name}`));
    }
    case 'participant': {
      const participant = readParticipant(collector, source, pointer);
      if (participant !== undefined) around.loose.push(participant);
      return;
    }
    case 'unknown':
      return collectWithin(collector, source, around);
    default:
      return assertNever(shape);
  }
}

/** What other programs put around conversations and events, as queues and consoles do. Bare participants stay theirs. */
function collectWithin(collector: Collector, source: JsonObject, around: Surroundings): void {
  const { kept, problems } = collector;
  const told = problems.length;
  collectParts(collector, source, { ...around, loose: [], strangers: [] });
  if (collector.kept > kept) return;
  problems.length = told;
  unknown(collector, 'No conversation, participant, event or HAR', around);
}

function collectConversation(collector: Collector, source: JsonObject, around: Surroundings): void {
  const observation = observe(collector, source, around.pointer);
  setMoment(observation, around.moment);
  if (observation.participants.some(({ sessions }) => sessions !== undefined) || hasAnalyticsName(source)) {
    observation.form = 'analytics';
  }
  const flat = observation.participants.some(isFlat);
  collector.formats.add(
    observation.form === 'analytics' ? 'analytics' : flat ? 'media-conversation' : 'conversation',
  );
  keep(collector, observation.fields.id ?? derivedId(observation.participants), observation);
}

function gatherLoose(collector: Collector, { loose, moment, pointer }: Surroundings): void {
  if (loose.length === 0) return;
  collector.formats.add(loose.some(isFlat) ? 'media-participant' : 'participant');
  const observation: Observation = { form: 'document', pointer, fields: { pointer }, participants: loose };
  setMoment(observation, moment);
  keep(collector, derivedId(loose), observation);
}

function collectHar(collector: Collector, source: JsonObject, pointer: string): void {
  // What the entries hold does not make a HAR a mixture.
  const outside = new Set(collector.formats).add('har');
  const entries = (source['log'] as JsonObject)['entries'] as Json[];
  const place = `${pointer}/log/entries`;
  entries.forEach((entry, index) => collectEntry(collector, entry, `${place}/${index}`));
  if (entries.length === 0) skip(collector, 'The list is empty', place);
  collector.formats = outside;
}

function collectEntry(collector: Collector, entry: Json, pointer: string): void {
  const { kept, problems } = collector;
  const told = problems.length;
  const strangers: string[] = [];
  for (const { text, ...place } of bodiesOf(entry, pointer)) {
    collectText(collector, text, { ...place, loose: [], strangers, level: 0 });
  }
  if (collector.kept > kept) {
    if (strangers[0] !== undefined) skip(collector, 'Not conversation data', strangers[0]);
  } else if (problems.length === told) skip(collector, 'The entry holds no conversation', pointer);
}

function collectExport(collector: Collector, source: JsonObject, pointer: string): void {
  collector.formats.add('export');
  if (source['version'] !== 1) {
    unknown(collector, `Export version ${quote(source['version'])} is not known`, { pointer });
    return;
  }
  (source['conversations'] as Json[]).forEach((value, index) => {
    const conversation = reviveConversation(value);
    if (conversation === undefined) {
      unknown(collector, 'Not a conversation of this export version', {
        pointer: `${pointer}/conversations/${index}`,
      });
    } else keepExported(collector, conversation);
  });
}

function keepExported(collector: Collector, { id, observations }: Conversation): void {
  for (const observation of observations) keep(collector, id, observation);
}

function unknown(
  { problems }: Collector,
  message: string,
  { strangers, pointer }: Pick<Surroundings, 'strangers' | 'pointer'>,
): void {
  if (strangers === undefined) report(problems, { code: 'unknown-format', message, pointer });
  else strangers.push(pointer);
}

function isWhole(observation: Observation): boolean {
  return observation.form === 'document' || observation.form === 'analytics';
}

function hasAnalyticsName(source: JsonObject): boolean {
  return valueOf(source, 'conversationStart') !== undefined;
}
