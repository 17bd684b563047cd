/** The conversations that come with the site, in the order in which they are offered. All of it is made up. */
export interface Sample {
  id: string;
  /** Name of the file in `public/samples/`. */
  file: string;
  title: string;
  /** What to look at, in one sentence for a supervisor. */
  teaches: string;
  /** What the file holds, in the words of `ParseResult.format`. */
  format: string;
}

export const samples: readonly Sample[] = [
  {
    id: 'billing-call-cobrowse',
    file: 'billing-call-cobrowse.json',
    title: 'Billing call with co-browse',
    teaches:
      'Follow one call through menu, queue, hold, consult and wrap-up, see who shared and who controlled the page, and where after-call work ran past its limit.',
    format: 'conversation',
  },
  {
    id: 'cobrowse-participant',
    file: 'cobrowse-participant.json',
    title: 'Two viewers in one co-browse session',
    teaches:
      'Two agents view the same shared page and control each other, and one of them drops out with an error and comes back in a second row.',
    format: 'media-conversation',
  },
  {
    id: 'single-participant',
    file: 'single-participant.json',
    title: 'One agent, every medium',
    teaches:
      'One participant with a call, a chat, an email and six more media at once: open the details to find every field the vendor can send.',
    format: 'participant',
  },
  {
    id: 'swift-and-python-spelling',
    file: 'swift-and-python-spelling.jsonl',
    title: 'Swift and Python spelling',
    teaches:
      'The same kind of record as written by two other tools: different field names and date forms, the same picture.',
    format: 'media-participant',
  },
  {
    id: 'cobrowse-events',
    file: 'cobrowse-events.jsonl',
    title: 'Co-browse from live events',
    teaches:
      'A stream of notifications keeps what a snapshot forgets: three holds, and control granted and taken back twice, each with its exact times.',
    format: 'events',
  },
  {
    id: 'analytics-voice-transfer',
    file: 'analytics-voice-transfer.json',
    title: 'Analytics: call with consult transfer',
    teaches:
      'Compare our totals with the vendor’s own: they agree to the millisecond but for one handle time that is 40 ms off.',
    format: 'analytics',
  },
  {
    id: 'unanswered-offers',
    file: 'unanswered-offers.json',
    title: 'Chat that rang out twice',
    teaches:
      'Two agents let the offer run to its 30-second limit before the third offer was answered; the customer waited all the while.',
    format: 'media-conversation',
  },
  {
    id: 'parked-message',
    file: 'parked-message.json',
    title: 'Parked message',
    teaches:
      'One agent resumed at a stated time, one at a time nobody recorded, and one has the message parked until a planned hour.',
    format: 'media-conversation',
  },
  {
    id: 'acw-overrun-and-skipped',
    file: 'acw-overrun-and-skipped.json',
    title: 'After-call work: overrun, skipped, pending',
    teaches:
      'A scheduled callback passes through four agents: one missed it, one wrapped up too long, one skipped, one is still at it.',
    format: 'conversation',
  },
  {
    id: 'coach-and-barge',
    file: 'coach-and-barge.json',
    title: 'Outbound call with coach and barge-in',
    teaches:
      'See when a supervisor listened in, coached and joined the call, and how it went on as a conference after the agent left.',
    format: 'conversation',
  },
  {
    id: 'every-segment',
    file: 'every-segment.json',
    title: 'Every kind of segment',
    teaches:
      'A key to the picture: each kind of segment the vendor records, and one it has not invented yet.',
    format: 'analytics',
  },
  {
    id: 'detail-events',
    file: 'detail-events.jsonl',
    title: 'Detail events from EventBridge',
    teaches:
      'Single facts about starts, ends and wrap-up become lanes; the hold is counted but not drawn, as no event says when it was.',
    format: 'events',
  },
  {
    id: 'listing',
    file: 'listing.json',
    title: 'Six short conversations',
    teaches:
      'One file may hold many: voice, chat, email, message, callback and video, each opened by itself.',
    format: 'conversation',
  },
  {
    id: 'long-running',
    file: 'long-running.json',
    title: 'Chat that nobody closed',
    teaches:
      'It waited seven and a half hours for its first agent and a leg hung for two months after: fold the idle time to read it.',
    format: 'conversation',
  },
  {
    id: 'browser-recording',
    file: 'browser-recording.har',
    title: 'Recording of the browser’s network',
    teaches:
      'Two answers of the vendor’s service, minutes apart, make one history; cookies and headers are dropped before anything is kept.',
    format: 'har',
  },
  {
    id: 'broken',
    file: 'broken.json',
    title: 'File that was cut off',
    teaches:
      'The fourth participant was cut in half and two dates make no sense: see what was kept, and where each fault stands.',
    format: 'conversation',
  },
  {
    id: 'hostile',
    file: 'hostile.json',
    title: 'File that means harm',
    teaches:
      'Names that hide their true letters, spreadsheet formulas and dangerous links: all shown as plain text, none of it takes effect.',
    format: 'conversation',
  },
];
