import { foldText } from '#app/domain/jump-item-search.ts';

const DIGITS = /\d+/g;
const HAS_DIGIT = /\d/;

/** A run of digits, its length first: `9` before `10`, whatever the zeros in front. */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '');
  return String.fromCharCode(0x30 + Math.min(significant.length, 9)) + significant;
}

/**
 * A text as a key that sorts the way people read: case and accents do not count, numbers by their value.
 * Two keys are compared with `<`, which is an order of magnitude faster than a collator on 100,000 rows.
 */
export function naturalKey(text: string): string {
  const folded = foldText(text);
  return HAS_DIGIT.test(folded) ? folded.replace(DIGITS, numberKey) : folded;
}
