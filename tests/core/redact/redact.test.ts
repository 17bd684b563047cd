import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation, Participant } from '../../../src/core/model/conversation';
import { parseConversations } from '../../../src/core/parse/parse-conversations';
import * as vendor from '../../../src/core/model/vendor';
import { redact } from '../../../src/core/redact/redact';
import { treatmentOf } from '../../../src/core/redact/treatments';
import { type Planted, plantedObject } from './plant';

function conversationOf(...participants: Omit<Participant, 'pointer'>[]): Conversation {
  return {
    id: 'c1',
    observations: [
      {
        form: 'document',
        pointer: '',
        fields: { pointer: '' },
        participants: participants.map((fields, index) => ({ pointer: `/participants/${index}`, ...fields })),
      },
    ],
  };
}

function participantsOf(conversation: Conversation): Participant[] {
  return conversation.observations.flatMap(({ participants }) => participants);
}

function plantedConversation(): { conversation: Conversation; planted: Planted[] } {
  const planted: Planted[] = [];
  const conversation: Conversation = {
    id: 'c1',
    observations: [
      {
        form: 'document',
        pointer: '',
        fields: plantedObject(vendor.conversation, 'conversation', planted),
        participants: [plantedObject(vendor.participant, 'participant', planted)],
      },
      {
        form: 'fact',
        pointer: '',
        fields: { pointer: '' },
        participants: [],
        fact: plantedObject(vendor.detailEvent, 'fact', planted),
      },
    ],
  };
  return { conversation, planted };
}

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, item]) => [key, shapeOf(item)]);
};

