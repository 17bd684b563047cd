import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConversations } from '../../../src/core/index';
import { namesZone, parseTime } from '../../../src/core/parse/time';

/** What comes of a `startTime`: the instant, the codes of the problems, and where they stand. */
function read(value: unknown) {
  const { conversations, problems } = parseConversations({
    id: 'c',
    participants: [{ id: 'p', startTime: value }],
  });
  const participant = conversations[0]?.observations[0]?.participants[0];
  return { participant, codes: problems.map(({ code }) => code), problems };
}

describe('a time', () => {
  it.each([
    ['2026-11-19T09:02:00Z', '2026-11-19T09:02:00.000Z'],
    ['2026-11-19T09:02:00.1Z', '2026-11-19T09:02:00.100Z'],
    ['2026-11-19T09:02:00.12Z', '2026-11-19T09:02:00.120Z'],
    ['2026-11-19T09:02:00.123Z', '2026-11-19T09:02:00.123Z'],
    ['2026-11-19T09:02:00.001Z', '2026-11-19T09:02:00.001Z'],
    ['2026-11-19T09:02:00.123999Z', '2026-11-19T09:02:00.123Z'],
    ['2026-11-19T09:02:00.999999999Z', '2026-11-19T09:02:00.999Z'],
    ['2026-11-19 09:02:00Z', '2026-11-19T09:02:00.000Z'],
    ['2026-11-19t09:02:00z', '2026-11-19T09:02:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['2026-11-19 09:02:00.120000+00:00', '2026-11-19T09:02:00.120Z'],
    ['2026-11-19T09:02:00+05:45', '2026-11-19T03:17:00.000Z'],
    ['2026-11-19T09:02:00+0545', '2026-11-19T03:17:00.000Z'],
    ['2026-11-19T09:02:00-0330', '2026-11-19T12:32:00.000Z'],
    ['2026-11-19T09:02:00+23:59', '2026-11-18T09:03:00.000Z'],
    ['2026-11-19T00:30:00+01:00', '2026-11-18T23:30:00.000Z'],
    ['2026-11-19T09:02:00.5-08:00', '2026-11-19T17:02:00.500Z'],
    ['2026-11-19 09:02:00.12+00', '2026-11-19T09:02:00.120Z'],
    ['2026-11-19T09:02:00-08', '2026-11-19T17:02:00.000Z'],
    ['2026-11-19 09:02:00 UTC', '2026-11-19T09:02:00.000Z'],
    ['2026-11-19 09:02:00.123456 UTC', '2026-11-19T09:02:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s', (given, means) => {
    const { participant, codes } = read(given);
    expect(codes).toEqual([]);
    expect(participant?.startTime).toBe(Date.parse(means));
  });

  it.each([
    { $date: '2026-11-19T09:02:00.123Z' },
    { $date: '2026-11-19T10:02:00.123+0100' },
    { $date: Date.UTC(2026, 10, 19, 9, 2, 0, 123) },
    { $date: { $numberLong: String(Date.UTC(2026, 10, 19, 9, 2, 0, 123)) } },
  ])('reads what MongoDB exports: %j', (given) => {
    const { participant, codes } = read(given);
    expect(codes).toEqual([]);
    expect(participant?.startTime).toBe(Date.UTC(2026, 10, 19, 9, 2, 0, 123));
  });

  it.each([
    { $date: 'yesterday' },
    { $date: { $numberLong: 'x' } },
    { $date: null },
    { $date: 9e15 },
    { date: 5 },
  ])('is not made of %j, which stays as it came', (given) => {
    const { participant, problems } = read(given);
    expect(problems).toMatchObject([
      { code: 'invalid-time', message: expect.stringContaining('startTime is not a time: an object') },
    ]);
    expect(participant).toMatchObject({ unknownFields: [['startTime', given]] });
  });

  it.each(['2026-11-19T09:02:00', '2026-11-19 09:02:00.123', '2026-11-19T09:02:00.123456'])(
    'without a zone is UTC, and says so: %s',
    (given) => {
      const { participant, problems } = read(given);
      expect(participant?.startTime).toBe(Date.parse(`${given.replace(' ', 'T').slice(0, 23)}Z`));
      expect(problems).toMatchObject([
        { code: 'assumed-utc', severity: 'info', pointers: ['/participants/0/startTime'] },
      ]);
    },
  );

  it.each([
    'yesterday',
    '',
    ' ',
    '2026-02-30T00:00:00Z',
    '2026-11-19T09:02:60Z',
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2200-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-11-19T24:00:00Z',
    '2026-11-19T09:60:00Z',
    '2026-11-19T09:02:61Z',
    '2021-04-2T15:30:51.418Z',
    '2026-11-19',
    '2026-11-19T09:02Z',
    '2026-11-19T09:02:00.Z',
    '2026-11-19T09:02:00,5Z',
    '2026-11-19T09:02:00Zulu',
    '2026-11-19T09:02:00 Z',
    '2026-11-19T09:02:00UTC',
    '2026-11-19T09:02:00  UTC',
    '2026-11-19T09:02:00 PST',
    '2026-11-19T09:02:00+5',
    '2026-11-19T09:02:00+0x',
    '2026-11-19T09:02:00+24',
    '2026-11-19T09:02:00+5:45',
    '2026-11-19T09:02:00+24:00',
    '2026-11-19T09:02:00+05:60',
    '2026-11-19T09:02:00+05:',
    '2026/11/19T09:02:00Z',
    '2026/11-19T09:02:00Z',
    '2026-11/19T09:02:00Z',
    '2026-11-19T09.02:00Z',
    '2026-11-19T09:02.00Z',
    '2026-11-19_09:02:00Z',
    'x026-11-19T09:02:00Z',
    '2026-x1-19T09:02:00Z',
    '2026-1x-19T09:02:00Z',
    '2026-11-19Tx9:02:00Z',
    '2026-11-19T09:0x:00Z',
    '2026-11-19T09:02:0xZ',
    '2026-11-19T09:02:0:Z',
    '2026-11-19T09:02:1/Z',
    '2026-11-19T09:02::0Z',
    '2026-11-19T09:02:00x',
    '2026-11-19T09:02:00*05:00',
    '2026-11-19T09:02:00+05:0x',
    '2026-11-19_09:02:00Z',
    ' 2026-11-19T09:02:00Z',
    '2026-11-19T09:02:00Z ',
    '+275760-09-13T00:00:00.001Z',
    '+002026-11-19T09:02:00Z',
    '-000001-01-01T00:00:00Z',
    '２０２６-11-19T09:02:00Z',
    'Thu, 19 Nov 2026 09:02:00 GMT',
    '1795078920000',
    1_795_078_920_000,
    8.64e15 + 1,
    true,
    ['2026-11-19T09:02:00Z'],
    { time: '2026-11-19T09:02:00Z' },
  ])('is not %j: a problem on that field, whose value is kept', (given) => {
    const { participant, problems } = read(given);
    expect(participant).toEqual({
      pointer: '/participants/0',
      id: 'p',
      unknownFields: [['startTime', given]],
    });
    expect(problems).toMatchObject([
      { code: 'invalid-time', severity: 'error', pointers: ['/participants/0/startTime'] },
    ]);
  });

  it('that is null is none', () => {
    expect(read(null)).toMatchObject({ participant: { id: 'p' }, problems: [] });
    expect(read(null).participant).not.toHaveProperty('startTime');
  });

  it('is judged only where the models declare a time', () => {
    const { problems } = parseConversations({
      id: 'c',
      participants: [
        {
          id: 'p',
          purpose: 'agent',
          name: '2026-02-30T00:00:00Z',
          attributes: { startTime: 'yesterday', endTime: '2026-11-19T09:02:00' },
          somethingTime: 'yesterday',
          calls: [{ id: 'x', state: 'connected', uuiData: 'tomorrow', newTime: 'tomorrow' }],
        },
      ],
    });
    expect(problems).toEqual([]);
  });

  it('is the problem of its own field only, wherever it stands', () => {
    const { conversations, problems } = parseConversations({
      conversations: [
        {
          conversationId: 'a',
          conversationStart: 'soon',
          participants: [
            { participantId: 'p', sessions: [{ sessionId: 's', segments: [{ segmentStart: 'later' }] }] },
          ],
        },
        {
          id: 'b',
          participants: [
            {
              id: 'p',
              start_acw_time: 'never',
              wrapup: { endTime: 5 },
              calls: [{ id: 'c', parkTime: 'x', afterCallWork: { startTime: 'y' } }],
              evaluations: [{ assignedDate: 'z' }],
            },
          ],
        },
      ],
    });
    expect(conversations.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['invalid-time']));
    expect(problems.flatMap(({ pointers }) => pointers)).toEqual([
      '/conversations/0/conversationStart',
      '/conversations/0/participants/0/sessions/0/segments/0/segmentStart',
      '/conversations/1/participants/0/start_acw_time',
      '/conversations/1/participants/0/wrapup/endTime',
      '/conversations/1/participants/0/calls/0/parkTime',
      '/conversations/1/participants/0/calls/0/afterCallWork/startTime',
      '/conversations/1/participants/0/evaluations/0/assignedDate',
    ]);
  });
});

describe('any time', () => {
  it('that ISO text can name is read to the millisecond, with any offset', () => {
    const instants = fc.integer({ min: Date.UTC(1, 0, 2), max: Date.UTC(9999, 11, 30) });
    fc.assert(
      fc.property(instants, fc.integer({ min: -1439, max: 1439 }), fc.boolean(), (at, offset, colon) => {
        const local = new Date(at + offset * 60_000).toISOString().slice(0, -1);
        const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
        const zone = `${offset < 0 ? '-' : '+'}${two(offset / 60)}${colon ? ':' : ''}${two(offset % 60)}`;
        expect(parseTime(local + zone)).toBe(at);
        expect(namesZone(local + zone)).toBe(true);
        expect(namesZone(local)).toBe(false);
        expect(parseTime(new Date(at).toISOString())).toBe(at);
      }),
    );
  });

  it('that is read lies between the ends of time and is whole; no other text throws', () => {
    const nearly = fc
      .array(fc.constantFrom(...Array.from('0123456789-:.TZ+ ')), { maxLength: 30 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (text) => {
        const at = parseTime(text);
        expect(at === undefined || (Number.isInteger(at) && Math.abs(at) <= 8.64e15)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
