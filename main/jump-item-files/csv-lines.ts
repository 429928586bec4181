import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { type FileLine, fileColumnNamed } from '#app/domain/file-columns.ts';
import { unguardFormula } from '#app/domain/formula-guard.ts';
import { type FileHeader, readHeader } from './file-header.ts';
import { FileProblemError } from './file-problem-error.ts';

export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** In characters; a quotation mark that is never closed makes one endless record. */
const MAX_RECORD_LENGTH = 64 * 1024;

const COMMON = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: MAX_RECORD_LENGTH,
};

export type CsvFile = {
  readonly header: FileHeader;
  readonly separator: Separator;
  readonly lines: AsyncGenerator<FileLine>;
};

/**
 * Reads a CSV file of Jump Items: the header at once, its lines as they are asked for.
 * @throws {FileProblemError} also while the lines are read
 */
export async function openCsv(texts: AsyncGenerator<string>): Promise<CsvFile> {
  const first = await readFirstLine(texts);
  const { names, separator } = readNames(first.line);
  const header = readHeader(names, 'title');
  return { header, separator, lines: readLines(joined(first.read, texts), header, separator) };
}

async function readFirstLine(texts: AsyncGenerator<string>): Promise<{ line: string; read: string }> {
  let read = '';
  while (!/[\r\n]/.test(read) && read.length <= MAX_RECORD_LENGTH) {
    const next = await texts.next();
    if (next.done === true) break;
    read += next.value;
  }
  const line = read.split(/[\r\n]/, 1)[0] ?? '';
  if (line.trim() === '') throw new FileProblemError({ problem: 'empty-file' });
  // UTF-16 without its mark reads as UTF-8 with a NUL in each character.
  if (line.includes('\0')) throw new FileProblemError({ problem: 'unknown-encoding', line: 1 });
  if (line.length > MAX_RECORD_LENGTH) throw new FileProblemError({ problem: 'line-too-long', line: 1 });
  return { line, read };
}

/** The separator is the one with which the header names the most columns. */
function readNames(line: string): { names: readonly string[]; separator: Separator } {
  const candidates = SEPARATORS.map((separator) => {
    const names = namesBy(line, separator);
    const known = names.filter((name) => fileColumnNamed(name, 'title') !== undefined).length;
    return { names, separator, known };
  });
  return candidates.reduce((best, candidate) => (candidate.known > best.known ? candidate : best));
}

function namesBy(line: string, separator: Separator): readonly string[] {
  try {
    return (parseAtOnce(line, { ...COMMON, delimiter: separator })[0] as string[] | undefined) ?? [];
  } catch (error) {
    throw csvProblem(error, 1);
  }
}

async function* joined(first: string, others: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* others;
}

async function* readLines(
  texts: AsyncGenerator<string>,
  header: FileHeader,
  delimiter: Separator,
): AsyncGenerator<FileLine> {
  let line = 1;
  let isHeader = true;
  /** Where the records begin that were found and not read yet. */
  const begins: number[] = [];
  const parser = parse({
    ...COMMON,
    delimiter,
    // Called as each record is found: where the next one begins is known when it cannot be read.
    on_record(record: string[]) {
      const isLeftOut = isHeader || (record.length === 1 && record[0] === '');
      if (!isLeftOut) begins.push(line);
      line += 1 + lineBreaksIn(record);
      isHeader = false;
      return isLeftOut ? null : record;
    },
  });
  // The parser tells the error itself, to who reads it.
  pipeline(Readable.from(texts), parser, () => undefined);
  try {
    for await (const record of parser) yield lineOf(begins.shift() ?? line, record as string[], header);
  } catch (error) {
    throw csvProblem(error, line);
  }
}

function lineOf(line: number, record: readonly string[], { columns }: FileHeader): FileLine {
  const cells: FileLine['cells'] = {};
  columns.forEach((id, place) => {
    const cell = record[place];
    if (id !== null && cell !== undefined) cells[id] = unguardFormula(cell);
  });
  const isWhole = record.length === columns.length;
  return { line, cells, fault: isWhole ? null : { fault: 'cell-count', column: null } };
}

function lineBreaksIn(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\n|\r/).length - 1;
  }
  return count;
}

function csvProblem(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const problem = error.code === 'CSV_MAX_RECORD_SIZE' ? 'line-too-long' : 'broken-quotes';
  return new FileProblemError({ problem, line }, { cause: error });
}
