import { type Result, refusal, success } from '../lib/result.ts';

/** What people write, and how many code points of it are kept (R6.3). */
export const TEXT_LIMITS = {
  name: { min: 1, max: 128, lines: 'one' },
  tag: { min: 1, max: 64, lines: 'one' },
  comments: { min: 0, max: 1024, lines: 'many' },
} as const;

export type TextKind = keyof typeof TEXT_LIMITS;

export const TEXT_REFUSALS = ['empty', 'too-long', 'lone-surrogate', 'control-character'] as const;
export type TextRefusal = (typeof TEXT_REFUSALS)[number];

const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /\p{Control}/u;
const CONTROL_BUT_NEWLINE_AND_TAB = /(?![\n\t])\p{Control}/u;
const SOMETHING_TO_SEE = /[^\s\p{Format}\p{Separator}]/u;

/** The length that limits count: code points after NFC. HTML's `maxlength` counts UTF-16 units and is not this. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text.normalize('NFC')) count += 1;
  return count;
}

/**
 * The one check of a name, a tag or comments, called by the dialog, by main and by the appliance (R2.2, R6.3).
 * @returns the text in NFC, as it is stored; or why it is refused. Never shortens, never trims.
 */
export function checkText(kind: TextKind, text: string): Result<string, TextRefusal> {
  const { min, max, lines } = TEXT_LIMITS[kind];
  if (LONE_SURROGATE.test(text)) return refusal('lone-surrogate');
  if ((lines === 'many' ? CONTROL_BUT_NEWLINE_AND_TAB : CONTROL).test(text))
    return refusal('control-character');
  const normalized = text.normalize('NFC');
  if (countCodePoints(normalized) > max) return refusal('too-long');
  if (min > 0 && !SOMETHING_TO_SEE.test(normalized)) return refusal('empty');
  return success(normalized);
}
