import { describe, expect, it } from 'vitest';
import { contrast, GROUND, resting } from '../../../../client/picture/palette.ts';
import {
  CATEGORIES,
  LEAST_CONTRAST,
  OTHERS,
  RAMP,
  rampColor,
  ownColors,
  ownLineColors,
  tooFaint,
} from '../../../../client/picture/scales.ts';

type Triple = [number, number, number];

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Triple;
const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as Triple;

/** @see https://bottosson.github.io/posts/oklab/ */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/** How people see: Machado, Oliveira, Fernandes (2009), severity 1. */
const EYES: Readonly<Record<string, readonly Triple[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
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
};
const seen = (hex: string, eyes: readonly Triple[]): Triple =>
  oklab(times(eyes, linear(hex)).map((light) => Math.max(0, light)) as Triple);
const apart = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const SCHEMES = ['light', 'dark'] as const;

describe('colours of categories', () => {
  it.each(Object.keys(EYES))('are told apart with %s', (name) => {
    for (const scheme of SCHEMES) {
      const looks = CATEGORIES.map((colors) => seen(colors[scheme], EYES[name] ?? []));
      const nearest = looks.flatMap((look, index) =>
        looks.slice(0, index).map((other) => apart(look, other)),
      );
      expect(Math.min(...nearest), `in the ${scheme} scheme`).toBeGreaterThan(0.125);
    }
  });

  it('have 3:1 on their ground, as has the grey of the others', () => {
    for (const scheme of SCHEMES)
      for (const colors of [...CATEGORIES, OTHERS])
        expect(contrast(colors[scheme], GROUND[scheme]), `${colors[scheme]}`).toBeGreaterThanOrEqual(
          LEAST_CONTRAST,
        );
  });
});

describe('the ramp', () => {
  it('moves away from the ground in even steps, and begins with 3:1', () => {
    for (const scheme of SCHEMES) {
      const lightness = RAMP.map((colors) => seen(colors[scheme], EYES['all cones'] ?? [])[0]);
      const steps = lightness.slice(1).map((each, index) => each - (lightness[index] ?? 0));
      expect(steps.every((step) => (scheme === 'light' ? step < 0 : step > 0))).toBe(true);
      expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.03);
      expect(contrast(RAMP[0]?.[scheme] ?? '', GROUND[scheme])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
  });

  it('is whole at its ends and beyond, and mixed between', () => {
    expect([rampColor(-1), rampColor(0), rampColor(1), rampColor(2)]).toEqual([
      RAMP[0],
      RAMP[0],
      RAMP[4],
      RAMP[4],
    ]);
    expect(rampColor(0.25)).toEqual(RAMP[1]);
    expect(rampColor(0.3).light).not.toBe(RAMP[1]?.light);
  });
});

it('a colour is told to be too faint on the ground where it is', () => {
  expect(tooFaint('#ffff00').map(({ scheme }) => scheme)).toEqual(['light']);
  expect(tooFaint('#101010').map(({ scheme }) => scheme)).toEqual(['dark']);
  expect(tooFaint('#0072b2')).toEqual([]);
  expect(tooFaint('#fbfaf7')[0]?.ratio).toBeCloseTo(1);
});

describe('a colour of the reader’s own', () => {
  it('stays as it is where it can be seen', () => {
    expect(ownColors('#0072b2')).toEqual({ light: '#0072b2', dark: '#0072b2' });
  });

  it.each(['#000080', '#101010', '#4b0000', '#14171a', '#ffff00', '#fbfaf7', '#9bd0ff'])(
    'is darker or lighter where it is too close to the ground: %s',
    (color) => {
      for (const scheme of SCHEMES) {
        const [node, line] = [ownColors(color)[scheme], ownLineColors(color)[scheme]];
        expect(contrast(node, GROUND[scheme])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        expect(contrast(resting(line, scheme), GROUND[scheme])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        // by no more than it takes
        if (node !== color) expect(contrast(node, GROUND[scheme])).toBeLessThan(LEAST_CONTRAST + 0.15);
      }
    },
  );

  it('keeps its hue, to within 20°', () => {
    const hue = (hex: string): number => {
      const [, a, b] = oklab(linear(hex));
      return Math.atan2(b, a);
    };
    for (const [color, scheme] of [
      ['#000080', 'dark'],
      ['#4b0000', 'dark'],
      ['#ffff00', 'light'],
    ] as const)
      expect(Math.abs(hue(ownColors(color)[scheme]) - hue(color))).toBeLessThan((20 / 180) * Math.PI);
  });
});
