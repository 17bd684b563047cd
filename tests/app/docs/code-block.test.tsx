import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CodeBlock } from '../../../src/app/docs/CodeBlock';

test('code that is reached by keys, to be scrolled, says which it is', async () => {
  const user = userEvent.setup();
  render(<CodeBlock title="Conversation.tsx" code="<ParticipantTimeline />" />);
  await user.tab();
  expect(screen.getByRole('button', { name: 'Copy: Conversation.tsx' })).toHaveFocus();
  await user.tab();
  expect(document.activeElement).toHaveRole('group');
  expect(document.activeElement).toHaveAccessibleName('Conversation.tsx');
});
