import {
  LINK_SHADES,
  type Paint,
  SEGMENT_SHADES,
  SESSION_SHADES,
  type Shade,
  SURFACE_SHADES,
} from '../../../ui/theme';

function both(shade: Shade | undefined): string {
  return shade ? `light-dark(${shade[0]}, ${shade[1]})` : 'currentColor';
}

/** The palette outside of a timeline, where its custom properties are not at hand. */
export const pagePaint: Paint = {
  segment: (type) => both(SEGMENT_SHADES[type]),
  segmentInk: () => 'currentColor',
  link: (kind) => both(LINK_SHADES[kind]),
  linkInk: both(SURFACE_SHADES.bg),
  session: (session) => both(SESSION_SHADES[session % SESSION_SHADES.length]),
  surface: (name) => both(SURFACE_SHADES[name]),
};
