import { z } from 'zod';
import {
  type FileCell,
  type FileLine,
  fileColumnNamed,
  isImportedColumn,
  JSON_FILE,
} from '#app/domain/file-columns.ts';
import { type FileHeader, readHeader } from './file-header.ts';
import { FileProblemError } from './file-problem-error.ts';
import { createJsonArraySplitter, type JsonElement } from './json-array-splitter.ts';

/** In characters: of one item, and of what stands around the list. */
const MAX_LENGTH = 64 * 1024;

const Envelope = z.object({
  format: z.literal(JSON_FILE.format),
  version: z.literal(JSON_FILE.version),
  jumpItems: z.array(z.never()),
});
const Item = z.record(z.string(), z.unknown());

export type JsonFile = { readonly header: FileHeader; readonly lines: AsyncGenerator<FileLine> };

/**
 * Reads a JSON file of Jump Items as an export writes it. The columns are those of the first item.
 * @throws {FileProblemError} also while the lines are read
 */
export async function openJson(texts: AsyncGenerator<string>): Promise<JsonFile> {
  const elements = readElements(texts);
  const first = await elements.next();
  if (first.done === true) throw new FileProblemError({ problem: 'empty-file' });
  const header = readHeader(Object.keys(itemOf(first.value)), 'key');
  return { header, lines: readLines(first.value, elements) };
}

async function* readElements(texts: AsyncGenerator<string>): AsyncGenerator<JsonElement> {
  const splitter = createJsonArraySplitter('jumpItems');
  let isKnown = false;
  for await (const text of texts) {
    const elements = splitter.push(text);
    const { head, open, outside } = splitter;
    if (outside.length > MAX_LENGTH) throw new FileProblemError({ problem: 'json-unknown' });
    if (open.length > MAX_LENGTH) throw new FileProblemError({ problem: 'line-too-long', line: open.line });
    if (head !== null && !isKnown) {
      // Before the list, so that a file of another kind is refused before it is read.
      checkEnvelope(parseJson(`${head}]}`, splitter.line));
      isKnown = true;
    }
    yield* elements;
  }
  const whole = parseJson(splitter.outside, splitter.line);
  if (!isKnown) checkEnvelope(whole);
}

function checkEnvelope(said: unknown): void {
  if (!Envelope.safeParse(said).success) throw new FileProblemError({ problem: 'json-unknown' });
}

async function* readLines(first: JsonElement, others: AsyncGenerator<JsonElement>): AsyncGenerator<FileLine> {
  yield lineOf(first);
  for await (const element of others) yield lineOf(element);
}

function lineOf(element: JsonElement): FileLine {
  const cells: FileLine['cells'] = {};
  let fault: FileLine['fault'] = null;
  for (const [key, value] of Object.entries(itemOf(element))) {
    const id = fileColumnNamed(key, 'key');
    if (id === undefined || !isImportedColumn(id)) continue;
    const cell = cellOf(value, id === 'port');
    if (cell === undefined) fault = { fault: 'not-text', column: id };
    else cells[id] = cell;
  }
  return { line: element.line, cells, fault };
}

function cellOf(value: unknown, mayBeNumber: boolean): FileCell | undefined {
  if (value === null || typeof value === 'string') return value;
  return mayBeNumber && typeof value === 'number' ? value : undefined;
}

function itemOf({ line, text }: JsonElement): Readonly<Record<string, unknown>> {
  if (text.length > MAX_LENGTH) throw new FileProblemError({ problem: 'line-too-long', line });
  const item = Item.safeParse(parseJson(text, line));
  if (!item.success) throw new FileProblemError({ problem: 'json-broken', line });
  return item.data;
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileProblemError({ problem: 'json-broken', line }, { cause });
  }
}
