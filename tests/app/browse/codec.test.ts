import { assert, constantFrom, dictionary, property, record, string, subarray, uuid } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BrowseState, CHOICES, NOTHING_CHOSEN } from '../../../src/app/browse/state/browseState';
import { fromAddress, toPrivate, toQuery } from '../../../src/app/browse/state/codec';
import { isPublic } from '../../../src/app/browse/state/publicValues';
import { stateOf, viewOf } from '../../../src/app/browse/state/views';

const QUEUE = '10000000-0000-4000-8000-000000000001';

const chosen: BrowseState = {
  ...NOTHING_CHOSEN,
  period: 'week',
  choices: {
    media: ['call', 'chat'],
    queue: [QUEUE, 'Walk-in desk'],
    user: ['Mina Farahani'],
    wrapUp: ['Refund'],
    flag: ['general'],
    mark: ['controlled'],
  },
  ranges: { hold: { min: 60_000 }, unanswered: { min: 1, max: 3 } },
  text: 'Zoë Müller +15551234',
  attributes: [{ name: 'tier', value: 'gold' }],
  sort: [{ by: 'hold', descending: true }, { by: 'start' }],
};

describe('the address', () => {
  test('carries ids, times and words of fixed lists', () => {
    expect(toQuery(chosen)).toBe(
      `v=1&period=week&mark=controlled&media=call&media=chat&queue=${QUEUE}&hold=60000-&unanswered=1-3&sort=-hold.start`,
    );
    expect(toQuery({ ...NOTHING_CHOSEN, time: { from: 5, to: 9 } })).toBe('v=1&from=5&to=9');
    expect(toQuery(NOTHING_CHOSEN)).toBe('');
  });

  test('never carries names, reasons, searched words or attributes: these go with the history', () => {
    expect(toPrivate(chosen)).toEqual({
      text: chosen.text,
      attributes: chosen.attributes,
      choices: {
        queue: ['Walk-in desk'],
        user: ['Mina Farahani'],
        wrapUp: ['Refund'],
        flag: ['general'],
      },
    });
    expect(toPrivate({ ...NOTHING_CHOSEN, choices: { media: ['call'] } })).toBeUndefined();
  });

  test('and the history together give back what was chosen', () => {
    const back = fromAddress(toQuery(chosen), structuredClone(toPrivate(chosen)));
    expect(back).toEqual(chosen);
  });

  test.each([
    { time: { from: 5 } },
    { time: { to: 9 } },
    { time: { from: 5, to: 9 } },
    { ranges: { hold: { max: 5 } } },
    { source: 'samples' as const },
  ])('alone gives back %j', (part) => {
    const state: BrowseState = { ...NOTHING_CHOSEN, ...part };
    expect(fromAddress(toQuery(state), undefined)).toEqual(state);
  });

  test('says nothing of any text that is not of a fixed list nor an id, whatever it is', () => {
    const words = string({ minLength: 1, unit: 'grapheme' });
    const states = record({
      choices: dictionary(constantFrom(...CHOICES), subarray(['call', 'alice']), { maxKeys: 4 }),
      secret: words,
      id: uuid(),
    });
    assert(
      property(states, ({ choices, secret, id }) => {
        const state: BrowseState = {
          ...NOTHING_CHOSEN,
          text: secret,
          attributes: [{ name: secret, value: secret }],
          choices: { ...choices, user: [id, secret], queue: [secret], flag: [secret, id] },
        };
        const values = [...new URLSearchParams(toQuery(state))].map(([, value]) => value);
        for (const value of values) expect(value === '1' || value === 'call' || value === id).toBe(true);
        expect(fromAddress(toQuery(state), toPrivate(state)).choices.user).toEqual([
          ...new Set([id, secret]),
        ]);
      }),
    );
  });

  test('that was mistyped, is old or hostile chooses what can be read of it', () => {
    expect(fromAddress('?v=2&media=call', undefined)).toEqual(NOTHING_CHOSEN);
    expect(
      fromAddress(
        'v=1&period=never&from=soon&to=1e9&hold=a-b&sort=-hold.__proto__.hold&queue=Eve&media=call',
        {
          choices: { queue: ['Bob', 3], __proto__: ['x'] },
          attributes: [{ name: 'a' }, { name: 'a', value: 'b' }],
          text: 7,
        },
      ),
    ).toEqual({
      ...NOTHING_CHOSEN,
      choices: { media: ['call'], queue: ['Bob'] },
      attributes: [{ name: 'a', value: 'b' }],
      sort: [{ by: 'hold', descending: true }],
    });
  });

  test('leaves out times that no field of a date can show', () => {
    const time = (from: string) => fromAddress(`v=1&from=${from}`, undefined).time;
    expect(time('8640000000000000')).toBeUndefined();
    expect(time('-8640000000000000')).toBeUndefined();
    expect(time('253402300799999')).toBeUndefined();
    expect(time('-1')).toEqual({ from: -1 });
  });

  test.each([
    ['media', 'call', true],
    ['media', 'hovercraft', false],
    ['media', 'constructor', false],
    ['user', QUEUE, true],
    ['user', `${QUEUE} Bob`, false],
    ['flag', QUEUE, false],
    ['problem', 'hold-end-unknown', true],
  ] as const)('%s %s may stand there: %s', (choice, value, may) => {
    expect(isPublic(choice, value)).toBe(may);
  });

  test('stays short: what is beyond twenty values of a choice goes with the history', () => {
    const ids = Array.from(
      { length: 30 },
      (_, n) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    const state: BrowseState = { ...NOTHING_CHOSEN, choices: { user: ids } };
    expect(new URLSearchParams(toQuery(state)).getAll('user')).toHaveLength(20);
    expect(fromAddress(toQuery(state), toPrivate(state))).toEqual(state);
  });
});

describe('a saved view', () => {
  test('keeps personal data only where that was agreed to', () => {
    expect(stateOf(viewOf('mine', chosen, true))).toEqual(chosen);
    const view = viewOf('mine', chosen, false);
    expect(JSON.stringify(view)).not.toMatch(/Zoë|gold|Mina|Walk-in|Refund/);
    expect(stateOf(view)).toEqual({
      ...chosen,
      text: '',
      attributes: [],
      choices: { media: ['call', 'chat'], queue: [QUEUE], mark: ['controlled'] },
    });
  });
});
