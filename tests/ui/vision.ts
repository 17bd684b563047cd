/** How colours look to eyes that lack one kind of cone, and how far apart two of them are. For tests. */

export type Deficiency = 'protanopia' | 'deuteranopia' | 'tritanopia';

/** Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB. */
const MATRICES: { [name in Deficiency]: readonly (readonly number[])[] } = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (vector[at] ?? 0), 0));
}

const TO_XYZ = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];
const WHITE = [0.9505, 1, 1.089];

/** CIE L*a*b* of a colour (`#rrggbb`), as seen with a deficiency or without. */
function lab(colour: string, deficiency?: Deficiency): [number, number, number] {
  const seen = deficiency ? times(MATRICES[deficiency], linear(colour)) : linear(colour);
  const clamped = seen.map((value) => Math.min(1, Math.max(0, value)));
  const [x = 0, y = 0, z = 0] = times(TO_XYZ, clamped).map((value, at) => {
    const share = value / (WHITE[at] ?? 1);
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance of two colours in L*a*b*; 2.3 is just noticed, 10 is seen at a glance. */
export function distance(one: string, other: string, deficiency?: Deficiency): number {
  const [a, b] = [lab(one, deficiency), lab(other, deficiency)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
