/** What others wrote, for a terminal: nothing of it moves the cursor, changes a colour or begins a line of its own. */
export function printable(text: string, indent = '    '): string {
  return (
    text
      .replace(/[\n\u0085\u2028\u2029]/g, `\n${indent}`)
      .replace(/\t/g, '  ')
      .replace(/(?!\n)\p{Control}/gu, '')
      // Whatever turns the direction does so within this text only.
      .replace(/[^\n]+/g, (line) => (BIDI.test(line) ? `\u2068${line}\u2069` : line))
  );
}

const BIDI =
  /[\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
