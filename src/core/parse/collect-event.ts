import type { Observation } from '../model/conversation';
import * as vendor from '../model/vendor';
import { type Collector, keep, skip, type Surroundings } from './collector';
import { envelopeTime, eventTime, type Moment } from './event-time';
import { derivedId } from './identify';
import { observe, setMoment } from './observe';
import { isObject, type JsonObject, quote, read } from './read';
import { bareFact, keyOf, type Topic, topicOf, valueOf } from './recognise';

/** An event and its body, and where they stand. */
interface EventPlace {
  event: JsonObject;
  body: JsonObject;
  pointer: string;
  eventPointer: string;
  /** The event's topic, verbatim. */
  name: string | undefined;
  topic: Topic;
  /** When it was taken, from around it. */
  moment: Moment | undefined;
}

export function collectEnvelope(collector: Collector, source: JsonObject, around: Surroundings): void {
  const { pointer } = around;
  const name = source['detail-type'];
  const detail = source['detail'];
  // One that was cut off before it named its type holds an event that may name its topic.
  const topic = typeof name === 'string' ? topicOf(name) : undefined;
  if (topic?.kind === 'other' || !isObject(detail)) {
    skip(collector, `Not an event of a conversation: ${quote(name)}`, pointer);
    return;
  }
  const moment = envelopeTime(source, pointer) ?? around.moment;
  const place = `${pointer}/detail`;
  if (topic === undefined || valueOf(detail, 'eventBody') !== undefined)
    collectEvent(collector, detail, { ...around, moment, topic, pointer: place });
  else {
    const named = { name: name as string, topic };
    collectBody(collector, {
      event: {},
      body: detail,
      pointer: place,
      eventPointer: pointer,
      ...named,
      moment,
    });
  }
}

/** What has no topic is an event for the conversation that it holds. */
const NO_TOPIC: Topic = { kind: 'notification' };

export function collectEvent(collector: Collector, source: JsonObject, around: Surroundings): void {
  const { pointer, moment } = around;
  const given = valueOf(source, 'topicName');
  const name = typeof given === 'string' ? given : undefined;
  const told = around.topic ?? (name === undefined ? undefined : topicOf(name));
  const fact = told === undefined || told.kind === 'other' ? bareFact(source) : undefined;
  const topic: Topic = fact === undefined ? (told ?? NO_TOPIC) : { kind: 'detail', fact };
  const key = keyOf(source, 'eventBody');
  const body = key === undefined ? flattened(source) : source[key];
  if (topic.kind === 'other' || !isObject(body)) {
    skip(collector, `Not an event of a conversation: ${quote(given)}`, pointer);
    return;
  }
  const place = key === undefined ? pointer : `${pointer}/${key}`;
  collectBody(collector, { event: source, body, pointer: place, eventPointer: pointer, name, topic, moment });
}

/** What stands in a body elsewhere stands beside the topic where pipelines flatten events. */
function flattened(source: JsonObject): JsonObject | undefined {
  const hasBody =
    valueOf(source, 'conversationId') ?? valueOf(source, 'participantId') ?? source['participants'];
  return hasBody === undefined ? undefined : source;
}

function collectBody(collector: Collector, event: EventPlace): void {
  const { name, topic } = event;
  const observation =
    topic.kind === 'detail' ? readFact(collector, event, topic) : snapshot(collector, event);
  if (observation === undefined) return;
  if (topic.kind === 'notification' && topic.media !== undefined) observation.media = topic.media;
  if (name !== undefined) observation.topic = name;
  setMoment(observation, eventTime(event) ?? event.moment);
  collector.formats.add('events');
  keep(collector, conversationOf(collector, observation), observation);
}

function snapshot(collector: Collector, { body, pointer }: EventPlace): Observation | undefined {
  if (!Array.isArray(body['participants'])) {
    skip(collector, 'The event names no participants', pointer);
    return undefined;
  }
  const observation = observe(collector, body, pointer);
  observation.form = 'event';
  return observation;
}

function readFact(
  { problems }: Collector,
  { body, pointer }: EventPlace,
  topic: Topic & { kind: 'detail' },
): Observation {
  const fact = read(vendor.detailEvent, { source: body, pointer, problems, copy: undefined });
  // A documented topic reads `v2.detail.events.conversation.{id}.acw`, which names no conversation.
  const named = topic.conversation === '{id}' ? undefined : topic.conversation;
  const id = fact.conversationId ?? named;
  const fields = id === undefined ? { pointer } : { pointer, id };
  return { form: 'fact', pointer, fields, participants: [], fact, factName: topic.fact };
}

/** An event without a conversation id belongs to the nearest earlier one of its topic. */
function conversationOf(
  { lastOfTopic }: Collector,
  { fields, participants, topic = '' }: Observation,
): string {
  const id = fields.id ?? lastOfTopic.get(topic) ?? derivedId(participants, topic);
  lastOfTopic.set(topic, id);
  return id;
}
