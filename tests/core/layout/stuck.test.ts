import { describe, expect, it } from 'vitest';
import type { BarLabel } from '../../../src/core/layout/scene';
import { stuckLabels } from '../../../src/core/layout/stuck';

const texts = ['Connected 12:22', 'Connected'];
const label = (x: number, right: number): BarLabel => ({
  type: 'connected',
  certainty: 'recorded',
  x,
  y: 10,
  size: 12,
  text: 'Connected 12:22',
  texts,
  right,
});
const said = (labels: BarLabel[], left: number, right: number) =>
  stuckLabels(labels, { left, right }).map(({ place, x, text }) => [place, x, text]);

describe('stuckLabels', () => {
  it('leaves labels alone that are wholly on the screen, or wholly off it', () => {
    expect(said([label(107, 400), label(500, 900), label(7, 90)], 100, 480)).toEqual([]);
  });

  it('sticks the words of a long bar to the edge of the screen, once', () => {
    expect(said([label(7, 5000)], 1000, 2000)).toEqual([[0, 1007, 'Connected 12:22']]);
  });

  it('says less where less room is left, and then nothing', () => {
    expect(said([label(7, 1090)], 1000, 2000)).toEqual([[0, 1007, 'Connected']]);
    expect(said([label(7, 1020)], 1000, 2000)).toEqual([[0, 1007, '']]);
  });

  it('never lets the other edge cut a duration in two', () => {
    expect(said([label(920, 5000)], 0, 1000)).toEqual([[0, 920, 'Connected']]);
    expect(said([label(980, 5000)], 0, 1000)).toEqual([[0, 980, '']]);
    // A bar that ends on the screen was given words that fit.
    expect(said([label(880, 995)], 0, 1000)).toEqual([]);
  });
});
