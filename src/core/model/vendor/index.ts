/**
 * The vendor's models, as data: one table serves the reader, the types and the tests.
 * Source: the vendor's public API models (Swift SDK 178 and the REST reference). Where several models
 * describe one thing (a call and a chat, a session and a communication), one table holds their union.
 */
export { communication, metric, recordedSegment } from './communication';
export { conversation, transfer } from './conversation';
export { detailEvent } from './detail-event';
export { evaluation } from './evaluation';
export { MEDIA_ARRAYS } from './media';
export { messageParticipant, participant } from './participant';
export { afterCallWork, entityRef, errorInfo, journeyContext, routingData, wrapup } from './reference';
