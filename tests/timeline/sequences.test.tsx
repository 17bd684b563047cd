import { cleanup, fireEvent, render } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { findMark } from '../../src/core/view/marks';
import { ParticipantTimeline, type ParticipantTimelineProps, type View } from '../../src/timeline';
import { lane, link, milestone, role, seg, timeline, track } from '../fixtures/timelines';

type Props = Omit<ParticipantTimelineProps, 'conversation'>;
type Step = { give: number } | { key: string } | { props: Props };

/** In this zone the call goes on over midnight. */
const zone = { timeZone: 'Pacific/Kiritimati', locale: 'en-GB' };

/** A call as it grows: two legs of a user that begin together, a hold, midnight, and who was there before. */
function grown(stage: number) {
  const customer = lane('maya', 'Maya', {
    purpose: 'customer',
    tracks: [track('m', [seg('connected', '0:00', stage < 3 ? '9:00' : '70:00')])],
    roles: [role('sharer', '1:00', '8:00')],
  });
  const leg = (id: string, hold: boolean) =>
    lane(id, id, {
      userId: 'u',
      tracks: [track(id, [seg('connected', '1:00', '5:00'), ...(hold ? [seg('hold', '5:00', '9:00')] : [])])],
      milestones: [milestone('connected', '1:00'), milestone('end', '9:00')],
    });
  const early = lane('menu', 'Menu', { purpose: 'ivr', tracks: [track('i', [seg('ivr', '0:00', '0:30')])] });
  const legs = [leg('one', stage > 1), ...(stage > 0 ? [leg('two', false)] : [])];
  const links = stage > 1 ? [link('monitor', 'one', 'maya', ['2:00', '4:00'])] : [];
  return timeline([...(stage > 3 ? [early] : []), customer, ...legs], { links });
}
const STAGES = [0, 1, 2, 3, 4].map(grown);
const KEYS = [
  ...'w s a d f t m h p k j l + - 0 . , [ ]'.split(' '),
  ' ',
  'Enter',
  'Escape',
  'ArrowDown',
  'ArrowRight',
  'End',
];

const props: fc.Arbitrary<Props> = fc.oneof(
  fc.record({ compact: fc.boolean() }),
  fc.record({ toolbar: fc.boolean() }),
  fc.record({ overlays: fc.record({ roles: fc.boolean() }) }),
  fc.record({ timeZone: fc.constantFrom('UTC', zone.timeZone) }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ give: fc.nat(STAGES.length - 1) }) },
    { weight: 6, arbitrary: fc.record({ key: fc.constantFrom(...KEYS) }) },
    { weight: 1, arbitrary: fc.record({ props }) },
  ),
  { minLength: 3, maxLength: 10 },
);

afterEach(() => vi.restoreAllMocks());

/** What is drawn, without what only tells of the way there: where the keyboard is, and what was said of it. */
function drawn(container: Element): string {
  const copy = container.cloneNode(true) as Element;
  for (const gone of copy.querySelectorAll('.pt-said, .pt-cell, .pt-tip')) gone.remove();
  return written(copy).replaceAll(/pt_?r_?[0-9a-z]+_?/g, 'id');
}

/** As HTML, attributes and styles in order of their names: what changes comes behind what stays. */
function written(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'tabindex')
    .map(({ name, value }) => `${name}="${value.split(/; ?/).toSorted().join(';')}"`);
  const within = [...element.childNodes].map((node) =>
    node.nodeType === 1 ? written(node as Element) : node.textContent,
  );
  return `\n<${[element.localName, ...attributes.toSorted()].join(' ')}>${within.join('')}`;
}

/** What is said of each mark that has a cell. */
function saidIn(container: Element): Map<string | null, string | null> {
  const cells = [...container.querySelectorAll('.pt-cell[data-mark]:not([tabindex="0"])')];
  return new Map(cells.map((cell) => [cell.getAttribute('data-mark'), cell.getAttribute('aria-label')]));
}

const focused = () => document.activeElement?.getAttribute('data-mark') ?? '';

it('is drawn as if all had come at once, whatever came before, and keeps the keyboard', {
  timeout: 60_000,
}, () => {
  const errors = vi.spyOn(console, 'error');
  const run = (list: Step[]) => {
    let given: ParticipantTimelineProps = { conversation: STAGES[0], toolbar: false, ...zone };
    let view: View | undefined;
    const tree = () => <ParticipantTimeline {...given} onViewChange={(next) => (view = next)} />;
    const { container, rerender } = render(tree());
    container.querySelector<HTMLElement>('.pt-cell')?.focus();
    for (const one of list) {
      const mark = focused();
      if ('key' in one) fireEvent.keyDown(document.activeElement ?? container, { key: one.key, code: '' });
      else given = { ...given, ...('give' in one ? { conversation: STAGES[one.give] } : one.props) };
      if (view && 'props' in one && one.props.overlays)
        view = { ...view, overlays: { ...view.overlays, ...one.props.overlays } };
      rerender(tree());
      const stays = 'give' in one && findMark(STAGES[one.give] ?? grown(0), mark);
      expect(focused()).toBe(stays ? mark : focused());
      const grid = container.querySelector('[role="grid"]');
      expect(grid?.contains(document.activeElement)).toBe(true);
      const rows = container.querySelectorAll('[role="row"]').length;
      expect(container.querySelectorAll('.pt-cell[tabindex="0"]').length).toBe(Math.min(rows, 1));
    }
    const fresh = render(<ParticipantTimeline {...given} {...(view && { view })} />).container;
    expect(drawn(container)).toBe(drawn(fresh));
    const said = saidIn(fresh);
    for (const [mark, words] of saidIn(container)) expect(said.get(mark) ?? words).toBe(words);
    cleanup();
  };
  fc.assert(fc.property(steps, run), { numRuns: 28, seed: 11, endOnFailure: true });
  expect(errors).not.toHaveBeenCalled();
});
