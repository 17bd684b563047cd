import { describe, expect, it } from 'vitest';
import { compactDurations, spokenDuration } from '../../src/ui/durations';
import { dated, elapsedTick, formatFor, sinceStart } from '../../src/ui/format';
import { contextOf, rowName } from '../../src/ui/identity';
import { speak } from '../../src/ui/speech';
import { visible } from '../../src/ui/visible';
import { english, wordFor } from '../../src/ui/words';
import { findMark, segmentMark } from '../../src/core/view/marks';
import {
  START,
  everyKind,
  lane,
  limit,
  link,
  milestone,
  role,
  seg,
  timeline,
  track,
  usualCall,
} from '../fixtures/timelines';

const format = formatFor({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
const says = { format, words: english, columns: { timeline: usualCall() } };

describe('formats', () => {
  it('is one for all who ask for the same locale and zone', () => {
    const place = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
    expect(formatFor({ ...place })).toBe(format);
    expect(formatFor({ ...place, timeZone: 'UTC' })).not.toBe(format);
    expect(formatFor({ ...place, locale: 'de' }).day(START)).not.toBe(format.day(START));
  });

  it('is made once more after a host went through more zones than there are', () => {
    const first = formatFor({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
    for (let place = 0; place < 150; place++) formatFor({ locale: 'en', timeZone: `No/Such${place}` });
    const anew = formatFor({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
    expect(anew.zone.name).toBe('Europe/Berlin');
    expect(anew).not.toBe(first); // what is no longer asked for is not kept
  });
});

describe('durations', () => {
  it.each([
    [72_000, '1:12'],
    [0, '0:00'],
    [250, '0:00.250'],
    [3_723_000, '1:02:03'],
    [183_845_000, '2d 3:04:05'],
    [86_405_000, '1d 0:00:05'],
    [86_400_000_000, '1000d 0:00:00'],
    [999, '0:00.999'],
    [59_600, '1:00'],
    [3_599_700, '1:00:00'],
    [-5000, '−0:05'],
    [Number.NaN, '–'],
  ])('%d is %s', (ms, text) => expect(compactDurations('en')(ms)).toBe(text));

  it('shows thousandths when asked', () => expect(compactDurations('en')(72_000, true)).toBe('1:12.000'));

  it.each([
    [72_000, '1 minute 12 seconds'],
    [1500, '1.5 seconds'],
    [20, '20 milliseconds'],
    [0, '0 seconds'],
    [7_200_000, '2 hours'],
    [119_600, '2 minutes'],
    [Number.NaN, '–'],
  ])('%d is spoken as %s', (ms, text) => expect(spokenDuration(ms, 'en')).toBe(text));

  it('are spoken in the words of each locale, roughly in two units', () => {
    expect(spokenDuration(72_000, 'de')).toBe('1 Minute 12 Sekunden');
    expect(spokenDuration(72_000, 'en')).toBe('1 minute 12 seconds');
    expect(format.rough(183_845_000)).toBe('2 days 3 hours');
    expect(format.spoken(183_845_000)).toBe('2 days 3 hours 4 minutes');
  });
});

describe('formatFor', () => {
  it('shows times in the zone', () => {
    expect(format.clock(START)).toBe('10:02:00');
    expect(format.clock(START + 250)).toBe('10:02:00.250');
    expect(format.exact(START)).toBe('10:02:00.000');
    expect(format.date(START)).toMatch(/19 Nov 2026/);
    expect(format.zoneName(START)).toBe('CET');
  });

  it('tells the whole name of a zone, also in languages that put a blank into it', () => {
    expect(formatFor({ locale: 'bn', timeZone: 'Europe/Berlin' }).zoneName(START)).toMatch(/^GMT\s*\+/);
    expect(format.zoneName(Number.NaN)).toBe('–');
  });

  it('calls a zone what it was called by who chose it', () => {
    expect(formatFor({ locale: 'en-GB', timeZone: 'Asia/Kolkata' }).zone.name).toBe('Asia/Kolkata');
    expect(formatFor({ locale: 'en-GB', timeZone: 'Europe/Kyiv' }).zone.name).toBe('Europe/Kyiv');
  });

  it('adapts ticks to their distance', () => {
    const tick = { at: START, strong: false, day: false };
    expect(format.tick(tick, 3_600_000)).toBe('10:02');
    expect(format.tick(tick, 60_000)).toBe('10:02');
    expect(format.tick(tick, 1000)).toBe('10:02:00');
    expect(format.tick(tick, 10)).toBe('10:02:00.000');
    expect(format.tick({ ...tick, day: true }, 3_600_000)).toBe('19 Nov');
    expect(format.tick({ ...tick, day: true }, 30 * 86_400_000)).toBe('19 Nov 26');
    expect(format.tick({ ...tick, day: true }, 40 * 3640 * 86_400_000)).toBe('2026');
    expect(elapsedTick(120_000, 60_000, format)).toBe('2:00');
    expect(elapsedTick(1500, 500, format)).toBe('0:01.500');
    expect(elapsedTick(172_800_000, 86_400_000, format)).toBe('2d');
  });

  it('writes lengths with the signs of the times beside them', () => {
    const german = formatFor({ locale: 'de', timeZone: 'UTC' });
    expect([german.exact(START), german.compact(72_250, true)]).toEqual(['09:02:00,000', '1:12,250']);
    const egyptian = formatFor({ locale: 'ar-EG', timeZone: 'UTC' });
    expect([egyptian.exact(START), egyptian.compact(72_250, true)]).toEqual(['٠٩:٠٢:٠٠٫٠٠٠', '١:١٢٫٢٥٠']);
    expect(egyptian.compact(183_845_000)).toBe('٢d ٣:٠٤:٠٥');
    expect(elapsedTick(120_000, 60_000, egyptian)).toBe('٢:٠٠');
    expect(format.compact(Number.NaN)).toBe('–');
  });

  it('says instants as lengths where time is counted from a start', () => {
    const since = sinceStart(format, START);
    expect(since.clock(START + 72_000)).toBe('1:12');
    expect(since.clock(START + 72_250)).toBe('1:12.250');
    expect(since.exact(START + 72_000)).toBe('1:12.000');
    expect(since.tick({ at: START + 120_000, strong: false, day: false }, 60_000)).toBe('2:00');
    expect(since.date(START)).toBe(since.date(START + 86_400_000));
    expect(since.spoken(72_000)).toBe(format.spoken(72_000));
  });

  it('takes no offence at unknown zones, locales and instants', () => {
    const odd = formatFor({ locale: '!!', timeZone: 'Mars/Olympus' });
    expect(odd.zone.name).toBe('UTC');
    expect(odd.clock(Number.NaN)).toBe('–');
    expect(odd.exact(1e300)).toBe('–');
    // The first year is what some write for no date; no year of two digits is one of the last century.
    const instants = [Date.parse('0001-01-01T00:00:00Z'), Number.NaN, 1e300];
    expect(instants.map((instant) => odd.zone.offset(instant))).toEqual([0, 0, 0]);
  });
});

describe('visible', () => {
  it('writes out what fills a name with nothing', () => {
    expect(visible('\u3164')).toBe('⟨U+3164⟩');
    expect(visible('A\u115f\uffa0')).toBe('A⟨U+115F⟩⟨U+FFA0⟩');
  });

  it('leaves what scripts and emoji are put together by', () => {
    for (const text of ['👩‍👧', '❤️', 'می‌خواهم', 'ᠠ᠋', '葛󠄀', 'ב͏ָ']) expect(visible(text)).toBe(text);
  });

  it('writes out what cannot be seen and leaves the rest', () => {
    expect(visible('a\u202eb')).toBe('a⟨U+202E⟩b');
    expect(visible('a\u0000\u200b\ufeff')).toBe('a⟨U+0000⟩⟨U+200B⟩⟨U+FEFF⟩');
    expect(visible('a\u2028b\u2029')).toBe('a⟨U+2028⟩b⟨U+2029⟩');
    // Tags, and what annotates between lines.
    expect(visible('a\u{e0041}\ufff9\ufffb')).toBe('a⟨U+E0041⟩⟨U+FFF9⟩⟨U+FFFB⟩');
    expect(visible('Zoë 👩‍💻 नमस्ते')).toBe('Zoë 👩‍💻 नमस्ते');
  });
});

describe('words', () => {
  it('says a segment in one sentence', () => {
    const mark = findMark(usualCall(), 'jonas/jonas-call/2');
    expect(mark && speak(mark, says)).toBe(
      'Jonas Weber, hold, 10:07:00 to 10:08:12, 1 minute 12 seconds, recorded',
    );
  });

  it('keeps letters that stand for words', () => {
    const menu = lane('menu', 'Main Menu', { tracks: [track('menu', [seg('ivr', '0:00', '0:40')])] });
    const mark = menu.tracks[0] && segmentMark(menu, menu.tracks[0], 0);
    expect(mark && speak(mark, says)).toContain('Main Menu, IVR, ');
  });

  it('writes its own words as they are written, whatever the language of times', () => {
    const turkish = { ...says, format: formatFor({ locale: 'tr', timeZone: 'UTC' }) };
    const idle = lane('a', 'Ada', {
      tracks: [track('a', [seg('other', '0:00', '0:40', { label: 'Internal' })])],
    });
    const mark = idle.tracks[0] && segmentMark(idle, idle.tracks[0], 0);
    expect(mark && speak(mark, turkish)).toContain('Ada, internal, ');
  });

  it('says of what medium a segment is where its lane has others', () => {
    const both = [seg('connected', '0:00', '1:00')];
    const jonas = lane('jonas', 'Jonas Weber', {
      tracks: [track('call', both), track('screen', both, 'cobrowse')],
    });
    const ends = jonas.tracks.map((one) => {
      const mark = segmentMark(jonas, one, 0);
      return mark && speak(mark, says).split(', ').slice(-2).join(', ');
    });
    expect(ends).toEqual(['recorded, Voice', 'recorded, Co-browse']);
  });

  it.each([
    [
      'jonas/~controlling/0',
      'Jonas Weber controls Maya Okafor, 10:08:40 to 10:10:30, when exactly is inferred',
    ],
    [
      'lena/~barge/0',
      'Lena Sato barges in on someone not in the data (someone-else), 10:12:00 to 10:12:20, recorded',
    ],
    ['maya/~role/0', 'Maya Okafor, sharer, 10:05:30 to 10:12:40, recorded'],
    ['jonas/~limit/1', 'Jonas Weber, Time for after-call work, 10:12:40'],
    ['jonas/~milestone/3', 'Jonas Weber, Wrap-up, 10:11:50, Billing dispute'],
    ['priya/~milestone/0', 'Priya Natarajan, End, 10:14:22, in error · busy · Line lost'],
    ['lena', 'Lena Sato'],
  ])('says %s', (id, sentence) => {
    const mark = findMark(usualCall(), id);
    expect(mark && speak(mark, says)).toBe(sentence);
  });

  it('says what came of a segment, and which end of it is inferred', () => {
    const inferred = { certainty: 'inferred' } as const;
    const ada = lane('ada', 'Ada', {
      tracks: [
        track('a', [
          seg('alerting', '0:00', '0:10', { ...inferred, unsure: 'start', unanswered: true }),
          seg('acw', '1:00', '2:00', { ...inferred, unsure: 'both', overrunFrom: START + 90_000 }),
          seg('hold', '3:00', '4:00', inferred),
        ]),
      ],
    });
    const said = [0, 1, 2].map((place) => {
      const mark = ada.tracks[0] && segmentMark(ada, ada.tracks[0], place);
      return mark && speak(mark, says).split(', ').slice(4).join(', ');
    });
    expect(said).toEqual([
      'start inferred, not answered',
      'both ends inferred, ran over its limit',
      'end inferred',
    ]);
  });

  it('writes out what would not be seen of all that is said', () => {
    const odd = 'o\u202ed';
    const ada = lane('ada', odd, {
      tracks: [
        track('a', [seg('other', '0:00', '0:10', { label: odd })], odd),
        track('b', [seg('hold', '0:00', '0:10')]),
      ],
      roles: [role(odd, '0:00', '0:10')],
      milestones: [milestone('end', '1:00', { label: odd, error: { code: odd, message: odd } })],
    });
    const tie = { ...link('barge', 'ada', undefined, ['0:00', '0:10']), to: { unresolved: odd } };
    const call = timeline([ada], { links: [tie] });
    for (const id of ['ada/a/0', 'ada/~role/0', 'ada/~milestone/0', 'ada/~barge/0', 'ada']) {
      const mark = findMark(call, id);
      const said = (mark && speak(mark, says)) ?? '';
      expect(said).toContain('o⟨U+202E⟩d');
      expect(said).not.toContain('\u202e');
    }
  });

  it('says of a tie or role that goes on that it does', () => {
    const going = { certainty: 'running' } as const;
    const ada = lane('ada', 'Ada', { roles: [{ ...role('viewer', '0:00', '0:10'), ...going }] });
    const bo = lane('bo', 'Bo');
    const links = [{ ...link('controlling', 'bo', 'ada', ['0:00', '0:10']), ...going }];
    const call = timeline([ada, bo], { links });
    for (const id of ['ada/~role/0', 'bo/~controlling/0']) {
      const mark = findMark(call, id);
      expect(mark && speak(mark, says)).toMatch(/, still running$/);
    }
  });

  it('counts one as one', () => {
    const said = [1, 2].map((count) => [
      english.hiddenLanes(count),
      english.filteredLanes(count),
      english.foldIdle(count),
      english.segmentCount(count),
    ]);
    expect(said).toEqual([
      ['1 participant hidden', '1 participant filtered out', 'Fold the idle gap', '1 segment'],
      ['2 participants hidden', '2 participants filtered out', 'Fold 2 idle gaps', '2 segments'],
    ]);
  });

  it('says that somebody is tied to itself', () => {
    const ada = lane('ada', 'Ada', { tracks: [track('a', [seg('hold', '0:00', '1:00')])] });
    const call = timeline([ada], { links: [link('controlling', 'ada', 'ada', ['0:00', '0:10'])] });
    const mark = findMark(call, 'ada/~controlling/0');
    expect(mark && speak(mark, says)).toMatch(/^Ada controls itself, /);
  });

  it('says that an end is in error of which nothing more is known', () => {
    const ada = lane('ada', 'Ada', { milestones: [milestone('end', '1:00', { error: {} })] });
    const mark = findMark(timeline([ada]), 'ada/~milestone/0');
    expect(mark && speak(mark, says)).toBe('Ada, End, 10:03:00, in error');
  });

  it('says of an inferred transfer what is inferred: its time is exact', () => {
    const call = usualCall();
    const links = call.links.map((link) =>
      link.kind === 'transfer' ? { ...link, certainty: 'inferred' as const } : link,
    );
    const mark = findMark({ ...call, links }, 'jonas/~transfer/0');
    expect(mark && speak(mark, says)).toBe(
      'Jonas Weber transfers to Priya Natarajan, 10:10:40, who took over is inferred',
    );
  });

  it.each([
    [
      'jonas/~controlling/0',
      'Jonas Weber controls Maya Okafor, Thu, 19 Nov 2026, 10:08:40 to 10:10:30, when exactly is inferred',
    ],
    ['jonas/~transfer/0', 'Jonas Weber transfers to Priya Natarajan, Thu, 19 Nov 2026, 10:10:40, recorded'],
    ['maya/~role/0', 'Maya Okafor, sharer, Thu, 19 Nov 2026, 10:05:30 to 10:12:40, recorded'],
    ['jonas/~limit/1', 'Jonas Weber, Time for after-call work, Thu, 19 Nov 2026, 10:12:40'],
    ['jonas/~milestone/3', 'Jonas Weber, Wrap-up, Thu, 19 Nov 2026, 10:11:50, Billing dispute'],
    [
      'jonas/jonas-call/2',
      'Jonas Weber, hold, Thu, 19 Nov 2026, 10:07:00 to 10:08:12, 1 minute 12 seconds, recorded',
    ],
  ])('says the day of %s where the conversation is of several', (id, sentence) => {
    const call = usualCall();
    const mark = findMark(call, id);
    const timeline = { start: call.start, end: call.end + 86_400_000 };
    expect(mark && speak(mark, { ...says, columns: { timeline } })).toBe(sentence);
  });

  it('says both days of what is planned beyond the conversation', () => {
    const ada = lane('ada', 'Ada', {
      limits: [limit('acw', '1441:00')],
      tracks: [track('mail', [seg('parked', '5:00', '1440:00', { certainty: 'planned' })])],
    });
    const call = { ...usualCall(), lanes: [ada] };
    const said = ['ada/mail/0', 'ada/~limit/0'].map((id) => {
      const mark = findMark(call, id);
      return mark && speak(mark, says);
    });
    expect(said).toEqual([
      'Ada, parked, Thu, 19 Nov 2026, 10:07:00 to Fri, 20 Nov 2026, 10:02:00, 23 hours 55 minutes, planned',
      'Ada, Time for after-call work, Fri, 20 Nov 2026, 10:03:00',
    ]);
  });

  it('tells who a lane is', () => {
    const call = usualCall();
    const context = (index: number) => {
      const lane = call.lanes[index];
      return lane && contextOf(lane, call, english);
    };
    expect(context(0)).toBe('Customer · +15550100142');
    expect(context(3)).toBe('Agent · Billing – Tier 1');
    expect(context(5)).toBe('Agent · monitors Jonas Weber');
    const empty = lane('e', 'Eve', {
      purpose: 'customer',
      participant: { ani: '', address: 'sip:eve@example.com', queueName: '' },
    });
    expect(contextOf(empty, call, english)).toBe('Customer · eve@example.com');
    const shouted = call.lanes.map((lane) => ({ ...lane, purpose: lane.purpose.toUpperCase() }));
    expect(shouted[0] && contextOf(shouted[0], call, english)).toBe('Customer · +15550100142');
    const odd = everyKind();
    expect(odd.lanes[3] && rowName(odd.lanes[3], odd, english)).toBe('Eve ⟨U+202E⟩gnp.exe, weird, 1 segment');
    expect(odd.lanes[4] && rowName(odd.lanes[4], odd, english)).toBe('Nobody, Agent, no segments');
    expect(contextOf(lane('q', 'Queue', { purpose: 'acd' }), odd, english)).toBe(''); // which its name says
    expect(contextOf(lane('o', 'Odd', { purpose: 'we\u202eird' }), odd, english)).toBe('we⟨U+202E⟩ird');
  });

  it.each(['monitor', 'coach', 'barge'] as const)(
    'says whom somebody may %s, not for which queue',
    (kind) => {
      const lena = lane('lena', 'Lena', { purpose: 'user', participant: { queueName: 'Billing' } });
      const jonas = lane('jonas', 'Jonas');
      const links = [link(kind, 'lena', 'jonas', ['0:00', '1:00'])];
      expect(contextOf(lena, timeline([lena, jonas], { links }), english)).toBe(
        `User · ${english.links[kind]} Jonas`,
      );
      expect(contextOf(lena, timeline([lena, jonas]), english)).toBe('User · Billing');
    },
  );

  it('says the number that customers and others from outside call from, or else one that there is', () => {
    const numbers = { ani: 'tel:+1555010', address: 'sip:b@example.com', dnis: 'tel:+1555020' };
    const saidOf = (participant: object, purpose = 'customer') =>
      contextOf(lane('b', 'Bo', { purpose, participant }), usualCall(), english);
    expect(saidOf(numbers)).toBe('Customer · +1555010');
    expect(saidOf(numbers, 'external')).toBe('External · +1555010');
    expect(saidOf({ ...numbers, ani: '' })).toBe('Customer · b@example.com');
    expect(saidOf({ dnis: numbers.dnis })).toBe('Customer · +1555020');
    expect(saidOf({ ani: '+1\u202e555' })).toBe('Customer · +1⟨U+202E⟩555');
  });

  it('names the zone of each time where clocks are changed meanwhile: an hour is there twice', () => {
    const night = { start: Date.parse('2026-10-24T23:20:00Z'), end: Date.parse('2026-10-25T02:35:00Z') };
    const own = dated(format, night);
    const HOUR = 3_600_000;
    expect([0, 1, 2].map((hours) => own.clock(night.start + hours * HOUR))).toEqual([
      '01:20:00 CEST',
      '02:20:00 CEST',
      '02:20:00 CET',
    ]);
    expect(own.exact(night.end)).toBe('03:35:00.000 CET');
    expect(own.full(night.end)).toBe('Sun, 25 Oct 2026, 03:35:00.000 CET');
    const days = dated(format, { ...night, end: night.end + 24 * HOUR });
    expect(days.clock(night.end)).toBe('Sun, 25 Oct 2026, 03:35:00 CET');
    expect(days.exact(night.end)).toBe('Sun, 25 Oct 2026, 03:35:00.000 CET');
    expect(dated(format, { start: night.end, end: night.end + HOUR })).toBe(format);
    // Time since a start knows no zones.
    expect(dated(sinceStart(format, night.start), night).clock(night.end)).toBe('3:15:00');
  });

  it('names the queue that somebody works for by its own row, where the data tells its id only', () => {
    const recorded = {
      sessions: [
        { pointer: '' },
        { pointer: '', segments: [{ pointer: '' }, { pointer: '', queueId: 'q1' }] },
      ],
    };
    const lanes = [
      lane('i', 'Menu', { purpose: 'ivr' }),
      lane('q', 'A · Billing', { purpose: 'ACD', participant: { ...recorded, name: 'Billing' } }),
      lane('r', 'Queue q3', { purpose: 'acd', participant: { queueId: 'q3' } }),
      lane('a', 'Mina', { participant: recorded }),
      lane('b', 'Ada', { participant: { queue: { pointer: '', id: 'q1' }, queueName: '  ' } }),
      lane('c', 'Eve', { participant: { queueId: 'q1', queueName: 'Other' } }),
      lane('d', 'Kim', { participant: { queueId: 'q2' } }),
      lane('e', 'Lee', { participant: { queueId: 'q3' } }),
    ];
    const timeline = { ...usualCall(), lanes };
    expect(lanes.map((one) => contextOf(one, timeline, english))).toEqual([
      'IVR',
      'Queue',
      'Queue',
      'Agent · Billing',
      'Agent · Billing',
      'Agent · Other',
      'Agent',
      'Agent',
    ]);
  });

  it('keeps unknown values, even those that are names of built-in things', () => {
    expect(wordFor(english.roles, 'constructor')).toBe('constructor');
    expect(wordFor(english.media, 'hologram')).toBe('hologram');
  });
});