describe('what survives', () => {
  const { conversation, planted } = plantedConversation();
  const survivors = (options: Parameters<typeof redact>[1]): string[] => {
    const text = JSON.stringify(redact(conversation, options).conversation);
    return planted
      .filter(({ value }) => text.includes(JSON.stringify(value).slice(1, -1)))
      .map(({ path }) => path);
  };
  // Depth does not matter to what becomes of a field.
  const ends = (paths: string[]): string[] =>
    [...new Set(paths.map((path) => path.split('.').slice(-2).join('.')))].toSorted();

  test('of all that a conversation can say, only words and names of settings', () => {
    const settings =
      /(?:queue|queueName|team|script|language|skills|evaluationForm|calibration|wrapup)\.name$/;
    const rest = ends(survivors({})).filter((path) => !settings.test(path));
    expect(new Set(rest.map((path) => path.split('.').at(-1)))).toEqual(
      new Set([
        // Vocabulary that the picture is drawn from.
        'cobrowseRole',
        'direction',
        'disconnectType',
        'howEnded',
        'initialState',
        'mediaRoles',
        'mediaType',
        'originatingDirection',
        'participantType',
        'provider',
        'purpose',
        'state',
        'transferType',
        'type',
        // Names of the organisation's own settings.
        'dispositionAnalyzer',
        'dispositionName',
        'flowName',
        'formName',
        'label',
        'queueName',
      ]),
    );
    expect(rest.filter((path) => path.endsWith('.name'))).toEqual([]);
  });

  test('and of these on demand only the vocabulary', () => {
    const rest = new Set(survivors({ organisation: true, ids: true }).map((path) => path.split('.').at(-1)));
    expect(rest).toEqual(
      new Set([
        'cobrowseRole',
        'direction',
        'disconnectType',
        'howEnded',
        'initialState',
        'mediaRoles',
        'mediaType',
        'originatingDirection',
        'participantType',
        'provider',
        'purpose',
        'state',
        'transferType',
        'type',
      ]),
    );
  });

  /** What of a field's path tells it from others: its name, and where that is `name` or `id` whose it is. */
  const fieldOf = (path: string): string =>
    path
      .split('.')
      .slice(/\.(name|id)$/.test(path) ? -2 : -1)
      .join('.');
  const fieldsOf = (paths: string[]): string => [...new Set(paths.map(fieldOf))].toSorted().join(' ');

  test('each field is replaced as what it holds', () => {
    const paths = new Map(planted.map(({ value, path }) => [value, path]));
    const { replaced } = redact(conversation, { preview: true, organisation: true });
    const fieldsAs = (kind: string) =>
      fieldsOf(
        replaced.filter((each) => each.kind === kind).flatMap(({ sample = '' }) => paths.get(sample) ?? []),
      );
    expect(fieldsAs('name')).toBe(
      'agent.name aniName assignee.name callbackUserName callerIdName conversation.name entityName ' +
        'evaluations.name evaluator.name externalContact.name externalOrganization.name fromAddress.name nameRaw ' +
        'other.name participant.name remoteNameDisplayable self.name socialUserName toAddress.name user.name userName',
    );
    expect(fieldsAs('number')).toBe('ani callbackNumbers callerId dnis sessionDnis');
    expect(fieldsAs('address')).toBe(
      'address addressDisplayable addressFrom addressNormalized addressOther addressRaw addressSelf addressTo ' +
        'customer.id remote socialMediaId',
    );
    expect(fieldsAs('url')).toBe('avatarImageUrl messageURI otherMediaUris selfUri userUri viewerUrl');
    expect(fieldsAs('note')).toBe('notes wrapUpNote wrapupNotes');
    expect(fieldsAs('comment')).toBe('comments privateComments');
    expect(fieldsAs('attribute')).toBe('attributes');
    expect(fieldsAs('queue')).toBe('queue.name queueName');
    expect(fieldsAs('setting')).toBe(
      'calibration.name dispositionAnalyzer dispositionName evaluationForm.name flowName formName label ' +
        'language.name script.name skills.name team.name wrapup.name',
    );
    const ids = fieldsAs('id').split(' ');
    expect(ids.filter((name) => !/(?:\bid|Ids?)$/.test(name))).toEqual(
      'code controlling msids peer wrapUpCode wrapupCode'.split(' '),
    );
  });

  /** The fields that keep such a text, without those that keep any. */
  const keeping = (spell: string): string => {
    const respelled = (text: string) => text.replaceAll(/Zq(\d+)zq <[^>]*>/g, spell);
    const written = respelled(JSON.stringify(conversation));
    const options = { ids: true, organisation: true };
    const text = JSON.stringify(redact(JSON.parse(written), options).conversation);
    const always = new Set(survivors(options));
    return fieldsOf(
      planted
        .filter(({ path, value }) => !always.has(path) && text.includes(JSON.stringify(respelled(value))))
        .map(({ path }) => path),
    );
  };

  test('words stay where a word of an enum may stand', () => {
    expect(keeping('Zq$1zq')).toBe(
      'authorizedActions code errorCode flaggedReason flowOutType flowType flowVersion idType locale ' +
        'messageStatus messageType metrics.name recipientCountry recipientType recordingState requestedRoutings resourceType ' +
        'screenRecordingState socialMediaHub socialVisibility status usedRouting wrapupPrompt',
    );
  });

  test('paths of the vendor stay where one may stand', () => {
    expect(keeping('/api/v2/Zq$1zq')).toBe(
      'divisions evaluationSource flow mediaEndpointStats messageURI otherMediaUris questionGroupScores ' +
        'queueMediaSettings routingPolicies scoredAgents selfUri userUri',
    );
  });

  test('numbers, times and pointers stay', () => {
    const [before] = participantsOf(conversation);
    const [after] = participantsOf(redact(conversation).conversation);
    expect(after).toMatchObject({
      pointer: before?.pointer,
      startTime: before?.startTime,
      held: true,
      alertingTimeoutMs: 5,
    });
  });

  test('the shape stays, again and again', () => {
    const once = redact(conversation).conversation;
    const keyless = (value: unknown) =>
      JSON.stringify(shapeOf(value)).replaceAll(/key Zq\d+zq[^"]*|Key \d+/g, 'key');
    expect(keyless(once)).toBe(keyless(conversation));
    expect(redact(once).conversation).toEqual(once);
    const all = { ids: true, organisation: true };
    const thorough = redact(conversation, all).conversation;
    expect(redact(thorough, all).conversation).toEqual(thorough);
  });

  test('the input stays as it is, and the result shares nothing that could change it', () => {
    const before = structuredClone(conversation);
    const { conversation: after } = redact(conversation);
    expect(conversation).toEqual(before);
    const [participant] = participantsOf(after);
    participant?.unknownFields?.push(['new', 1]);
    participant?.mediaRoles?.push('new');
    expect(conversation).toEqual(before);
  });

  test('the report has the values only for the preview', () => {
    const report = JSON.stringify(redact(conversation).replaced);
    expect(planted.some(({ path }) => report.includes(path))).toBe(false);
    const preview = redact(conversation, { preview: true }).replaced;
    expect(preview.every(({ sample }) => typeof sample === 'string')).toBe(true);
  });
});

describe('placeholders', () => {
  test('the same value has the same one everywhere, that of its most telling kind', () => {
    const { conversation, replaced } = redact(
      conversationOf(
        {
          attributes: [
            ['agent', 'ANNA'],
            ['from', '+15550100'],
          ],
          purpose: 'customer',
          ani: 'tel:+15550100',
        },
        {
          purpose: 'agent',
          name: 'Anna',
          address: '+15550100',
          user: { pointer: '', id: 'u1', name: 'anna ' },
        },
      ),
    );
    expect(participantsOf(conversation)).toMatchObject([
      {
        attributes: [
          ['agent', 'Name 1'],
          ['from', 'Number 1'],
        ],
        ani: 'Number 1',
      },
      { name: 'Name 1', address: 'Number 1', user: { id: 'u1', name: 'Name 1' } },
    ]);
    expect(replaced).toEqual([
      { kind: 'name', placeholder: 'Name 1', count: 3 },
      { kind: 'number', placeholder: 'Number 1', count: 3 },
    ]);
  });

  test('a number is one in whatever spelling, also as an id or in place of a word', () => {
    const { conversation } = redact(
      conversationOf({
        peer: '15550100200',
        flaggedReason: 'Anna',
        ani: 'tel:+1 (555) 010-0200',
        dnis: '+1.555.010.0200',
        name: 'Anna',
        attributes: [
          ['callback', '1-555-010-0200'],
          ['line', 'sips:15550100200'],
          ['other line', 'SIP:15550100200'],
        ],
      }),
    );
    expect(participantsOf(conversation)).toMatchObject([
      {
        peer: 'id-1',
        flaggedReason: 'Name 1',
        ani: 'Number 1',
        dnis: 'Number 1',
        attributes: [
          ['callback', 'Number 1'],
          ['line', 'Number 1'],
          ['other line', 'Number 1'],
        ],
      },
    ]);
  });

  test('stand in pointers, where the input names somebody on the way', () => {
    const { conversations } = parseConversations({
      'anna@example.com': { '+1 555 010 0200': [{ id: 'c', participants: [{ id: 'p', name: 'Anna' }] }] },
    });
    const { conversation } = redact(conversations[0] as Conversation);
    expect(conversation.observations[0]?.pointer).toBe('/Key 1/Key 2/0');
    expect(participantsOf(conversation)[0]?.pointer).toBe('/Key 1/Key 2/0/participants/0');
    expect(JSON.stringify(conversation)).not.toMatch(/anna|555/i);
  });

  test('do not stand in them where somebody is only called like a field', () => {
    const { conversation } = redact(conversationOf({ name: 'Participants' }));
    expect(participantsOf(conversation)).toEqual([{ pointer: '/participants/0', name: 'Name 1' }]);
  });

  test('stand in the place of an event’s time, where the input names somebody on the way', () => {
    const conversation = conversationOf({});
    for (const observation of conversation.observations) observation.atPointer = '/anna@example.com/time';
    expect(redact(conversation).conversation.observations[0]?.atPointer).toBe('/Key 1/time');
  });

  test('nothing is not replaced', () => {
    const { conversation, replaced } = redact(
      conversationOf({ name: '', address: ' ', attributes: [['a', null]] }),
    );
    expect(participantsOf(conversation)).toMatchObject([
      { name: '', address: ' ', attributes: [['a', null]] },
    ]);
    expect(replaced).toEqual([]);
  });

  test('every attribute value is replaced, whatever its type', () => {
    const { conversation } = redact(
      conversationOf({
        attributes: [
          ['age', 41],
          ['vip', true],
          ['who', { first: 'Anna', of: [7] }],
        ],
      }),
    );
    expect(participantsOf(conversation)[0]?.attributes).toEqual([
      ['age', 'Attribute 1'],
      ['vip', 'Attribute 2'],
      ['who', { first: 'Attribute 3', of: ['Attribute 4'] }],
    ]);
  });

  test('a note that is also an attribute’s value is a note, and one that is a comment, too', () => {
    const { replaced } = redact(
      conversationOf({
        attributes: [
          ['a', 'rude'],
          ['b', 'kind'],
        ],
        evaluations: ['kind', 'rude'].map((comments) => ({
          pointer: '',
          answers: { pointer: '', comments },
        })),
        wrapup: { pointer: '', notes: 'rude' },
        unknownFields: [['mood', 'rude']],
      }),
    );
    expect(replaced).toEqual([
      { kind: 'note', placeholder: 'Note 1', count: 4 },
      { kind: 'comment', placeholder: 'Comment 1', count: 2 },
    ]);
  });

  test('words of an enum stay, sentences in their place do not', () => {
    const { conversation } = redact(
      conversationOf({ flaggedReason: 'general', locale: 'en-US' }, { flaggedReason: 'Anna was rude' }),
    );
    expect(participantsOf(conversation)).toMatchObject([
      { flaggedReason: 'general', locale: 'en-US' },
      { flaggedReason: 'Text 1' },
    ]);
  });

  test('so do names of metrics, and nobody’s in their place', () => {
    const named = (name: string) => ({ pointer: '', name, value: 1 });
    const { conversation } = redact(
      conversationOf({ sessions: [{ pointer: '', metrics: [named('tTalk'), named('Anna Berg')] }] }),
    );
    const [participant] = participantsOf(conversation);
    expect(participant?.sessions?.[0]?.metrics?.map(({ name }) => name)).toEqual(['tTalk', 'Text 1']);
  });

  test('nor does what is longer than any word', () => {
    const kept = (length: number) => {
      const flaggedReason = 'x'.repeat(length);
      const { conversation } = redact(conversationOf({ flaggedReason }));
      return participantsOf(conversation)[0]?.flaggedReason === flaggedReason;
    };
    expect([kept(64), kept(65)]).toEqual([true, false]);
  });
});

describe('names of queues', () => {
  const queue = { pointer: '', id: 'q1', name: 'Support' };

  test('stay, also as the name of the queue’s own lane', () => {
    const { conversation } = redact(
      conversationOf({ purpose: 'acd', name: 'Support', queueName: 'Support' }, { purpose: 'agent', queue }),
    );
    expect(participantsOf(conversation)).toMatchObject([
      { name: 'Support', queueName: 'Support' },
      { queue: { name: 'Support' } },
    ]);
  });

  test('stay on a lane of its own wherever else the queue is named', () => {
    const kept = (named: Partial<Participant>) =>
      participantsOf(redact(conversationOf({ purpose: 'acd', name: 'Support' }, named)).conversation)[0]
        ?.name;
    expect(kept({ queue })).toBe('Support');
    expect(kept({ conversationRoutingData: { pointer: '', queue } })).toBe('Support');
    expect(kept({ queueName: 'Support' })).toBe('Support');
    expect(kept({ team: queue })).toBe('Name 1');
  });

  test('and one that is called like somebody’s address loses it too', () => {
    const { conversation } = redact(conversationOf({ queueName: 'anna', address: 'anna' }));
    expect(participantsOf(conversation)).toMatchObject([{ queueName: 'Address 1', address: 'Address 1' }]);
  });

  test.each([undefined, 'customer', 'external', 'agent'])(
    'and the lane of a %s loses its own, though a queue has the same',
    (purpose) => {
      const named = { name: 'Yuri', ...(purpose && { purpose }) };
      const { conversation } = redact(conversationOf(named, { queueName: 'Yuri' }));
      expect(participantsOf(conversation)).toMatchObject([{ name: 'Name 1' }, { queueName: 'Name 1' }]);
    },
  );

  test('but lanes of queues and flows that bear a customer’s name lose it', () => {
    const { conversation } = redact(
      conversationOf({ purpose: 'workflow', name: 'Sam Iris' }, { purpose: 'acd', name: 'Sam Iris', queue }),
    );
    expect(participantsOf(conversation).map(({ name }) => name)).toEqual(['Name 1', 'Name 1']);
  });

  test('and a queue named after a person loses it too', () => {
    const { conversation } = redact(
      conversationOf({ purpose: 'acd', name: 'Yuri', queueName: 'Yuri' }, { purpose: 'agent', name: 'Yuri' }),
    );
    expect(participantsOf(conversation)).toMatchObject([
      { name: 'Name 1', queueName: 'Name 1' },
      { name: 'Name 1' },
    ]);
  });

  test('stay at the ends of legs, too, where people’s do not', () => {
    const of = (remoteNameDisplayable: string) => {
      const sessions = [{ pointer: '', remoteNameDisplayable }];
      const { conversation } = redact(conversationOf({ queueName: 'Support', sessions }));
      const [one] = participantsOf(conversation);
      return [one?.queueName, one?.sessions?.[0]?.remoteNameDisplayable];
    };
    expect(of('Support')).toEqual(['Support', 'Support']);
    expect(of('Sam Iris')).toEqual(['Support', 'Name 1']);
  });

  test('stay at both ends of a leg, as they are and as they came', () => {
    const end = { pointer: '', name: 'Support', nameRaw: 'Support' };
    const emails = [{ pointer: '', self: end, other: end, toAddress: end, fromAddress: end }] as const;
    const { conversation } = redact(conversationOf({ queueName: 'Support', emails: [...emails] }));
    expect(participantsOf(conversation)[0]?.emails).toEqual(emails);
  });

  test('are replaced on demand', () => {
    const { conversation } = redact(
      conversationOf({ purpose: 'acd', name: 'Support', queueName: 'Support' }),
      {
        organisation: true,
      },
    );
    expect(participantsOf(conversation)).toMatchObject([{ name: 'Queue 1', queueName: 'Queue 1' }]);
  });
});

describe('ids', () => {
  const linked = conversationOf(
    { id: 'p1', userId: 'u1', userUri: '/api/v2/users/u1', controlling: ['p2', 's2'], peer: 's2' },
    { id: 'p2', consultParticipantId: 'p1', cobrowsesessions: [{ pointer: '', id: 's2', peerId: 's1' }] },
  );

  test('stay', () => {
    const { conversation } = redact(linked);
    expect(conversation).toEqual(linked);
  });

  test('are replaced on demand, alike in everything that refers to them', () => {
    for (const observation of linked.observations) observation.topic = 'v2.users.u1.conversations';
    const { conversation } = redact(linked, { ids: true });
    const [one, two] = participantsOf(conversation);
    expect(two?.consultParticipantId).toBe(one?.id);
    expect(one?.controlling).toEqual([two?.id, two?.cobrowsesessions?.[0]?.id]);
    expect(one?.peer).toBe(two?.cobrowsesessions?.[0]?.id);
    expect(one?.userUri).toBe(`/api/v2/users/${one?.userId}`);
    expect(conversation.observations[0]?.topic).toBe(`v2.users.${one?.userId}.conversations`);
    const ids = [conversation.id, one?.id, two?.id, one?.userId, one?.peer];
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => /^id-\d+$/.test(id ?? ''))).toBe(true);
  });

  test('that are somebody’s address never stay, and still match', () => {
    const { conversation } = redact(
      conversationOf(
        { id: 'anna@example.com', purpose: 'agent' },
        { consultParticipantId: 'anna@example.com' },
      ),
    );
    const [one, two] = participantsOf(conversation);
    expect(one?.id).toBe('id-1');
    expect(two?.consultParticipantId).toBe('id-1');
  });

  test('of journey customers are addresses', () => {
    const { conversation } = redact(
      conversationOf({
        journeyContext: { pointer: '', customer: { pointer: '', id: 'anna', idType: 'email' } },
      }),
    );
    expect(participantsOf(conversation)[0]?.journeyContext?.customer).toMatchObject({
      id: 'Address 1',
      idType: 'email',
    });
  });

  test.each(['tel:anna', 'sips:anna', 'mailto:anna', 'https://anna', '+15550', 'anna@example'])(
    'like “%s” are somebody’s address',
    (peer) => {
      expect(participantsOf(redact(conversationOf({ peer })).conversation)[0]?.peer).toBe('id-1');
    },
  );

  test('of wrap-up codes are replaced on demand only, wherever they stand', () => {
    const fact = { pointer: '', wrapupCode: 'w1' };
    const conversation = conversationOf({ wrapup: { pointer: '', code: 'w1' } });
    conversation.observations.push({
      form: 'fact',
      pointer: '',
      fields: { pointer: '' },
      participants: [],
      fact,
    });
    const codes = (options?: { ids: boolean }) => {
      const [document, event] = redact(conversation, options).conversation.observations;
      return [document?.participants[0]?.wrapup?.code, event?.fact?.wrapupCode];
    };
    expect(codes()).toEqual(['w1', 'w1']);
    expect(codes({ ids: true })).toEqual(['id-1', 'id-1']);
  });

  test('ids in place of a name of the organisation are ids', () => {
    const id = 'c55200d1-258d-4a64-a7e7-2ae576232893';
    const labelled = conversationOf({
      queueName: id,
      conversationRoutingData: { pointer: '', label: id },
    });
    const told = (options?: { ids?: boolean; organisation?: boolean }) => {
      const [participant] = participantsOf(redact(labelled, options).conversation);
      return [participant?.queueName, participant?.conversationRoutingData?.label];
    };
    expect(told()).toEqual([id, id]);
    expect(told({ organisation: true })).toEqual(['Queue 1', 'Queue 1']);
    expect(told({ ids: true })).toEqual(['id-1', 'id-1']);
  });

  test('paths that are not the vendor’s are URLs', () => {
    const { conversation } = redact(conversationOf({ userUri: 'https://example.com/anna' }));
    expect(participantsOf(conversation)[0]?.userUri).toBe('URL 1');
  });
});

