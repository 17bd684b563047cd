import { describe, expect, test } from 'vitest';
import {
  isErrorDisconnect,
  isKnownDisconnect,
  isNoAnswer,
  isTransfer,
  normalDisconnect,
} from '../../../src/core/timeline/disconnect';

describe('normalDisconnect', () => {
  test.each([
    ['transfer.consult', 'consultTransfer', 'CONSULT_TRANSFER', 'TRANSFER_CONSULT'],
    ['endpoint.dnd', 'endpointDnd', 'dndEndpoint', 'DND_ENDPOINT', 'endpoint.donotdisturb'],
    ['transfer.dnd', 'dndTransfer', 'DND_TRANSFER', 'transfer.donotdisturb', 'doNotDisturbTransfer'],
    ['transfer.noanswer', 'noAnswerTransfer', 'NO_ANSWER_TRANSFER', 'transfer no-answer'],
    ['transfer.notavailable', 'notAvailableTransfer', 'NOT_AVAILABLE_TRANSFER', 'transfer.not.available'],
    ['transport.failure', 'transportFailure', 'TRANSPORT_FAILURE', 'Transport Failure'],
    ['session.expired', 'sessionExpired', 'SESSION_EXPIRED', 'sessionEXPIRED'],
  ])('%s and its other spellings are one', (...spellings) => {
    expect(new Set(spellings.map(normalDisconnect)).size).toBe(1);
    expect(spellings.every(isKnownDisconnect)).toBe(true);
  });

  test('single words only lose their case', () => {
    expect(normalDisconnect('Client')).toBe('client');
    expect(normalDisconnect('UNCALLABLE')).toBe('uncallable');
    expect(normalDisconnect('DNDEndpoint')).toBe('dnd.endpoint');
  });

  test('nothing is nothing', () => {
    expect(normalDisconnect('')).toBe('');
    expect(normalDisconnect(' ._- ')).toBe('');
    expect(isKnownDisconnect('')).toBe(false);
  });

  test('a second time changes nothing', () => {
    for (const text of ['NO_ANSWER_TRANSFER', 'consultTransfer', 'Grüße.an.alle']) {
      expect(normalDisconnect(normalDisconnect(text))).toBe(normalDisconnect(text));
    }
  });
});

test('isTransfer', () => {
  expect(
    ['transfer', 'BLIND_TRANSFER', 'forwardTransfer', 'transfer.conference', 'transfer.donotdisturb'].every(
      isTransfer,
    ),
  ).toBe(true);
  expect(['client', 'transport.failure', 'transferred', ''].some(isTransfer)).toBe(false);
});

test('isNoAnswer', () => {
  expect(['noanswer', 'NO_ANSWER', 'noAnswerTransfer', 'transfer.noanswer'].every(isNoAnswer)).toBe(true);
  expect(['answer', 'transfer.notavailable', 'timeout'].some(isNoAnswer)).toBe(false);
});

test('isErrorDisconnect', () => {
  expect(['error', 'ERROR', 'transport.failure', 'transportFailure'].every(isErrorDisconnect)).toBe(true);
  expect(['client', 'errors', 'timeout'].some(isErrorDisconnect)).toBe(false);
});

test('a word that the vendor adds one day is not known', () => {
  expect(isKnownDisconnect('transfer.telepathy')).toBe(false);
  expect(isKnownDisconnect('transfer.blind')).toBe(true);
});
