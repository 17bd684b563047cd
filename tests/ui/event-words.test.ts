import { describe, expect, it } from 'vitest';
import { listEvents } from '../../src/core/export/events';
import { eventWords, sortedEvents } from '../../src/ui/event-words';
import { formatFor } from '../../src/ui/format';
import { english } from '../../src/ui/words';
import { lane, milestone, role, seg, timeline, track } from '../fixtures/timelines';

describe('a row of the Events table', () => {
  const rowsOf = (...lanes: Parameters<typeof timeline>[0]) =>
    listEvents(timeline(lanes)).map((event) => eventWords(event, english));

  it('writes out what of the data would not be seen', () => {
    const ada = lane('a', 'Ada', {
      roles: [role('view\u202eer', '0:00', '1:00', 's\u200b1')],
      milestones: [milestone('wrapup', '1:00', { label: 'Bill\u0000ing' })],
    });
    const said = rowsOf(ada).map(({ what, detail }) => `${what}, ${detail}`);
    expect(said).toEqual(['view⟨U+202E⟩er, s⟨U+200B⟩1', 'Wrap-up, Bill⟨U+0000⟩ing']);
  });

  it('says which end of a segment is inferred', () => {
    const inferred = { certainty: 'inferred' } as const;
    const ada = lane('a', 'Ada', {
      tracks: [
        track('t', [
          seg('alerting', '0:00', '0:10', { ...inferred, unsure: 'start' }),
          seg('connected', '0:10', '0:30', { ...inferred, unsure: 'both' }),
          seg('hold', '0:30', '1:00', inferred),
        ]),
      ],
    });
    expect(rowsOf(ada).map(({ certainty }) => certainty)).toEqual([
      'start inferred',
      'both ends inferred',
      'end inferred',
    ]);
  });
});

describe('the Events table sorted', () => {
  it('begins with what began last, if so asked', () => {
    const holds = track('t', [seg('hold', '0:00', '1:00'), seg('hold', '2:00', '3:00')]);
    const events = listEvents(timeline([lane('a', 'Ada', { tracks: [holds] })]));
    const language = { format: formatFor({ locale: 'en', timeZone: 'UTC' }), words: english };
    const sorted = sortedEvents(events, { key: 'start', down: true }, language);
    expect(sorted).toEqual(events.toReversed());
  });

  const named = (locale: string, ...names: string[]) => {
    const lanes = names.map((name, at) =>
      lane(`${at}`, name, { tracks: [track('t', [seg('hold', '0:00', '1:00')])] }),
    );
    const language = { format: formatFor({ locale, timeZone: 'UTC' }), words: english };
    return (down: boolean) =>
      sortedEvents(listEvents(timeline(lanes)), { key: 'participant', down }, language).map(
        ({ participant }) => participant,
      );
  };

  it('has names in the order of their numbers, either way', () => {
    const sorted = named('en', 'Agent 10', 'Agent 9', 'Agent 100');
    expect(sorted(false)).toEqual(['Agent 9', 'Agent 10', 'Agent 100']);
    expect(sorted(true)).toEqual(['Agent 100', 'Agent 10', 'Agent 9']);
  });

  it('has names in the order of the language', () => {
    expect(named('sv', 'Öberg', 'Zander')(false)).toEqual(['Zander', 'Öberg']);
    expect(named('de', 'Öberg', 'Zander')(false)).toEqual(['Öberg', 'Zander']);
  });
});
