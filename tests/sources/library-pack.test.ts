// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { relocate } from '../../src/core/export/relocate';
import { factsOf } from '../../src/core/facts/facts';
import { parseConversations } from '../../src/core/index';
import { unpackConversation } from '../../src/sources/library/pack';
import { inParcel, parcelOf } from '../../src/sources/library/parcel';
import { atOnce } from '../../src/sources/library/steps';
import { examine, prepare, workOut } from '../../src/sources/library/prepared';

const FOLDER = 'public/samples';
const all = readdirSync(FOLDER).flatMap(
  (file) => parseConversations(readFileSync(`${FOLDER}/${file}`, 'utf8')).conversations,
);

test('what is stored of every sample is all that it says, with places of its own', () => {
  expect(all.length).toBeGreaterThan(16);
  for (const conversation of all) {
    const { bytes, looks } = examine(conversation);
    const stored = unpackConversation(bytes);
    expect(stored).toEqual(relocate(conversation));
    // Known again, as it comes back from an export too.
    expect(examine(stored).looks).toEqual(looks);
  }
});

test('what is computed at import is what is computed of the stored', () => {
  for (const conversation of all) {
    expect(factsOf(conversation)).toEqual(factsOf(relocate(conversation)));
  }
});

test('what is worked out of what was read is what is worked out of what is stored', () => {
  for (const conversation of all) {
    const packed = examine(conversation);
    expect(workOut(packed, conversation)).toEqual(workOut(packed));
  }
});

test.each([
  ['worked out', workOut],
  ['finished', prepare],
])('what was %s before it was posted is stored as what never left its place', (_, ready) => {
  const packed = all.map(examine);
  const posted = structuredClone(parcelOf(packed.map((one) => ready(one))));
  expect(atOnce(inParcel(posted))).toEqual(packed.map((one) => prepare(one)));
});
