/** A small conversation as JSON text on one line. */
export function conversationText(id: string, name = `Customer of ${id}`): string {
  return JSON.stringify({
    id,
    participants: [
      {
        id: `${id}-p`,
        name,
        purpose: 'customer',
        calls: [
          {
            id: `${id}-k`,
            state: 'disconnected',
            direction: 'inbound',
            startTime: '2026-11-19T09:00:00.000Z',
            connectedTime: '2026-11-19T09:00:10.000Z',
            disconnectedTime: '2026-11-19T09:05:00.000Z',
          },
        ],
      },
    ],
  });
}

export function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => conversationText(`c${index}`)).join('\n');
}
