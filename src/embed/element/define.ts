import { TAG } from './attributes';
import { ParticipantTimelineElement } from './timeline-element';

/**
 * Makes a tag a timeline. A tag that is taken stays what it is, so that loading this twice, or two versions of
 * it, harms nothing; who needs both versions gives one of them a tag of its own. Does nothing without a page.
 */
export function defineParticipantTimeline(tag: string = TAG): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  // A class serves one tag only.
  customElements.define(
    tag,
    tag === TAG ? ParticipantTimelineElement : class extends ParticipantTimelineElement {},
  );
}
