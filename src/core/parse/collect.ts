import type { Conversation, Observation, Participant } from '../model/conversation';
import type { Json } from '../model/field';
import type { Problem } from '../model/problem';
import * as vendor from '../model/vendor';
import { MAX_DEPTH } from './json/depth';
import { hasMessageContent, listOf, shapeOf, type Topic, topicOf, valueOf } from './recognise';
import { envelopeTime, eventTime, type Moment } from './event-time';
import { reviveConversation } from './export';
import { type HarEntry, readHarEntries } from './har';
import { derivedId } from './identify';
import type { ReadDocuments } from './json/sound';
import { isObject, type JsonObject, quote, Reader } from './read';

/** What the input as a whole turned out to be. */
export type Format =
  | 'participant'
  | 'media-participant'
  | 'conversation'
  | 'media-conversation'
  | 'analytics'
  | 'events'
  | 'har'
  | 'export'
  | 'mixed'
  | 'unknown';

/** What is known of a value from around it. */
interface Surroundings {
  /** When the value was taken, from an envelope or a HAR entry. */
  moment?: Moment;
  /** What the envelope around an event says that it is: it decides. */
  topic?: Topic;
  /** Inside a HAR, what is no conversation is skipped, not an error: its places gather here. */
  strangers?: string[];
  /** How many lists and listings stand around the value. */
  level: number;
  /** Bare participants of one document gather here into one conversation. */
  loose: Participant[];
}

/** Gathers conversations from JSON values, whatever their shape. */
export interface Collector {
  /**
   * Takes one JSON value (conversation, participant, listing, event, HAR …) found at `pointer`. An element of
   * a document that is too large to come whole names the document, for its bare participants are one conversation.
   */
  add(value: unknown, pointer: string, document?: string): void;
  /**
   * Hands over and forgets what is complete: conversations from documents and analytics at once, those
   * known from events only when `all` is asked for, since more may come. Problems always.
   */
  take(all: boolean): { conversations: Conversation[]; problems: Problem[] };
  /** How many conversations, and participants that are yet to form one, are held back. */
  readonly held: number;
  readonly format: Format;
}

/** `readDocuments` reads the texts that stand inside of others, as in a HAR. */
export function createCollector(readDocuments: ReadDocuments): Collector {
  return new Gatherer(readDocuments);
}

class Gatherer implements Collector {
  readonly #reader = new Reader();
  #formats = new Set<Format>();
  readonly #lastOfTopic = new Map<string, string>();
  #conversations = new Map<string, Conversation>();
  #kept = 0;
  /** The document that comes element by element. */
  #cut: { document: string; around: Surroundings } | undefined;
  readonly #readDocuments: ReadDocuments;

  constructor(readDocuments: ReadDocuments) {
    this.#readDocuments = readDocuments;
  }

  get held(): number {
    return this.#conversations.size + (this.#cut?.around.loose.length ?? 0);
  }

  get format(): Format {
    const [first, second] = this.#formats;
    return first === undefined ? 'unknown' : second === undefined ? first : 'mixed';
  }

  add(value: unknown, pointer: string, document?: string): void {
    if (this.#cut !== undefined && this.#cut.document !== document) this.#endCut();
    const around = this.#cut?.around ?? { loose: [], level: 0 };
    if (document !== undefined) this.#cut ??= { document, around };
    this.#value(value as Json, pointer, around);
    if (document === undefined) this.#gatherLoose(around, pointer);
  }

  #endCut(): void {
    if (this.#cut === undefined) return;
    const { around, document } = this.#cut;
    this.#cut = undefined;
    this.#gatherLoose(around, document);
  }

  take(all: boolean): { conversations: Conversation[]; problems: Problem[] } {
    if (all) this.#endCut();
    const problems = this.#reader.problems;
    this.#reader.problems = [];
    const leaving: Conversation[] = [];
    const staying = new Map<string, Conversation>();
    for (const [id, conversation] of this.#conversations) {
      if (all || conversation.observations.every(isWhole)) leaving.push(conversation);
      else staying.set(id, conversation);
    }
    this.#conversations = staying;
    return { conversations: leaving, problems };
  }

  #value(value: Json, pointer: string, around: Surroundings): void {
    if (around.level >= MAX_DEPTH) {
      this.#reader.report('truncated-input', `Nested deeper than ${MAX_DEPTH} levels: left out`, pointer);
      return;
    }
    if (Array.isArray(value)) {
      const within = { ...around, level: around.level + 1 };
      value.forEach((item, index) => {
        this.#value(item, `${pointer}/${index}`, within);
      });
      if (value.length === 0) this.#skip('The list is empty', pointer);
      return;
    }
    if (!isObject(value)) {
      this.#unknown(`Expected conversation data, found ${quote(value)}`, pointer, around);
      return;
    }
    this.#object(value, pointer, around);
  }