test('within data that has no model, ids and paths stay as such, all else goes', () => {
  const id = '155200d1-258d-4a64-a7e7-2ae576232893';
  const conversation = conversationOf({ id });
  const [observation] = conversation.observations;
  if (observation) observation.fields.divisions = [{ id, selfUri: `/api/v2/divisions/${id}`, name: 'Anna' }];
  const divisionsOf = (options?: { ids: boolean }) =>
    redact(conversation, options).conversation.observations[0]?.fields.divisions;
  expect(divisionsOf()).toEqual([{ id, selfUri: `/api/v2/divisions/${id}`, name: 'Text 1' }]);
  expect(divisionsOf({ ids: true })).toEqual([
    { id: 'id-1', selfUri: '/api/v2/divisions/id-1', name: 'Text 1' },
  ]);
});

describe('unknown fields', () => {
  test('lose every text and every long number, but for lengths and times', () => {
    const { conversation } = redact(
      conversationOf({
        unknownFields: [
          ['mood', 'happy'],
          ['card', 4_111_111_111_111_111],
          ['count', 17],
          ['heldDurationMs', 7_200_000],
          ['seenTime', 1_700_000_000_000],
          ['by', { 'anna@example.com': 1, '15550100200': [null, true] }],
        ],
      }),
    );
    expect(participantsOf(conversation)[0]?.unknownFields).toEqual([
      ['mood', 'Text 1'],
      ['card', 'Text 2'],
      ['count', 17],
      ['heldDurationMs', 7_200_000],
      ['seenTime', 1_700_000_000_000],
      ['by', { 'Key 1': 1, 'Key 2': [null, true] }],
    ]);
  });

  test('lose numbers of as many digits as somebody’s has, below zero too', () => {
    const { conversation } = redact(
      conversationOf({ unknownFields: [['of', [999_999, 1_000_000, -999_999, -1_000_000]]] }),
    );
    expect(participantsOf(conversation)[0]?.unknownFields).toEqual([
      ['of', [999_999, 'Text 1', -999_999, 'Text 2']],
    ]);
  });

  test('keep keys that are ids, with however many digits, and of fewer than a number has', () => {
    const ids = ['15550100-2004-4a64-a7e7-2ae576232893', 'step 555010'];
    const { conversation } = redact(
      conversationOf({ unknownFields: [...ids, 'line 5550100'].map((id) => [id, 1]) }),
    );
    expect(participantsOf(conversation)[0]?.unknownFields).toEqual([...ids, 'Key 1'].map((id) => [id, 1]));
  });

  test('lose long numbers under names that only end like those of lengths and times', () => {
    const numbers = { items: [4_111_111_111_111_111], claims: 123_456_789, candidate: 15_550_100_200 };
    const lengths = { ms: 7_200_000, held_ms: 7_200_000, dateTime: 1e12, timestamp: 1e12, emitDate: 1e12 };
    const { conversation } = redact(conversationOf({ unknownFields: [['by', { ...numbers, ...lengths }]] }));
    expect(participantsOf(conversation)[0]?.unknownFields).toEqual([
      ['by', { items: ['Text 1'], claims: 'Text 2', candidate: 'Text 3', ...lengths }],
    ]);
  });

  test('lose keys that are numbers in any spelling, or name somebody', () => {
    const { conversation } = redact(
      conversationOf({
        attributes: [
          ['Anna Smith', ''],
          ['+1 (555) 010-0200', ''],
          ['step 2 of 10', ''],
        ],
        name: 'Anna Smith',
        ani: 'tel:+15550100200',
      }),
    );
    expect(participantsOf(conversation)[0]?.attributes).toEqual([
      ['Name 1', ''],
      ['Number 1', ''],
      ['step 2 of 10', ''],
    ]);
  });

  test('keep hostile keys as they are', () => {
    const hostile = '{"__proto__": {"name": "Anna"}, "constructor": "Bert"}';
    const { conversation } = redact(
      conversationOf({
        unknownFields: [['__proto__', JSON.parse(hostile)]],
        attributes: [['__proto__', 'x']],
      }),
    );
    const [participant] = participantsOf(conversation);
    expect(JSON.stringify(participant?.unknownFields)).toBe(
      '[["__proto__",{"__proto__":{"name":"Text 1"},"constructor":"Text 2"}]]',
    );
    expect(participant?.attributes).toEqual([['__proto__', 'Attribute 1']]);
  });
});

