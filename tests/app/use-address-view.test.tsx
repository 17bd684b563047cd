import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { SettingsProvider } from '../../src/app/settings';
import { useAddressView } from '../../src/app/view/useAddressView';

beforeEach(() => window.history.replaceState({ from: 'the list' }, '', '/c/x'));

const visit = (inAddress = true, redacted = false) =>
  renderHook(() => useAddressView(inAddress, redacted), { wrapper: SettingsProvider }).result;
const filter = (view: ReturnType<typeof visit>, text: string) =>
  act(() => view.current[1]((current) => ({ ...current, filter: text })));

test('what the filter says stays with the tab’s history, and out of the address', () => {
  filter(visit(), 'Maya');
  expect(window.location.href).not.toContain('Maya');
  expect(window.history.state).toMatchObject({ from: 'the list', filter: 'Maya' });
  expect(visit().current[0].filter).toBe('Maya');
  window.history.pushState(null, '', '/c/y');
  expect(visit().current[0].filter).toBe('');
});

test('a name that is filtered by does not outlive a redaction', () => {
  filter(visit(), 'Maya');
  expect(visit(true, true).current[0].filter).toBe('');
  expect(window.history.state).toEqual({ from: 'the list' });
  expect(visit().current[0].filter).toBe('');
});

test('a made-up name that is filtered by does not outlive its redaction, as by a reload', () => {
  const redacted = visit(true, true);
  filter(redacted, 'Agent 1');
  expect(redacted.current[0].filter).toBe('Agent 1');
  expect(visit().current[0].filter).toBe('');
});

test('a view that is not in the address leaves the history alone', () => {
  filter(visit(false), 'Maya');
  expect(window.history.state).toEqual({ from: 'the list' });
});
