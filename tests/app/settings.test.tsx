import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { SettingsProvider, useSettings } from '../../src/app/settings';
import { useAddressView } from '../../src/app/view/useAddressView';
import { browserZone } from '../../src/app/zones';

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});

function Shown() {
  const { theme, timeZone, pageKeys } = useSettings();
  return <p>{`${theme} ${timeZone} ${pageKeys}`}</p>;
}

/** What another tab stored is heard here by an event. */
function elsewhere(name: string, newValue: string | null) {
  const event = new StorageEvent('storage', { key: `participant-timeline:${name}`, newValue });
  act(() => void window.dispatchEvent(event));
}

function open() {
  const { unmount } = render(
    <SettingsProvider>
      <Shown />
    </SettingsProvider>,
  );
  return unmount;
}

test('what is chosen in another tab holds in this one', () => {
  const close = open();
  elsewhere('theme', 'dark');
  elsewhere('zone', 'Asia/Tokyo');
  elsewhere('page-keys', 'off');
  expect(screen.getByText('dark Asia/Tokyo false')).toBeVisible();
  expect(document.documentElement.dataset['theme']).toBe('dark');
  for (const [name, value] of [
    ['zone', 'Nowhere/At_all'],
    ['zone', null],
    ['theme', null],
    ['else', 'light'],
  ] as const) {
    elsewhere(name, value);
  }
  expect(screen.getByText('dark Asia/Tokyo false')).toBeVisible();
  close();
  elsewhere('theme', 'light');
  expect(document.documentElement.dataset['theme']).toBe('dark');
});

test('the zone that a tab’s address names stays', () => {
  window.history.replaceState(null, '', '/c/x?v=1&zone=Asia%2FTokyo');
  open();
  elsewhere('zone', 'Europe/Berlin');
  expect(screen.getByText('system Asia/Tokyo true')).toBeVisible();
});

test('an address that names the browser’s zone where another was chosen before keeps it over a reload', () => {
  function Page() {
    useAddressView(true);
    return null;
  }
  const visit = (zone: string | null) => {
    window.history.replaceState(null, '', zone === null ? '/c/x' : `/c/x?v=1&zone=${zone}`);
    render(
      <SettingsProvider>
        <Page />
      </SettingsProvider>,
    ).unmount();
    return new URLSearchParams(window.location.search).get('zone');
  };
  expect(visit(browserZone())).toBeNull();
  localStorage.setItem('participant-timeline:zone', 'Asia/Tokyo');
  expect(visit(browserZone())).toBe(browserZone());
  expect(visit(null)).toBe('Asia/Tokyo');
});
