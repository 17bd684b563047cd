// @vitest-environment node
import { expect, test } from 'vitest';
import { createCollector } from '../../src/workers/collect';
import { conversationOf } from '../../src/workers/found';
import type { ParseReport, ParseRequest } from '../../src/workers/messages';
import { serveParse } from '../../src/workers/serve';
import { conversationText, lines } from './conversationText';

/** What the worker says to one request, as it would arrive: cloned. */
function answers(text: string): Promise<ParseReport[]> {
  return new Promise((resolve) => {
    const reports: ParseReport[] = [];
    let ask: ((request: ParseRequest) => void) | undefined;
    serveParse({
      send(report, transfer = []) {
        reports.push(structuredClone(report, { transfer }));
        if (report.type === 'done') resolve(reports);
      },
      listen: (listener) => {
        ask = listener;
      },
    });
    ask?.({ type: 'parse', sources: [{ blob: new Blob([text]) }] });
  });
}

test('conversations and problems cross in batches and come out as they went in', async () => {
  const reports = await answers(`${lines(700)}\n{"id": oops}\n${conversationText('last', 'Zoë – Ünal')}`);
  expect(reports[0]).toEqual({ type: 'ready' });
  expect(reports.at(-1)).toEqual({ type: 'done' });

  const collector = createCollector();
  for (const report of reports) if (report.type === 'batch') collector.addBatch(report.batch);
  const { found, problems } = collector.outcome('done');
  expect(found).toHaveLength(701);
  expect(problems[0]?.problem).toMatchObject({ line: 701 });
  const last = found.at(-1);
  expect(last?.summary.title).toBe('Zoë – Ünal');
  expect(last && conversationOf(last).observations[0]?.participants[0]?.name).toBe('Zoë – Ünal');
});
