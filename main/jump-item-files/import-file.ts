import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type FileLine, MAX_IMPORT_BYTES, MAX_IMPORT_LINES } from '#app/domain/file-columns.ts';
import { openCsv, type Separator } from './csv-lines.ts';
import { decodeText } from './decode-text.ts';
import type { FileHeader } from './file-header.ts';
import { FileProblemError } from './file-problem-error.ts';
import { openJson } from './json-lines.ts';

const CHUNK_BYTES = 64 * 1024;
/** So many lines travel in one message to the page: it plans them within a part of a frame. */
const LINES_A_PAGE = 200;

export type LinesPage = {
  readonly lines: readonly FileLine[];
  readonly isLast: boolean;
  /** How much of the file was read, from 0 to 1. */
  readonly progress: number;
};

export type ImportFile = {
  readonly header: FileHeader;
  /** Null for JSON. */
  readonly separator: Separator | null;
  /** Reads on; nothing is read before it is asked for. */
  nextPage(): Promise<LinesPage>;
  close(): void;
};

/**
 * Opens a file of Jump Items, CSV or JSON, whichever it is. It is read chunk by chunk as its pages are asked for, so that
 * neither its size nor its lines are ever held as a whole.
 * @throws {FileProblemError} or the system's error, also from `nextPage`
 */
export async function openImportFile(path: string): Promise<ImportFile> {
  const found = await stat(path);
  const { size } = found;
  // A pipe would be waited for, a device has no end.
  if (!found.isFile() && !found.isDirectory()) {
    throw new FileProblemError({ problem: 'not-readable', detail: 'ENOTSUP' });
  }
  if (size > MAX_IMPORT_BYTES) throw new FileProblemError({ problem: 'too-large' });
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    const texts = decodeText(stream);
    const { text, all } = await beginningOf(texts);
    const isJson = /^\s*[{[]/.test(text);
    const { header, lines, separator } = isJson
      ? { ...(await openJson(all)), separator: null }
      : await openCsv(all);
    const pages = readPages(lines, () => Math.min(1, stream.bytesRead / Math.max(1, size)));
    return { header, separator, nextPage: pages, close: () => stream.destroy() };
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

/** As much as shows which format it is, and the whole text with it. */
async function beginningOf(
  texts: AsyncGenerator<string>,
): Promise<{ text: string; all: AsyncGenerator<string> }> {
  let text = '';
  while (text.trim() === '') {
    const next = await texts.next();
    if (next.done === true) throw new FileProblemError({ problem: 'empty-file' });
    text += next.value;
  }
  async function* all(): AsyncGenerator<string> {
    yield text;
    yield* texts;
  }
  return { text, all: all() };
}

function readPages(lines: AsyncGenerator<FileLine>, progress: () => number): () => Promise<LinesPage> {
  let count = 0;
  return async () => {
    const page: FileLine[] = [];
    while (page.length < LINES_A_PAGE) {
      const next = await lines.next();
      if (next.done === true) return { lines: page, isLast: true, progress: 1 };
      count += 1;
      if (count > MAX_IMPORT_LINES) throw new FileProblemError({ problem: 'too-many-lines' });
      page.push(next.value);
    }
    return { lines: page, isLast: false, progress: progress() };
  };
}
