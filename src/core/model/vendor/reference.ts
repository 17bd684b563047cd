/** Small models that several others refer to. */
import { boolean, entries, json, many, model, number, one, text, texts, time, word } from '../field';

export const entityRef = model({ id: word, name: text, selfUri: text });

export const errorInfo = model({
  message: text,
  code: text,
  status: number,
  entityId: text,
  entityName: text,
  messageWithParams: text,
  messageParams: entries,
  contextId: text,
  details: json,
  errors: json,
});

export const wrapup = model({
  code: text,
  name: text,
  notes: text,
  tags: texts,
  durationSeconds: number,
  endTime: time,
  provisional: boolean,
  disabled: boolean,
});

export const afterCallWork = model({ state: text, startTime: time, endTime: time });

const scoredAgent = model({ agent: one(entityRef), score: number });

export const routingData = model({
  queue: one(entityRef),
  language: one(entityRef),
  priority: number,
  skills: many(entityRef),
  scoredAgents: many(scoredAgent),
  routingPolicies: json,
  label: text,
});

const journeyCustomer = model({ id: word, idType: text });
const journeySession = model({ id: word, type: text });
const journeyAction = model({ id: word, actionMap: one(model({ id: word, version: number })) });

export const journeyContext = model({
  customer: one(journeyCustomer),
  customerSession: one(journeySession),
  triggeringAction: one(journeyAction),
});
