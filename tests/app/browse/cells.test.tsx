import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MarksCell } from '../../../src/app/browse/list/cells';
import { factsOf } from '../../../src/core/facts/facts';
import { parseConversations } from '../../../src/core/index';
import { agent, customer, type Parts, rest } from '../../fixtures/payload';

function marked(offer: Parts): string | null {
  const [conversation] = parseConversations(
    rest([customer({ calls: [{ C: 0, E: 60, state: 'disconnected' }] }), agent({ calls: [offer] })]),
  ).conversations;
  if (!conversation) throw new Error('none');
  const { container } = render(<MarksCell row={factsOf(conversation)} />);
  return container.textContent;
}

test('what is remarkable is said, though it may have a column of its own', () => {
  expect(marked({ A: 0, C: 10, E: 60, state: 'disconnected' })).toBe('–');
  expect(marked({ A: 0, E: 30, state: 'disconnected' })).toBe('Unanswered offersProblems');
  expect(marked({ C: 0, H: 10, held: false, E: 60, state: 'disconnected' })).toBe('Problems');
});
