import { describe, expect, test } from 'vitest';
import { clampTop, drawsSameRows, elementCount, rowsToDraw, topToShow } from './rows-in-sight.ts';

describe('rows of one height', () => {
  test('R1.3 those in sight are drawn, and a few beyond either end', () => {
    expect(rowsToDraw({ top: 28_000, height: 560 }, 100_000)).toEqual({ first: 992, end: 1_028 });
  });

  test('R1.3 at either end of the list there are no rows beyond it', () => {
    expect(rowsToDraw({ top: 0, height: 560 }, 100_000)).toEqual({ first: 0, end: 28 });
    expect(rowsToDraw({ top: 0, height: 560 }, 3)).toEqual({ first: 0, end: 3 });
  });

  test('R1.11 a list that has become shorter than where one stands shows its end', () => {
    expect(clampTop(28_000, 100, 560)).toBe(2_268);
    expect(rowsToDraw({ top: 28_000, height: 560 }, 100)).toEqual({ first: 73, end: 100 });
  });

  test('R1.3 the same rows are drawn until another one comes into sight', () => {
    expect(drawsSameRows({ top: 30, height: 560 }, { top: 55, height: 560 })).toBe(true);
    expect(drawsSameRows({ top: 30, height: 560 }, { top: 56, height: 560 })).toBe(false);
    expect(drawsSameRows({ top: 30, height: 560 }, { top: 30, height: 561 })).toBe(false);
  });

  test('R1.3 no two rows that are drawn at once share an element, wherever the list stands', () => {
    for (let top = 27_900; top < 28_100; top += 1) {
      for (const height of [0, 1, 559, 560, 561, 905.5]) {
        const { first, end } = rowsToDraw({ top, height }, 100_000);
        expect(end - first).toBeLessThanOrEqual(elementCount(height));
      }
    }
  });

  test('a row is brought into sight by the shortest way, below the head', () => {
    expect(topToShow(5, { top: 0, height: 560 })).toBe(0);
    expect(topToShow(100, { top: 0, height: 560 })).toBe(2_296);
    expect(topToShow(3, { top: 2_296, height: 560 })).toBe(84);
  });
});
