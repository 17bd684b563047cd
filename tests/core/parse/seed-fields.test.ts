import { describe, expect, it } from 'vitest';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import type { Fields, Model } from '../../../src/core/model/field';
import * as vendor from '../../../src/core/model/vendor';
import * as seeds from '../../fixtures/seed-fields';

const SEEDS = [
  ['CobrowseMediaParticipant', seeds.cobrowseMediaParticipant, 43],
  ['Participant', seeds.participant, 45],
] as const;

type Plain = { [name: string]: unknown };
type Spelling = 'API' | 'Swift' | 'Python';
const SPELLINGS: Spelling[] = ['API', 'Swift', 'Python'];

const canonical = (name: string) => name.replace(/^_/, '');
const snake = (name: string) => name.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
function spell(name: string, spelling: Spelling): string {
  if (spelling === 'Swift') return name;
  return spelling === 'API' ? canonical(name) : snake(canonical(name));
}

const KINDS: { [type: string]: string[] } = {
  Date: ['time', 'planned'],
  Bool: ['boolean'],
  Int: ['number'],
  String: ['text', 'word'],
  '[String]': ['texts'],
  '[String:String]': ['entries'],
  JSON: ['json'],
};
const kindsOf = (type: string) => KINDS[type] ?? (type.startsWith('[') ? ['models'] : ['model']);
const itemOf = (type: string) => (type.startsWith('[') ? type.slice(1, -1) : type);

const INSTANT = Date.UTC(2026, 10, 19, 9, 2, 0, 123);

/** A value of a vendor type, spelled, and what reading must make of it. */
function valueOf(name: string, type: string, spelling: Spelling): { given: unknown; read: unknown } {
  const same = (value: unknown) => ({ given: value, read: value });
  switch (type) {
    case 'Date':
      return { given: '2026-11-19T09:02:00.123Z', read: INSTANT };
    case 'Bool':
      return same(true);
    case 'Int':
      return same(30_000);
    case 'String':
      return same(`some ${name}`);
    case '[String]':
      return same(['one', 'two']);
    case 'JSON':
      return same([{ any: 1 }]);
    case '[String:String]':
      return {
        given: { some_key: '1', __proto: '2' },
        read: [
          ['some_key', '1'],
          ['__proto', '2'],
        ],
      };
    default: {
      const { given, read } = modelOf(itemOf(type), spelling);
      return type.startsWith('[') ? { given: [given, given], read: [read, read] } : { given, read };
    }
  }
}

function modelOf(type: string, spelling: Spelling): { given: Plain; read: Plain } {
  const fields = seeds.referred[type];
  if (fields === undefined) throw new Error(`No such model: ${type}`);
  const values = fields.map((field) => ({ field, value: valueOf(field.name, field.type, spelling) }));
  return {
    given: Object.fromEntries(values.map(({ field, value }) => [spell(field.name, spelling), value.given])),
    read: Object.fromEntries(values.map(({ field, value }) => [canonical(field.name), value.read])),
  };
}

/** Places of fields that no model took. */
function leftOver(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'unknownFields' ? [`${path}: ${JSON.stringify(inner)}`] : leftOver(inner, `${path}/${key}`),
  );
}

const isKeyOf = (fields: Fields, name: string) => Object.hasOwn(fields, name);

/** What a model, and every model within it, does not have or types otherwise. */
function misfits(model: Model, fields: readonly seeds.SeedField[]): string[] {
  return fields.flatMap(({ name, type }) => {
    const key = canonical(name);
    const field = isKeyOf(model.fields, key) ? model.fields[key] : undefined;
    if (field === undefined) return [`${key} is missing`];
    if (!kindsOf(type).includes(field.kind)) return [`${key} is ${type}, not ${field.kind}`];
    const inner = seeds.referred[itemOf(type)];
    return 'of' in field && inner !== undefined ? misfits(field.of, inner) : [];
  });
}

describe.each(SEEDS)('%s', (_, fields, count) => {
  it(`has ${count} properties, all different`, () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBe(count);
  });

  it.each(fields)('$name: $type is typed', (field) => {
    expect(misfits(vendor.participant, [field])).toEqual([]);
  });

  describe.each(SPELLINGS)('as %s spells it', (spelling) => {
    it.each(fields)('keeps $name, down to the lane', ({ name, type }) => {
      const { given, read } = valueOf(name, type, spelling);
      const own = canonical(name) === 'id' ? {} : { [spell('_id', spelling)]: 'p' };
      const document = { id: 'c', participants: [{ ...own, [spell(name, spelling)]: given }] };
      const { conversations, problems } = parseConversations(JSON.stringify(document));
      expect(problems).toEqual([]);
      const [conversation] = conversations;
      if (conversation === undefined) throw new Error('no conversation');
      const participant = conversation.observations[0]?.participants[0];
      expect(participant).toMatchObject({ [canonical(name)]: read });
      expect(leftOver(participant)).toEqual([]);
      const lane = buildTimeline(conversation, { now: INSTANT }).lanes[0];
      expect(lane?.participant).toMatchObject({ [canonical(name)]: read });
    });

    it('is read whole, standing alone, without a problem', () => {
      const values = fields.map(({ name, type }) => [name, valueOf(name, type, spelling)] as const);
      const document = Object.fromEntries(values.map(([name, { given }]) => [spell(name, spelling), given]));
      const { conversations, format, problems } = parseConversations(document);
      expect(problems).toEqual([]);
      expect(format).toBe(count === 43 ? 'media-participant' : 'participant');
      const [participant] = conversations[0]?.observations[0]?.participants ?? [];
      expect(leftOver(participant)).toEqual([]);
      for (const [name, { read }] of values) expect(participant).toMatchObject({ [canonical(name)]: read });
    });

    it('remembers how a field was spelled, so that its pointer leads to it', () => {
      const texts = fields.filter(({ type }) => type === 'String').map(({ name }) => name);
      const given = Object.fromEntries(texts.map((name) => [spell(name, spelling), 'a text']));
      const { conversations } = parseConversations({ participants: [given] });
      const pairs = texts.map((name) => [canonical(name), spell(name, spelling)]);
      const others = pairs.filter(([name, spelled]) => name !== spelled);
      const participant = conversations[0]?.observations[0]?.participants[0];
      expect(participant?.spelled ?? []).toEqual(others);
    });
  });
});

describe('the models that they refer to', () => {
  const MODELS: { [type: string]: Model } = {
    Evaluation: vendor.evaluation,
    Wrapup: vendor.wrapup,
    ErrorInfo: vendor.errorInfo,
    ConversationRoutingData: vendor.routingData,
    JourneyContext: vendor.journeyContext,
    DomainEntityRef: vendor.entityRef,
    AfterCallWork: vendor.afterCallWork,
    Segment: vendor.recordedSegment,
  };
  const media =
    'Call Callback ConversationChat Cobrowsesession Email Message Screenshare SocialExpression Video';
  for (const type of media.split(' ')) MODELS[type] = vendor.communication;

  it.each(Object.entries(MODELS))('%s is typed', (type, model) => {
    expect(misfits(model, seeds.referred[type] ?? [])).toEqual([]);
  });

  it('are every one listed', () => {
    const named = [...seeds.participant, ...seeds.cobrowseMediaParticipant].map(({ type }) => itemOf(type));
    const models = named.filter((type) => KINDS[type] === undefined && !type.includes(':'));
    expect(models.filter((type) => seeds.referred[type] === undefined)).toEqual([]);
  });
});
