import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileColumnId, type FileLine, IMPORTED_COLUMNS } from '#app/domain/file-columns.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { readText } from '#app/domain/import-cells.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { csvFormat, type FileRow, jsonFormat, type RowFormat } from './file-rows.ts';
import { openImportFile } from './import-file.ts';

const HEADER = 'Id,Name,Comments\r\n';

function fileOf(content: string | Buffer): string {
  const path = join(temporaryFolder(), 'items.csv');
  writeFileSync(path, content);
  return path;
}

async function linesOf(content: string | Buffer): Promise<readonly FileLine[]> {
  const file = await openImportFile(fileOf(content));
  const lines: FileLine[] = [];
  for (let isLast = false; !isLast; ) {
    const page = await file.nextPage();
    lines.push(...page.lines);
    isLast = page.isLast;
  }
  return lines;
}

const problemOf = (content: string | Buffer) =>
  linesOf(content).then(
    () => 'none',
    (error: unknown) => error instanceof Error && 'problem' in error && error.problem,
  );

describe('R1.4 what is written is read', () => {
  const columns: readonly FileColumnId[] = IMPORTED_COLUMNS;
  const textOf = (format: RowFormat, rows: readonly FileRow[]) =>
    format.beginning + format.rows(rows, true) + format.end;
  const formats: readonly [string, RowFormat][] = [
    ['CSV', csvFormat(columns)],
    ['JSON', jsonFormat(columns, 0)],
  ];

  test.each(formats)('any texts, exactly, in %s', async (_name, format) => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom("'", '"', ',', ';', '\n', '\r', '\t', '=', '-', '\0', ' ', '😀'),
        maxLength: 6,
      }),
    );
    const row = fc.tuple(...columns.map(() => text));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const lines = await linesOf(textOf(format, rows));
        expect(lines.map(({ cells }) => IMPORTED_COLUMNS.map((id) => cells[id]))).toEqual(rows);
        expect(lines.every(({ fault }) => fault === null)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(formats)('the hostile texts get the verdict of checkText behind %s', async (_name, format) => {
    // Half a character is no Unicode text: JSON keeps it escaped, a CSV file cannot hold it.
    const texts = HOSTILE_TEXTS.map(([, text]) => text).filter(
      (text) => format.end !== '' || !/\p{Surrogate}/u.test(text),
    );
    const lines = await linesOf(
      textOf(
        format,
        texts.map((text) => ['id', text, '', null, '', '', '', text]),
      ),
    );
    expect(lines).toHaveLength(texts.length);
    lines.forEach(({ cells }, place) => {
      const text = texts[place] ?? '';
      const { name = null, comments = null } = cells;
      const name1 = readText('name', name);
      const checked = checkText('name', text);
      expect(name1.ok ? name1.value : name1.failure.code).toBe(checked.ok ? checked.value : checked.failure);
      expect(readText('comments', comments).ok).toBe(checkText('comments', text).ok);
    });
  });

  test('CSV follows RFC 4180 with the mark of UTF-8, a title a column, and no formula', () => {
    const format = csvFormat(['name', 'port', 'comments']);
    const rows = format.rows(
      [
        ['a "b", c', 3389, '=1+1'],
        ['x', null, 'two\nlines'],
      ],
      true,
    );
    expect(format.beginning + rows).toBe(
      `\ufeffName,Port,Comments\r\n"a ""b"", c",3389,'=1+1\r\nx,,"two\nlines"\r\n`,
    );
  });

  test('JSON names its format and keeps what is no text', () => {
    const format = jsonFormat(['name', 'port', 'tag'], 0);
    expect(JSON.parse(textOf(format, [['a', 3389, null]]))).toEqual({
      format: 'jump-items',
      version: 1,
      exportedAt: '1970-01-01T00:00:00.000Z',
      jumpItems: [{ name: 'a', port: 3389, tag: null }],
    });
  });
});

describe('R1.4 a file of another hand', () => {
  const expected = [{ line: 2, cells: { id: 'ji-1', name: 'Möwe 😀', comments: '' }, fault: null }];
  const text = (separator = ',') =>
    ['Id,Name,Comments', 'ji-1,Möwe 😀,', ''].join('\n').replaceAll(',', separator);
  const utf16 = Buffer.from(`\ufeff${text()}`, 'utf16le');

  test.each([
    ['UTF-8', text()],
    ['UTF-8 with its mark', `\ufeff${text()}`],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['semicolons', text(';')],
    ['tabs', text('\t')],
    ['CRLF', text().replaceAll('\n', '\r\n')],
    ['CR', text().replaceAll('\n', '\r')],
    ['empty lines at its end', `${text()}\n\n`],
  ])('is read in %s', async (_name, content) => {
    expect(await linesOf(content)).toEqual(expected);
  });

  test('has its columns in any order and case; others are named, and left out', async () => {
    const file = await openImportFile(fileOf('Colour;comments;NAME;Status;id\nred;c;n;Online;i\n'));
    expect(file).toMatchObject({ separator: ';', header: { unknown: ['Colour'], notImported: ['Status'] } });
    expect((await file.nextPage()).lines).toEqual([
      { line: 2, cells: { id: 'i', name: 'n', comments: 'c' }, fault: null },
    ]);
  });

  test('names each line by where it begins, also behind cells of several lines', async () => {
    const lines = await linesOf(`${HEADER}1,a,"x\r\ny\nz"\r\n\r\n2,b\r\n3,c,,\r\n`);
    expect(lines.map(({ line, fault }) => [line, fault?.fault])).toEqual([
      [2, undefined],
      [6, 'cell-count'],
      [7, 'cell-count'],
    ]);
  });

  test('with characters that chunks cut is read whole', async () => {
    const name = '😀ß€'.repeat(30);
    const row = (place: number) => `${place},${name},\r\n`;
    const lines = await linesOf(HEADER + Array.from({ length: 1_500 }, (_, place) => row(place)).join(''));
    expect(lines).toHaveLength(1_500);
    expect(lines.every(({ cells }) => cells.name === name)).toBe(true);
  });
});

