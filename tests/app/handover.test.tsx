import { Blob as NodeBlob } from 'node:buffer';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LinkDialog } from '../../src/app/handover/LinkDialog';
import { RedactDialog } from '../../src/app/handover/RedactDialog';
import { type RedactionChoice, redactedView, USUAL_CHOICE } from '../../src/app/handover/redaction';
import { parseConversations } from '../../src/core/index';
import { readHandover } from '../../src/ui/handover';
import { withDialogs } from '../fixtures/dialogs';
import { agent, rest } from '../fixtures/payload';

const ID = '7c1e9f0a-52d4-4b6e-9c03-5d8e2f41ca91';
const call = { C: 0, E: 60, state: 'terminated' };
const [conversation] = parseConversations(
  rest([agent({ name: 'Jonas Weber', queueName: 'Billing', calls: [call] })], { id: ID }),
).conversations;
if (!conversation) throw new Error('none');
const original = conversation;

const IDS = 'Replace ids too';
const ORGANISATION = 'Replace names of queues, skills, teams and wrap-up codes too';
/** Of what stands in the conversation, what is left when so much is ticked. */
const CHOICES: [ticked: string[], left: string[]][] = [
  [[], [ID, 'Billing']],
  [[IDS], ['Billing']],
  [[ORGANISATION], [ID]],
  [[IDS, ORGANISATION], []],
];
const leftIn = (text: string) => ['Jonas', ID, 'Billing'].filter((value) => text.includes(value));

test.each(CHOICES)('a link holds nothing of what is to be replaced: %j', async (ticked, left) => {
  onTestFinished(withDialogs());
  vi.stubGlobal('Blob', NodeBlob); // that of jsdom has no streams
  onTestFinished(() => void vi.unstubAllGlobals());
  const user = userEvent.setup();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  onTestFinished(() => copied.mockRestore());
  render(<LinkDialog conversation={original} onClose={() => undefined} />);
  for (const name of ticked) await user.click(screen.getByRole('checkbox', { name }));
  const copy = screen.getByRole('button', { name: 'Copy link' });
  await waitFor(() => expect(copy).toBeEnabled());
  await user.click(copy);
  const [link = ''] = copied.mock.lastCall ?? [];
  const handed = await readHandover(new URL(link).hash);
  expect('text' in handed && leftIn(handed.text)).toEqual(left);
});

test('there is no link that is longer than browsers take, and it is said why', async () => {
  onTestFinished(withDialogs());
  vi.stubGlobal('Blob', NodeBlob);
  onTestFinished(() => void vi.unstubAllGlobals());
  const id = Array.from({ length: 9000 }, (_, at) => Math.sin(at)).join(''); // packs badly
  const [large] = parseConversations(rest([agent({ calls: [call] })], { id })).conversations;
  render(<LinkDialog conversation={large ?? original} onClose={() => undefined} />);
  expect(await screen.findByText(/^The link would be [\d,]+ characters long/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeDisabled();
});

test.each(CHOICES)('a redacted conversation holds nothing of it either: %j', async (ticked, left) => {
  onTestFinished(withDialogs());
  const user = userEvent.setup();
  const onApply = vi.fn<(choice: RedactionChoice) => void>();
  render(<RedactDialog conversation={original} onApply={onApply} onClose={() => undefined} />);
  for (const name of ticked) await user.click(screen.getByRole('checkbox', { name }));
  await user.click(screen.getByRole('button', { name: 'Show redacted' }));
  const [choice] = onApply.mock.lastCall ?? [];
  const { conversation: masked, input } = redactedView(original, choice ?? USUAL_CHOICE);
  expect(leftIn(JSON.stringify(masked))).toEqual(left);
  expect(input.kind === 'text' && leftIn(input.text)).toEqual(left);
});