  #object(source: JsonObject, pointer: string, around: Surroundings): void {
    const shape = shapeOf(source);
    switch (shape) {
      case 'export':
        this.#export(source, pointer);
        return;
      case 'har':
        this.#har(source, pointer);
        return;
      case 'envelope':
        this.#envelope(source, pointer, around);
        return;
      case 'event':
        this.#event(source, pointer, around);
        return;
      case 'conversation':
        this.#conversation(source, pointer, around);
        return;
      case 'listing': {
        const name = listOf(source) as 'conversations' | 'entities';
        this.#value(source[name] as Json, `${pointer}/${name}`, { ...around, level: around.level + 1 });
        return;
      }
      case 'participant': {
        const participant = this.#participant(source, pointer);
        if (participant === undefined) return;
        around.loose.push(participant);
        return;
      }
      case 'unknown':
        this.#unknown('Neither a conversation, a participant, an event nor a HAR', pointer, around);
    }
  }

  #conversation(source: JsonObject, pointer: string, around: Surroundings): void {
    const observation = this.#observe(source, pointer);
    const { moment } = around;
    if (moment !== undefined) Object.assign(observation, { at: moment.at, atPointer: moment.pointer });
    if (observation.participants.some(({ sessions }) => sessions !== undefined) || hasAnalyticsName(source)) {
      observation.form = 'analytics';
    }
    const flat = observation.participants.some(isFlat);
    this.#formats.add(
      observation.form === 'analytics' ? 'analytics' : flat ? 'media-conversation' : 'conversation',
    );
    this.#keep(observation.fields.id ?? derivedId(observation.participants), observation);
  }

  /** Reads a conversation's fields and participants, the broken ones left out and reported. */
  #observe(source: JsonObject, pointer: string): Observation {
    const fields = this.#reader.read(vendor.conversation, source, pointer);
    const list = source['participants'];
    const participants: Participant[] = [];
    if (Array.isArray(list)) {
      list.forEach((item, index) => {
        const participant = this.#participant(item, `${pointer}/participants/${index}`);
        if (participant !== undefined) participants.push(participant);
      });
    }
    const media = mediaOfUri(fields.selfUri);
    return { form: 'document', pointer, ...(media === undefined ? {} : { media }), fields, participants };
  }

  #participant(value: Json, pointer: string): Participant | undefined {
    if (!isObject(value)) {
      this.#reader.report('unreadable-participant', `Not a participant: ${quote(value)}`, pointer);
      return undefined;
    }
    const model = hasMessageContent(value) ? vendor.messageParticipant : vendor.participant;
    return this.#reader.read(model, value, pointer);
  }

  #gatherLoose({ loose, moment }: Surroundings, pointer: string): void {
    if (loose.length === 0) return;
    this.#formats.add(loose.some(isFlat) ? 'media-participant' : 'participant');
    const observation: Observation = { form: 'document', pointer, fields: { pointer }, participants: loose };
    if (moment !== undefined) Object.assign(observation, { at: moment.at, atPointer: moment.pointer });
    this.#keep(derivedId(loose), observation);
  }

  #envelope(source: JsonObject, pointer: string, around: Surroundings): void {
    const name = source['detail-type'] as string;
    const topic = topicOf(name);
    const detail = source['detail'];
    if (topic.kind === 'other' || !isObject(detail)) {
      this.#skip(`Not an event of a conversation: ${quote(name)}`, pointer);
      return;
    }
    const moment = envelopeTime(source, pointer) ?? around.moment;
    const within = { ...around, moment };
    const place = `${pointer}/detail`;
    if (valueOf(detail, 'eventBody', 'event_body') !== undefined)
      this.#event(detail, place, { ...within, topic });
    else this.#body({ event: {}, body: detail, pointer: place, eventPointer: pointer, name }, topic, within);
  }

  #event(source: JsonObject, pointer: string, around: Surroundings): void {
    const given = valueOf(source, 'topicName', 'topic_name');
    const name = typeof given === 'string' ? given : undefined;
    const topic = around.topic ?? topicOf(name ?? '');
    const key = Object.hasOwn(source, 'eventBody') ? 'eventBody' : 'event_body';
    const body = source[key];
    if (topic.kind === 'other' || !isObject(body)) {
      this.#skip(`Not an event of a conversation: ${quote(given)}`, pointer);
      return;
    }
    const place = { event: source, body, pointer: `${pointer}/${key}`, eventPointer: pointer, name };
    this.#body(place, topic, around);
  }

  #body(event: EventPlace, topic: Topic, around: Surroundings): void {
    const { name } = event;
    const observation = topic.kind === 'detail' ? this.#fact(event, topic) : this.#snapshot(event);
    if (observation === undefined) return;
    if (topic.kind === 'notification' && topic.media !== undefined) observation.media = topic.media;
    if (name !== undefined) observation.topic = name;
    const moment = eventTime(event) ?? around.moment;
    if (moment !== undefined) Object.assign(observation, { at: moment.at, atPointer: moment.pointer });
    this.#formats.add('events');
    this.#keep(this.#conversationOf(observation, name ?? ''), observation);
  }

  #snapshot({ body, pointer }: EventPlace): Observation | undefined {
    if (!Array.isArray(body['participants'])) {
      this.#skip('The event names no participants', pointer);
      return undefined;
    }
    return { ...this.#observe(body, pointer), form: 'event' };
  }

  #fact({ body, pointer }: EventPlace, topic: Topic & { kind: 'detail' }): Observation {
    const fact = this.#reader.read(vendor.detailEvent, body, pointer);
    // A documented topic reads `v2.detail.events.conversation.{id}.acw`, which names no conversation.
    const named = topic.conversation === '{id}' ? undefined : topic.conversation;
    const id = fact.conversationId ?? named;
    const fields = id === undefined ? { pointer } : { pointer, id };
    return { form: 'fact', pointer, fields, participants: [], fact, factName: topic.fact };
  }

  /** An event without a conversation id belongs to the nearest earlier one of its topic. */
  #conversationOf(observation: Observation, topic: string): string {
    const { fields, participants } = observation;
    const id = fields.id ?? this.#lastOfTopic.get(topic) ?? derivedId(participants, topic);
    this.#lastOfTopic.set(topic, id);
    return id;
  }

  #har(source: JsonObject, pointer: string): void {
    // What the entries hold does not make a HAR a mixture.
    const outside = new Set(this.#formats).add('har');
    for (const entry of readHarEntries(source, pointer, this.#readDocuments)) this.#harEntry(entry);
    this.#formats = outside;
  }

  #harEntry(entry: HarEntry): void {
    if ('skipped' in entry) {
      this.#skip(entry.skipped, entry.pointer);
      return;
    }
    const { problems } = this.#reader;
    const before = { kept: this.#kept, problems: problems.length };
    const strangers: string[] = [];
    for (const { value, pointer } of entry.values) {
      const around: Surroundings = { loose: [], strangers, level: 0 };
      if (entry.moment !== undefined) around.moment = entry.moment;
      this.#value(value, pointer, around);
      this.#gatherLoose(around, pointer);
    }
    if (this.#kept > before.kept) {
      problems.push(...entry.problems);
      if (strangers[0] !== undefined) this.#skip('Not conversation data', strangers[0]);
    } else if (problems.length === before.problems) {
      this.#skip('The entry holds no conversation', entry.pointer);
    }
  }

  #export(source: JsonObject, pointer: string): void {
    this.#formats.add('export');
    if (source['version'] !== 1) {
      this.#reader.report(
        'unknown-format',
        `Export version ${quote(source['version'])} is not known`,
        pointer,
      );
      return;
    }
    (source['conversations'] as Json[]).forEach((value, index) => {
      const conversation = reviveConversation(value);
      const place = `${pointer}/conversations/${index}`;
      if (conversation === undefined) {
        this.#reader.report('unknown-format', 'Not a conversation of this export version', place);
        return;
      }
      for (const observation of conversation.observations) this.#keep(conversation.id, observation);
    });
  }

  #keep(id: string, observation: Observation): void {
    this.#kept += 1;
    const known = this.#conversations.get(id);
    if (known === undefined) this.#conversations.set(id, { id, observations: [observation] });
    else known.observations.push(observation);
  }

  #skip(message: string, pointer: string): void {
    this.#reader.report('skipped-input', message, pointer);
  }

  #unknown(message: string, pointer: string, around: Surroundings): void {
    if (around.strangers === undefined) this.#reader.report('unknown-format', message, pointer);
    else around.strangers.push(pointer);
  }
}

