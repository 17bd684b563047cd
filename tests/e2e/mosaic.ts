import { type Locator, type Page } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A picture in squares of some pixels, each by its mean colour, in rows of text: `12xfff 3x0a7`, one hexadecimal
 * digit per red, green and blue. Squares do not see how a machine smooths letters and edges, which differs; a
 * bar, a link or a label that is gone, moved or of another colour, they do.
 */
export type Mosaic = string;

const SIDE = 8;
/** Of 15: what smoothing alone may change in a square. */
const NEAR = 2;
/** Squares in a thousand that may differ by more. */
const FEW = 2;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Runs in the page, which has a canvas. */
async function squaresOf({ png, boxes, side }: { png: string; boxes: Box[]; side: number }) {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  });
  context?.drawImage(image, 0, 0);
  const steps = (length: number) => Array.from({ length: Math.floor(length / side) }, (_, at) => at * side);
  return boxes.map((box) => {
    const [width, height] = [Math.floor(box.width), Math.floor(box.height)];
    const data = context?.getImageData(Math.round(box.x), Math.round(box.y), width, height).data ?? [];
    const mean = (left: number, top: number) => {
      const sums = [0, 0, 0];
      for (let y = top; y < top + side; y += 1) {
        for (let x = left; x < left + side; x += 1) {
          const at = (y * width + x) * 4;
          for (let part = 0; part < 3; part += 1) sums[part] = (sums[part] ?? 0) + (data[at + part] ?? 0);
        }
      }
      return sums.map((sum) => Math.round(sum / (side * side) / 17).toString(16)).join('');
    };
    return steps(height).map((top) => steps(width).map((left) => mean(left, top)));
  });
}

function packed(row: string[]): string {
  const runs: [count: number, colour: string][] = [];
  for (const colour of row) {
    const last = runs.at(-1);
    if (last?.[1] === colour) last[0] += 1;
    else runs.push([1, colour]);
  }
  return runs.map(([count, colour]) => (count === 1 ? colour : `${count}x${colour}`)).join(' ');
}

function squaresIn(mosaic: Mosaic): string[][] {
  return mosaic
    .trim()
    .split('\n')
    .map((row) =>
      row.split(' ').flatMap((run) => {
        const [colour = '', count = '1'] = run.split('x').toReversed();
        return Array.from({ length: Number(count) }, () => colour);
      }),
    );
}

/** Of every element that is meant, from one picture of the whole page. */
export async function mosaicsOf(page: Page, shown: Locator): Promise<Mosaic[]> {
  const boxes = await shown.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + window.scrollX, y: y + window.scrollY, width, height };
    }),
  );
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled', scale: 'css' });
  const all = await page.evaluate(squaresOf, { png: picture.toString('base64'), boxes, side: SIDE });
  return all.map((rows) => `${rows.map(packed).join('\n')}\n`);
}

function isFar(one: string, other: string): boolean {
  return [0, 1, 2].some((part) => {
    const value = (colour: string) => Number.parseInt(colour.charAt(part), 16);
    return Math.abs(value(one) - value(other)) > NEAR;
  });
}

/** What differs, in words; nothing where the pictures are the same to the eye. */
export function difference(one: Mosaic, other: Mosaic): string | undefined {
  const [was, is] = [squaresIn(one), squaresIn(other)];
  const size = (rows: string[][]) => `${rows[0]?.length ?? 0} by ${rows.length} squares`;
  if (size(was) !== size(is)) return `was ${size(was)}, is ${size(is)}`;
  const far = was.flatMap((row, y) =>
    row.flatMap((colour, x) => {
      const now = is[y]?.[x] ?? '';
      return isFar(colour, now) ? [`(${x * SIDE}, ${y * SIDE}) was ${colour}, is ${now}`] : [];
    }),
  );
  const allowed = Math.ceil((was.length * (was[0]?.length ?? 0) * FEW) / 1000);
  return far.length > allowed ? `${far.length} squares differ: ${far.slice(0, 6).join('; ')}` : undefined;
}

/** The mosaic that was agreed on; with `UPDATE_MOSAICS=1`, or where there is none yet, it becomes the one given. */
export function agreed(file: string, now: Mosaic): Mosaic {
  if (process.env['UPDATE_MOSAICS'] === '1' || (!existsSync(file) && !process.env['CI'])) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  return readFileSync(file, 'utf8');
}
