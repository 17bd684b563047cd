import { analytics, speaker } from '../../fixtures/payload';
import type { Scene } from '../scene';

/** Another of that purpose. */
function secondOf(purpose: string, ...sessions: Parameters<typeof speaker>[1][]): Record<string, unknown> {
  return { ...speaker(purpose, ...sessions), participantId: `${purpose}-2` };
}

const caller = speaker('customer', { segments: 'interact 0-120 client' });

/** Section 7: what the recorded history says. */
export const analyticsScenes: readonly Scene[] = [
  {
    rule: '7',
    title: 'Words of a usual call',
    input: analytics(
      [
        caller,
        speaker('ivr', { segments: 'ivr 0-15' }),
        speaker('acd', { segments: 'interact 15-40' }),
        speaker('agent', {
          segments: 'alert 40-48 | interact 48-70 | hold 70-85 | interact 85-120 client | wrapup 120-140',
        }),
      ],
      { E: 140 },
    ),
  },
  {
    rule: '7',
    title: 'Words of other media',
    input: analytics(
      [
        speaker('agent', {
          mediaType: 'message',
          segments: 'alert 0-5 | interact 5-30 | parked 30-60 | interact 60-80',
        }),
        secondOf('agent', {
          mediaType: 'callback',
          segments: 'scheduled 0-50 | dialing 50-60 | contacting 60-70',
        }),
        speaker('fax', {
          mediaType: 'email',
          segments: 'uploading 0-20 | converting 20-40 | transmitting 40-80',
        }),
        speaker('voicemail', { segments: 'voicemail 0-60' }),
      ],
      { E: 80 },
    ),
  },
  {
    rule: '7',
    title: 'Delay, system and words that are new',
    input: analytics(
      [
        caller,
        speaker('agent', { segments: 'delay 0-20 | system 20-40 | unknown 40-60 | teleporting 60-90' }),
      ],
      { E: 120 },
    ),
  },
  {
    rule: '7',
    title: 'Supervising is no talk',
    input: analytics(
      [
        caller,
        speaker('agent', { segments: 'interact 10-120' }),
        speaker('user', {
          segments: 'monitoring 20-40 | coaching 40-70 | barging 70-90',
          monitoredParticipantId: 'agent',
        }),
        secondOf('user', { mediaType: 'screenmonitoring', segments: 'screenmonitoring 30-100' }),
      ],
      { E: 120 },
    ),
  },
  {
    rule: '7',
    title: 'Co-browse, and a page that is shared',
    input: analytics(
      [
        speaker('customer', {
          mediaType: 'cobrowse',
          cobrowseRole: 'sharer',
          cobrowseRoomId: 'r',
          segments: 'interact 0-90',
        }),
        speaker('agent', {
          mediaType: 'cobrowse',
          cobrowseRole: 'viewer',
          cobrowseRoomId: 'r',
          segments: 'interact 10-85',
        }),
        secondOf('agent', { mediaType: 'screenshare', segments: 'sharing 20-70' }),
      ],
      { E: 90 },
    ),
  },
  {
    rule: '7',
    title: 'The vendor counted otherwise',
    input: analytics(
      [
        caller,
        speaker('agent', {
          segments: 'alert 5-10 | interact 10-60 | hold 60-80 | interact 80-120 client',
          metrics: [
            ['tTalk', 90_000],
            ['tHeld', 25_000],
          ],
        }),
      ],
      { E: 120 },
    ),
  },
];
