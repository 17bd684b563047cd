import { type Overlays, type ViewInit } from '../../core/view/view';
import type { Theme } from '../../ui/palette';
import { isZone } from '../../ui/zone';
import { isSet, overlaysIn, themeNamed } from '../choices';
import { isLocale } from './places';

/** How the frame looks, as its address says it: choices from fixed lists and names of zones, never data. */
export interface Settings {
  theme: Theme;
  timeZone?: string;
  locale?: string;
  /** Which way the host runs; empty: from left to right. */
  dir: 'rtl' | '';
  overlays?: Partial<Overlays>;
  compact: boolean;
  readOnly: boolean;
  toolbar: boolean;
  live: boolean;
  view: ViewInit;
}

/** What cannot be read is left out: a frame with a wrong zone is better than none. */
export function settingsFrom(search: string): Settings {
  const query = new URLSearchParams(search);
  const timeZone = query.get('timeZone') ?? '';
  const locale = query.get('locale') ?? '';
  return {
    theme: themeNamed(query.get('theme')) ?? 'system',
    timeZone: isZone(timeZone) ? timeZone : undefined,
    locale: isLocale(locale) ? locale : undefined,
    dir: query.get('dir') === 'rtl' ? 'rtl' : '',
    overlays: overlaysIn(query.get('overlays')),
    compact: isSet(query.get('compact')),
    readOnly: isSet(query.get('readOnly')),
    toolbar: query.get('toolbar') !== 'false',
    live: isSet(query.get('live')),
    view: query.get('clock') === 'elapsed' ? { clock: 'elapsed' } : {},
  };
}
