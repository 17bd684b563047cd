import { apart, boolean, json, many, model, number, one, planned, text, texts, time, word } from '../field';
import { evaluation } from './evaluation';

const transferParty = model({ userId: word, userName: text, queueId: word, groupId: word, address: text });

export const transfer = model({
  id: word,
  state: text,
  dateIssued: time,
  initiator: one(transferParty),
  modifiedBy: one(transferParty),
  destination: one(transferParty),
  transferType: text,
});

/** What stands beside `participants` in a conversation of any form. */
export const conversation = model(
  {
    id: word,
    name: text,
    startTime: time,
    endTime: time,
    address: text,
    state: text,
    originatingDirection: text,
    divisionIds: texts,
    recordingState: text,
    maxParticipants: number,
    externalTag: text,
    recentTransfers: many(transfer),
    evaluations: many(evaluation),
    otherMediaUris: texts,
    securePause: boolean,
    utilizationLabelId: text,
    inactivityTimeout: planned,
    divisions: json,
    selfUri: text,
    participants: apart,
  },
  {
    conversationId: 'id',
    conversationStart: 'startTime',
    conversationEnd: 'endTime',
  },
);
