/**
 * How a text begins that a spreadsheet may take for a formula: with one of its signs, full-width ones and tab and carriage
 * return too, also behind NUL, line feeds or spaces that it skips.
 */
const FORMULA = /^[\0\n ]*[=+\-@\t\r＝＋－＠]/;
const APOSTROPHE = "'";

function withoutApostrophes(text: string): string {
  let start = 0;
  while (text[start] === APOSTROPHE) start += 1;
  return start === 0 ? text : text.slice(start);
}

/**
 * Puts an apostrophe before a text that would act as a formula, or that looks like one guarded already: `unguardFormula`
 * gives back every text exactly.
 */
export function guardFormula(text: string): string {
  return FORMULA.test(withoutApostrophes(text)) ? `${APOSTROPHE}${text}` : text;
}

/** Takes off the apostrophe that `guardFormula`, or a spreadsheet, put before a text. */
export function unguardFormula(text: string): string {
  const isGuarded = text.startsWith(APOSTROPHE) && FORMULA.test(withoutApostrophes(text));
  return isGuarded ? text.slice(1) : text;
}
