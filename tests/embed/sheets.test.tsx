import { expect, it } from 'vitest';
import { defineParticipantTimeline } from '../../src/embed/element/element';

it('is made in the pages of test runners, whose style sheets cannot be written', () => {
  Object.assign(CSSStyleSheet.prototype, { replaceSync: undefined });
  defineParticipantTimeline();
  expect(document.createElement('participant-timeline').shadowRoot).not.toBeNull();
});
