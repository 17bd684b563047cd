import { LINK_SHADES, SEGMENT_SHADES, SESSION_SHADES, type Shade, SURFACE_SHADES } from '../../../ui/palette';

export type ColourGroup = 'surfaces' | 'segments' | 'links';
export type Scheme = 'light' | 'dark';
export const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** A custom property that holds a colour, and what it holds unless a host says otherwise. */
export interface Colour {
  /** With its dashes: `--pt-accent`. */
  name: string;
  group: ColourGroup;
  light: string;
  dark: string;
  /** What it has to differ by from the background, as a contrast ratio; absent: it need not. */
  least?: number;
}

/** Words need more contrast than bars; grounds and quiet lines need none. */
const LEAST: { readonly [name: string]: number | undefined } = {
  ink: 4.5,
  muted: 4.5,
  accent: 4.5,
  error: 4.5,
  warning: 4.5,
  inside: 3,
  control: 3,
};

function colour(group: ColourGroup, name: string, [light, dark]: Shade): Colour {
  const least = group === 'surfaces' ? LEAST[name] : 3;
  return { name: `--pt-${name}`, group, light, dark, least };
}

/** Grounds of messages that the site around a timeline shows: the timeline itself has none of them. */
const OF_THE_SITE: readonly string[] = ['error-soft', 'warning-soft'];

const isShown = ([name, [light]]: [string, Shade]) => light.startsWith('#') && !OF_THE_SITE.includes(name);

export const COLOURS: readonly Colour[] = [
  ...Object.entries<Shade>(SURFACE_SHADES)
    .filter(isShown)
    .map(([name, shade]) => colour('surfaces', name, shade)),
  ...Object.entries(SEGMENT_SHADES).map(([name, shade]) => colour('segments', name, shade)),
  ...Object.entries(LINK_SHADES).map(([name, shade]) => colour('links', `link-${name}`, shade)),
  ...SESSION_SHADES.map((shade, place) => colour('links', `session-${place}`, shade)),
];

/** What was changed, by scheme and by name. */
export type Changes = { readonly [scheme in Scheme]: { readonly [name: string]: string } };
export const UNCHANGED: Changes = { light: {}, dark: {} };

export function valueOf(changes: Changes, scheme: Scheme, { name, light, dark }: Colour): string {
  return changes[scheme][name] ?? { light, dark }[scheme];
}

/** Back to what it was is no change. */
export function changed(
  changes: Changes,
  scheme: Scheme,
  change: { colour: Colour; value: string },
): Changes {
  const { colour, value } = change;
  const { [colour.name]: _before, ...others } = changes[scheme];
  const same = value.toLowerCase() === colour[scheme].toLowerCase();
  return { ...changes, [scheme]: same ? others : { ...others, [colour.name]: value } };
}

/** The declarations that say the changes; a colour that was changed in one scheme keeps its own in the other. */
export function declarations(changes: Changes): string[] {
  return COLOURS.filter(({ name }) => name in changes.light || name in changes.dark).map((colour) => {
    const [light, dark] = SCHEMES.map((scheme) => valueOf(changes, scheme, colour));
    return `${colour.name}: light-dark(${light}, ${dark});`;
  });
}

/** For the component and the element alike. */
export function themeCode(lines: readonly string[]): string {
  return ['.pt-root,', 'participant-timeline {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}