describe('R1.4 a file that cannot be read says why and where', () => {
  const manyLines = (count: number) => HEADER + '1,a,b\n'.repeat(count);
  test.each<[string, string | Buffer, object]>([
    ['nothing', '', { problem: 'empty-file' }],
    ['only white space', ' \n \n', { problem: 'empty-file' }],
    [
      'Windows-1252',
      Buffer.from(`${HEADER}1,a,b\n2,M\xf6we,\n`, 'latin1'),
      { problem: 'unknown-encoding', line: 3 },
    ],
    ['UTF-16 without its mark', Buffer.from(HEADER, 'utf16le'), { problem: 'unknown-encoding', line: 1 }],
    [
      'a character cut off',
      Buffer.from(`${HEADER}1,a,\xc3`, 'latin1'),
      { problem: 'unknown-encoding', line: 2 },
    ],
    [
      'a quotation mark that is not closed',
      `${HEADER}1,a,b\n2,"c,d\n3,e,f\n`,
      { problem: 'broken-quotes', line: 3 },
    ],
    ['a quotation mark in the midst', `${HEADER}1,a"b,c\n`, { problem: 'broken-quotes', line: 2 }],
    ['an endless cell', `${HEADER}1,a,"${'b\n'.repeat(40_000)}`, { problem: 'line-too-long', line: 2 }],
    ['an endless header', 'Id,'.repeat(40_000), { problem: 'line-too-long', line: 1 }],
    [
      'columns of something else',
      'a,b,c\n1,2,3\n',
      { problem: 'columns-missing', detail: 'Id, Name, Hostname/IP, Jump Method, Group' },
    ],
    [
      'no Id and not all of a shortcut',
      'Name,Group\nx,y\n',
      { problem: 'columns-missing', detail: 'Hostname/IP, Jump Method' },
    ],
    ['an Id and nothing to change', 'Id,Status\n1,Online\n', { problem: 'columns-missing', detail: 'Name' }],
    ['a column twice', 'Id,Name,name\n1,a,b\n', { problem: 'column-twice', detail: 'Name' }],
    ['100,001 lines', manyLines(100_001), { problem: 'too-many-lines' }],
    ['JSON of something else', '{"items":[{"id":"1"}]}', { problem: 'json-unknown' }],
    [
      'JSON of a later version',
      '{"format":"jump-items","version":2,"jumpItems":[{}]}',
      { problem: 'json-unknown' },
    ],
    ['a list without its envelope', '[{"id":"1","name":"a"}]', { problem: 'json-unknown' }],
    ['JSON without items', '{"format":"jump-items","version":1,"jumpItems":[]}', { problem: 'empty-file' }],
    [
      'JSON that ends too soon',
      '{"format":"jump-items","version":1,"jumpItems":[\n{"id":"1","name":"a"},\n{"id',
      { problem: 'json-broken', line: 3 },
    ],
    [
      'an item that is no JSON',
      '{"format":"jump-items","version":1,"jumpItems":[\n{"id":"1","name":"a"},\n{id:2}]}',
      { problem: 'json-broken', line: 3 },
    ],
    [
      'an item that is a list',
      '{"format":"jump-items","version":1,"jumpItems":[\n{"id":"1","name":"a"},[]]}',
      { problem: 'json-broken', line: 2 },
    ],
  ])('%s', async (_name, content, problem) => {
    expect(await problemOf(content)).toEqual(problem);
  });

  test('100,000 lines are read', async () => {
    expect(await linesOf(manyLines(100_000))).toHaveLength(100_000);
  });

  test('a file of a gigabyte is refused by its size, unread', async () => {
    const path = fileOf(HEADER);
    truncateSync(path, 1024 ** 3);
    await expect(openImportFile(path)).rejects.toMatchObject({ problem: { problem: 'too-large' } });
  });
});

test('R1.4 a JSON value that is no text is refused with its line; a number is a port', async () => {
  const items = '{"id":"1","name":5,"port":22},\n{"id":"2","name":"n","tag":{},"__proto__":{"a":1}}';
  expect(await linesOf(`{"format":"jump-items","version":1,"jumpItems":[\n${items}]}`)).toEqual([
    { line: 2, cells: { id: '1', port: 22 }, fault: { fault: 'not-text', column: 'name' } },
    { line: 3, cells: { id: '2', name: 'n' }, fault: { fault: 'not-text', column: 'tag' } },
  ]);
});
