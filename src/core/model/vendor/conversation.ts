import { apart, boolean, json, many, model, number, one, planned, text, texts, time } from '../field';
import { evaluation } from './evaluation';

const transferParty = model({ userId: text, userName: text, queueId: text, groupId: text, address: text });

export const transfer = model({
  id: text,
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
    id: text,
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
