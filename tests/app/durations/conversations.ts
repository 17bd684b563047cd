const START = Date.UTC(2026, 10, 19, 9);

function at(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

function segment(type: string, from: number, to: number) {
  return { type, startTime: at(from), endTime: at(to) };
}

/** An agent with two holds, of 20 and of 30 s, and a customer who talks throughout. */
export function rest(): object {
  return {
    id: 'two-holds',
    participants: [
      {
        id: 'customer',
        name: 'Ada',
        purpose: 'customer',
        calls: [
          {
            id: 'k1',
            state: 'terminated',
            disconnectedTime: at(190),
            segments: [segment('Interact', 0, 190)],
          },
        ],
      },
      {
        id: 'agent',
        name: 'Jonas',
        purpose: 'agent',
        calls: [
          {
            id: 'k2',
            state: 'terminated',
            disconnectedTime: at(190),
            segments: [
              segment('Interact', 0, 60),
              segment('Hold', 60, 80),
              segment('Interact', 80, 120),
              segment('Hold', 120, 150),
              segment('Interact', 150, 190),
            ],
          },
        ],
      },
    ],
  };
}

/** One session whose own figures agree about talk and not about hold. */
export function analytics(): object {
  const part = (segmentType: string, from: number, to: number) => ({
    segmentType,
    segmentStart: at(from),
    segmentEnd: at(to),
  });
  return {
    conversationId: 'metrics',
    conversationStart: at(0),
    conversationEnd: at(80),
    participants: [
      {
        participantId: 'agent',
        participantName: 'Jonas',
        purpose: 'agent',
        sessions: [
          {
            sessionId: 's1',
            mediaType: 'voice',
            segments: [part('interact', 0, 40), part('hold', 40, 60), part('interact', 60, 80)],
            metrics: [
              { name: 'tTalk', value: 60_003 },
              { name: 'tHeld', value: 25_000 },
              { name: 'nConnected', value: 1 },
            ],
          },
        ],
      },
    ],
  };
}