test('of what no reader gives, nothing is let through', () => {
  const odd = {
    nickname: { of: ['Anna'] },
    attributes: { who: 'Berta', card: 4_111_111 },
    unknownFields: ['Anna', [{ x: 'Anna' }, 'Anna'], ['mood', 'Anna'], ['gone']],
  };
  const conversation = conversationOf(odd as unknown as Participant);
  for (const { fields } of conversation.observations)
    Object.assign(fields, { participants: [{ name: 'Anna' }] });
  const masked = redact(conversation).conversation.observations[0];
  expect(masked?.participants[0]).toEqual({
    pointer: '/participants/0',
    nickname: { of: ['Text 1'] },
    attributes: { who: 'Attribute 1', card: 'Attribute 2' },
    unknownFields: [null, null, ['mood', 'Text 1'], ['gone', null]],
  });
  expect(masked?.fields).toEqual({ pointer: '', participants: [{ name: 'Text 1' }] });
});

test.each([
  ['id', 'id'],
  ['tenantId', 'id'],
  ['tenantIds', 'id'],
  ['tenantIdText', 'text'],
  ['nickname', 'text'],
])(
  'a field that nobody has thought about is taken for personal, unless it is an id: %s',
  (name, treatment) => {
    expect(treatmentOf('participant', name)).toBe(treatment);
  },
);

test('whatever stands in a conversation: deterministic, the same in shape, without the person', () => {
  const secret = fc.stringMatching(/^[A-Z][a-z]{3,8} [A-Z][a-z]{3,8}$/).map((name) => `Qx${name}xQ`);
  const key = fc.stringMatching(/^[a-z_@\d]{1,12}$/);
  const people = fc.record(
    {
      purpose: fc.constantFrom('agent', 'customer', 'acd', 'workflow'),
      name: secret,
      address: secret,
      ani: secret,
      attributes: fc.array(fc.tuple(key, fc.oneof(secret, fc.record({ a: secret })))),
      unknownFields: fc.array(fc.tuple(key, fc.oneof(secret, fc.array(secret), fc.boolean()))),
      viewerUrl: secret,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(people, { maxLength: 4 }), (participants) => {
      const conversation = conversationOf(...participants);
      const { conversation: masked, replaced } = redact(conversation);
      expect(JSON.stringify(masked)).not.toMatch(/Qx|xQ/);
      expect(redact(conversation)).toEqual({ conversation: masked, replaced });
      expect(redact(masked).conversation).toEqual(masked);
      const written = JSON.stringify(masked);
      for (const { placeholder } of replaced) expect(written).toContain(placeholder);
    }),
  );
});
