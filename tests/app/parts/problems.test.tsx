import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Severity } from '../../../src/core/index';
import { ProblemPanel } from '../../../src/app/problems/ProblemPanel';
import type { FoundProblem } from '../../../src/workers/messages';

function problem(severity: Severity): FoundProblem {
  return { problem: { code: 'invalid-json', severity, message: `One ${severity}`, pointers: [] } };
}

test('problems that come in place of others are listed though only a severity was wanted of which there is none now', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<ProblemPanel problems={[problem('error'), problem('info')]} count={2} />);
  await user.click(screen.getByRole('button', { name: '1 note' }));
  expect(screen.getByRole('list', { name: 'Problems' })).not.toHaveTextContent('One error');
  rerender(<ProblemPanel problems={[problem('error')]} count={1} />);
  expect(screen.getByRole('list', { name: 'Problems' })).toHaveTextContent('One error');
});
