import type { LinkKind } from '../core/model/timeline';
import type { SegmentLook } from '../core/model/look';
import type { SURFACE_SHADES } from './palette';
import { SESSION_LOOKS } from './patterns';

/** Colours by the names under which the drawing asks for them. */
export interface Paint {
  segment(type: SegmentLook): string;
  segmentInk(type: SegmentLook): string;
  link(kind: LinkKind): string;
  linkInk: string;
  session(session: number): string;
  surface(name: keyof typeof SURFACE_SHADES): string;
}

/** For the page: custom properties, which follow the theme without drawing anew. */
export const cssPaint: Paint = {
  segment: (type) => `var(--pt-${type})`,
  segmentInk: (type) => `var(--pt-${type}-ink)`,
  link: (kind) => `var(--pt-link-${kind})`,
  linkInk: 'var(--pt-bg)',
  session: (session) => `var(--pt-session-${session % SESSION_LOOKS})`,
  surface: (name) => `var(--pt-${name})`,
};
