import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byAxes } from '../../../../graph/layout/axes.ts';
import type { AxisValues } from '../../../../graph/layout/axes.ts';
import { isFinite, overlappingDiscs } from './overlaps.ts';

const view = { width: 1000, height: 700 };
const numbers = (...values: number[]): AxisValues => ({ kind: 'number', values });
const texts = (names: readonly string[], ...values: number[]): AxisValues => ({
  kind: 'text',
  names,
  values,
});

it('a number goes right or up in proportion, from one end of the view to the other', () => {
  const { x, y } = byAxes(3, numbers(0, 10, 2.5), numbers(7, -1, 3), 20, view);
  expect([...x]).toEqual([-500, 500, -250]);
  expect([...y]).toEqual([350, -350, 0]);
});

it('marks are round numbers within the values, each at its place', () => {
  const { guides } = byAxes(2, numbers(3, 97), numbers(0, 1), 20, view);
  const marks = guides.flatMap((guide) => (guide.kind === 'tick' && guide.axis === 'x' ? [guide] : []));
  expect(marks.map(({ label }) => label)).toEqual(['20', '40', '60', '80']);
  expect(marks[0]?.at).toBeCloseTo(-500 + ((20 - 3) / 94) * 1000, 6);
});

it('texts stand in their order, evenly, each marked', () => {
  const { x, guides } = byAxes(3, texts(['a', 'b', 'c', 'd'], 3, 0, 1), numbers(1, 2, 3), 20, view);
  expect([...x]).toEqual([375, -375, -125]);
  expect(
    guides.flatMap((guide) => (guide.kind === 'tick' && guide.axis === 'x' ? [guide.label] : [])),
  ).toEqual(['a', 'b', 'c', 'd']);
});

it('dates are marked in the coarsest unit that tells the marks apart', () => {
  const dates: AxisValues = { kind: 'date', values: [Date.parse('1979-12-24'), Date.parse('2021-10-20')] };
  const { guides } = byAxes(2, dates, numbers(0, 0), 20, view);
  const marks = guides.flatMap((guide) => (guide.kind === 'tick' && guide.axis === 'x' ? [guide.label] : []));
  expect([marks[0], marks.at(-1)]).toEqual(['1979', '2021']);
});

it('what lacks a value stands in a margin of that axis, counted, and keeps its place on the other', () => {
  const { x, y, guides } = byAxes(4, numbers(0, NaN, 10, NaN), numbers(0, 0, 10, NaN), 20, view);
  expect(guides.filter(({ kind }) => kind === 'band')).toMatchObject([
    { axis: 'x', from: -500, to: -380, label: '', count: 2 },
    { axis: 'y', from: -350, to: -266, label: '', count: 1 },
  ]);
  expect(x[1]).toBe(-440);
  expect(x[0]).toBe(-380);
  expect(y[1]).toBe(y[0]);
  expect([x[3], y[3]]).toEqual([-440, -308]);
});

it('no two discs of texts overlap, however many share a place, the same every time', () => {
  const value = fc.integer({ min: -1, max: 2 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 120 }), (pairs) => {
      const axis = (end: 0 | 1): AxisValues =>
        texts(['a', 'b', 'c'], ...pairs.map((pair) => (pair[end] === -1 ? NaN : pair[end])));
      const draw = () => byAxes(pairs.length, axis(0), axis(1), 20, view);
      expect(isFinite(draw())).toBe(true);
      expect(overlappingDiscs(draw(), 20)).toEqual([]);
      expect(draw()).toEqual(draw());
    }),
  );
});

it('takes one node, none, and one value for all', () => {
  expect([...byAxes(1, numbers(5), numbers(NaN), 20, view).x]).toEqual([0]);
  expect(byAxes(0, numbers(), numbers(), 20, view)).toMatchObject({ guides: [] });
  expect(isFinite(byAxes(3, numbers(5, 5, 5), numbers(NaN, NaN, NaN), 20, view))).toBe(true);
});