/** Where an event and its body stand. */
export interface EventPlace {
  event: JsonObject;
  body: JsonObject;
  pointer: string;
  eventPointer: string;
  /** The event's topic, verbatim. */
  name: string | undefined;
}

function isWhole(observation: Observation): boolean {
  return observation.form === 'document' || observation.form === 'analytics';
}

function hasAnalyticsName(source: JsonObject): boolean {
  return source['conversationStart'] !== undefined || source['conversation_start'] !== undefined;
}

/** Whether a participant is of the flat form, which has its state on itself. */
export function isFlat(participant: Participant): boolean {
  if (vendor.MEDIA_ARRAYS.some(([name]) => (participant[name] ?? []).length > 0)) return false;
  if (participant.sessions !== undefined || participant.userUri !== undefined) return false;
  return FLAT_NAMES.some((name) => participant[name] !== undefined);
}

const FLAT_NAMES = [
  'state',
  'held',
  'provider',
  'peer',
  'user',
  'queue',
  'team',
  'direction',
  'startAlertingTime',
  'cobrowseSessionId',
  'messageDetails',
] as const;

const MEDIA_URI = /^\/api\/v2\/conversations\/([a-z]+)\//i;
const MEDIA_OF_WORD: ReadonlyMap<string, string> = new Map(
  vendor.MEDIA_ARRAYS.map(([name, media]) => [name.toLowerCase(), media]),
);

/** A media conversation's own address tells its medium: `/api/v2/conversations/chats/{id}`. */
function mediaOfUri(uri: string | undefined): string | undefined {
  const word = uri === undefined ? undefined : MEDIA_URI.exec(uri)?.[1];
  return word === undefined ? undefined : MEDIA_OF_WORD.get(word.toLowerCase());
}
