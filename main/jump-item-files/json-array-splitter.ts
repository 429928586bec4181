/** One element of the array, as it is written, and where it begins. */
export type JsonElement = { readonly line: number; readonly text: string };

export type JsonArraySplitter = {
  /** Takes the next piece of the file. @returns the elements that ended in it */
  push(text: string): readonly JsonElement[];
  /** What the file says around the array's elements; the array in it is empty. */
  readonly outside: string;
  /** How far it was read. */
  readonly line: number;
  /** What the file says up to the array's bracket; null while it has not begun. */
  readonly head: string | null;
  /** Of the element that has not ended yet, in characters, and where it begins. */
  readonly open: { readonly length: number; readonly line: number };
};

/**
 * Cuts the elements out of one array of a JSON file as it comes in, so that a large file is never held or parsed as a
 * whole. It tells where elements end by brackets, commas and strings alone; what they say is for `JSON.parse`.
 * @param name the property of the file's object that holds the array
 */
export function createJsonArraySplitter(name: string): JsonArraySplitter {
  const opening = new RegExp(`"${name}"\\s*:\\s*$`);
  let outside = '';
  let head: string | null = null;
  let element = '';
  let elementLine = 0;
  let line = 1;
  let depth = 0;
  let place: 'before' | 'inside' | 'after' = 'before';
  let isInString = false;
  let isEscaped = false;

  /** Brackets count where they stand in no string. */
  function follow(character: string): void {
    if (isInString) {
      if (isEscaped) isEscaped = false;
      else if (character === '\\') isEscaped = true;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }

  function push(text: string): readonly JsonElement[] {
    const found: JsonElement[] = [];
    let from = 0;
    const endElement = (end: number) => {
      element += text.slice(from, end);
      const written = element.trim();
      if (elementLine > 0) found.push({ line: elementLine, text: written });
      element = '';
      elementLine = 0;
    };
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? '';
      const wasInString = isInString;
      const depthBefore = depth;
      follow(character);
      if (place === 'before' && character === '[' && !wasInString && depthBefore === 1) {
        const said = outside + text.slice(from, at);
        if (opening.test(said)) {
          head = `${said}[`;
          outside = head;
          from = at + 1;
          place = 'inside';
        }
      } else if (place === 'inside') {
        const isBoundary = !wasInString && depthBefore === 2;
        if (isBoundary && (character === ',' || character === ']')) {
          endElement(at);
          from = character === ',' ? at + 1 : at;
          if (character === ']') place = 'after';
        } else if (elementLine === 0 && character.trim() !== '') elementLine = line;
      }
      if (character === '\n') line += 1;
    }
    if (place === 'inside') element += text.slice(from);
    else outside += text.slice(from);
    return found;
  }

  return {
    push,
    get outside() {
      return outside;
    },
    get line() {
      return line;
    },
    get head() {
      return head;
    },
    get open() {
      return { length: element.length, line: elementLine };
    },
  };
}
