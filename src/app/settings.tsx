import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Theme } from '../ui/palette';
import { isZone } from '../ui/zone';
import { zoneFromQuery } from './view/address';
import { browserZone } from './zones';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'high-contrast'];

interface Settings {
  timeZone: string;
  setTimeZone: (zone: string) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  /** Whether single letters and signs do something wherever the focus is: whoever dictates says such by the way. */
  pageKeys: boolean;
  setPageKeys: (on: boolean) => void;
}

const ZONE = 'participant-timeline:zone';
const THEME = 'participant-timeline:theme';
const PAGE_KEYS = 'participant-timeline:page-keys';
const OFF = 'off';

const SettingsContext = createContext<Settings | undefined>(undefined);

/** Storage may be forbidden: the choice then lasts as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then the choice lasts as long as the page.
  }
}

/** The one that an address names, else the one chosen last, else the browser's. */
function zoneBy(address: string | null): string {
  const wanted = [address, stored(ZONE)];
  return wanted.find((zone) => zone !== null && isZone(zone)) ?? browserZone();
}

/** Whether a page whose address names no zone is in this one: it is the browser's own, and no other was chosen. */
export function goesWithoutSaying(timeZone: string): boolean {
  return timeZone === browserZone() && timeZone === zoneBy(null);
}

export function themeNamed(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? 'system';
}

function initialTheme(): Theme {
  const theme = stored(THEME);
  return themeNamed(theme);
}

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [timeZone, setZone] = useState(() => zoneBy(zoneFromQuery(location.search)));
  const [theme, setThemeName] = useState(initialTheme);
  const [pageKeys, setKeys] = useState(() => stored(PAGE_KEYS) !== OFF);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  useEffect(() => {
    // What is chosen in another tab holds here, too, but for a zone that this tab's address names.
    function onStorage({ key, newValue }: StorageEvent) {
      if (newValue === null) return;
      if (key === THEME) setThemeName(themeNamed(newValue));
      if (key === PAGE_KEYS) setKeys(newValue !== OFF);
      if (key === ZONE && isZone(newValue) && !zoneFromQuery(location.search)) setZone(newValue);
    }
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);

  function setTimeZone(zone: string) {
    setZone(zone);
    store(ZONE, zone);
  }
  function setTheme(name: Theme) {
    setThemeName(name);
    store(THEME, name);
  }
  function setPageKeys(on: boolean) {
    setKeys(on);
    store(PAGE_KEYS, on ? 'on' : OFF);
  }
  const settings = { timeZone, setTimeZone, theme, setTheme, pageKeys, setPageKeys };
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('No settings around this component');
  return settings;
}
