import { describe, expect, test } from 'vitest';
import { isCustomer, isStaff, plainWord } from '../../../src/core/timeline/purpose';
import {
  connectedAs,
  isKnownPurpose,
  isKnownSegmentWord,
  isKnownState,
  mediaOf,
  modeOf,
  segmentTypeOf,
} from '../../../src/core/timeline/words';

describe('a word compares without case and separators', () => {
  test.each([
    ['interact', 'interact'],
    ['INTERACT', 'interact'],
    ['Wrap_Up', 'wrapup'],
    ['wrap-up', 'wrapup'],
    ['after call work', 'aftercallwork'],
    ['az09', 'az09'],
    ['a`b{c/d:e', 'abcde'],
    ['grün', 'grn'],
    ['', ''],
  ])('%j is %j', (word, plain) => {
    expect(plainWord(word)).toBe(plain);
  });
});

describe('who somebody is by purpose', () => {
  test.each(['agent', 'user', 'AGENT', 'User'])('%s is staff and no customer', (purpose) => {
    expect([isStaff(purpose), isCustomer(purpose)]).toEqual([true, false]);
  });

  test.each(['customer', 'external', 'CUSTOMER', 'External'])('%s is a customer and no staff', (purpose) => {
    expect([isStaff(purpose), isCustomer(purpose)]).toEqual([false, true]);
  });

  test.each(['acd', 'ivr', 'unknown', ''])('%j is neither', (purpose) => {
    expect([isStaff(purpose), isCustomer(purpose)]).toEqual([false, false]);
  });

  test('known ones are those of the vendor, in any case', () => {
    const known =
      'acd agent api botflow campaign customer dialer external fax group inbound ivr manual outbound';
    for (const purpose of `${known} station user voicemail voicesurveyflow workflow flow`.split(' ')) {
      expect([purpose, isKnownPurpose(purpose), isKnownPurpose(purpose.toUpperCase())]).toEqual([
        purpose,
        true,
        true,
      ]);
    }
    expect(['robot', '', 'acd agent'].map(isKnownPurpose)).toEqual([false, false, false]);
  });
});

describe('what a connection is called', () => {
  test.each([
    [
      'ivr',
      'ivr workflow botflow voicesurveyflow flow inbound outbound inbound_flow outbound-flow InboundFlow',
    ],
    ['queued', 'acd ACD'],
    ['voicemail', 'voicemail'],
    ['connected', 'agent user customer external fax station group api dialer campaign manual anything'],
  ])('%s for %s', (type, purposes) => {
    for (const purpose of purposes.split(' ')) {
      expect([purpose, connectedAs(purpose)]).toEqual([purpose, type]);
      expect([purpose, segmentTypeOf('INTERACT', purpose)]).toEqual([purpose, type]);
      expect([purpose, segmentTypeOf('Hold', purpose)]).toEqual([purpose, 'hold']);
    }
  });
});

describe('segments', () => {
  test.each([
    ['alerting', 'alert Alerting'],
    ['hold', 'hold Held'],
    ['acw', 'wrapup Wrap_Up acw AfterCallWork'],
    ['parked', 'parked park'],
    ['scheduled', 'callback scheduled'],
    ['other', 'delay system converting unknown'],
    ['ivr', 'ivr'],
    ['dialing', 'dialing'],
    ['contacting', 'contacting'],
    ['offering', 'offering'],
    ['voicemail', 'voicemail'],
    ['uploading', 'uploading'],
    ['transmitting', 'transmitting'],
    ['monitoring', 'monitoring'],
    ['coaching', 'coaching'],
    ['barging', 'barging'],
    ['screenmonitoring', 'screenmonitoring ScreenMonitoring'],
    ['sharing', 'sharing'],
  ])('%s for %s, all of them known', (type, words) => {
    for (const word of words.split(' ')) {
      expect([word, segmentTypeOf(word, 'agent'), isKnownSegmentWord(word)]).toEqual([word, type, true]);
    }
  });

  test('another word is other, and news', () => {
    expect([segmentTypeOf('levitating', 'agent'), isKnownSegmentWord('levitating')]).toEqual([
      'other',
      false,
    ]);
    expect([isKnownSegmentWord('Interact'), isKnownSegmentWord('')]).toEqual([true, false]);
  });
});

describe('states', () => {
  test.each([
    ['ended', 'disconnected Terminated'],
    ['other', 'converting'],
    ['alerting', 'alerting'],
    ['dialing', 'dialing'],
    ['contacting', 'contacting'],
    ['offering', 'offering'],
    ['connected', 'connected CONNECTED'],
    ['uploading', 'uploading'],
    ['transmitting', 'transmitting'],
    ['parked', 'parked'],
    ['scheduled', 'scheduled'],
    ['none', 'none'],
  ])('%s for %s, all of them known', (mode, states) => {
    for (const state of states.split(' ')) {
      expect([state, modeOf(state), isKnownState(state)]).toEqual([state, mode, true]);
    }
  });

  test('another word is other, and news', () => {
    expect([modeOf('levitating'), isKnownState('levitating')]).toEqual(['other', false]);
  });
});

describe('media', () => {
  test.each([
    ['call', 'voice VOICE call'],
    ['callback', 'callback'],
    ['chat', 'chat webchat'],
    ['cobrowse', 'cobrowse COBROWSE'],
    ['email', 'email'],
    ['message', 'message'],
    ['internal-message', 'internalmessage INTERNAL_MESSAGE'],
    ['screen-monitoring', 'screenmonitoring'],
    ['screenshare', 'screenshare SCREEN_SHARE'],
    ['social', 'social socialExpression'],
    ['video', 'video'],
  ])('%s for %s', (media, words) => {
    for (const word of words.split(' ')) expect([word, mediaOf(word)]).toEqual([word, media]);
  });

  test('none for others', () => {
    expect([mediaOf('telepathy'), mediaOf(''), mediaOf(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
