import type { ClockMode, OverlayName, Overlays } from '../../core/view/view';
import type { Theme } from '../../ui/palette';
import { SHOWCASE } from '../samples';

export type Form = 'react' | 'element' | 'frame';
export const FORMS: readonly Form[] = ['react', 'element', 'frame'];

/** `host`: nothing is said, and the colour scheme around it holds. */
export type ExampleTheme = 'host' | Theme;
export const EXAMPLE_THEMES: readonly ExampleTheme[] = ['host', 'light', 'dark', 'system', 'high-contrast'];

/** What the controls of the examples say. All forms share it, and the code beside them follows it. */
export interface Choice {
  sample: string;
  theme: ExampleTheme;
  /** Empty: that of the page. */
  timeZone: string;
  locale: string;
  compact: boolean;
  toolbar: boolean;
  readOnly: boolean;
  clock: ClockMode;
  /** Overlays that are not as they are at first. */
  overlays: Partial<Overlays>;
}

export const AT_FIRST: Choice = {
  sample: SHOWCASE,
  theme: 'host',
  timeZone: 'UTC',
  locale: '',
  compact: false,
  toolbar: true,
  readOnly: false,
  clock: 'time',
  overlays: {},
};

export const ZONES: readonly string[] = ['', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
export const LOCALES: readonly string[] = ['', 'en-GB', 'en-US', 'de', 'fr', 'ja'];

/** Switches an overlay; one that is as it is at first need not be said. */
export function withOverlay(
  choice: Choice,
  name: OverlayName,
  change: { on: boolean; atFirst: boolean },
): Choice {
  const { [name]: _before, ...others } = choice.overlays;
  return { ...choice, overlays: change.on === change.atFirst ? others : { ...others, [name]: change.on } };
}
