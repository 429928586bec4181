import { expect, test } from 'vitest';
import type { FileEntry, FolderListing } from '#app/contracts/file-transfer.ts';
import type { FilesRequest, Transfer } from '#app/contracts/files-port.ts';
import { fileRows } from './file-rows.ts';
import { NOTHING_SELECTED, select, stillListed } from './file-selection.ts';
import { createFilesView } from './files-view.ts';
import { literalName } from './literal-name.ts';

const entry = (name: string, rest: Partial<FileEntry> = {}): FileEntry => ({
  name,
  kind: 'file',
  linksTo: null,
  size: 1,
  modifiedAt: 1,
  permissions: 0o644,
  ...rest,
});
const listing = (path: string, ...names: string[]): FolderListing => ({
  path,
  trail: [
    { name: '/', path: '/' },
    { name: path, path },
  ],
  count: names.length,
  entries: names.map((name) => entry(name)),
});

function aView() {
  const sent: FilesRequest[] = [];
  const view = createFilesView((request) => sent.push(request));
  const idOfLast = () => {
    const last = sent.at(-1);
    return last !== undefined && 'id' in last ? last.id : 0;
  };
  const show = (side: 'here' | 'there', folder: FolderListing) => {
    view.open(side, { at: 'home' });
    view.receive({ files: 'listed', id: idOfLast(), listing: folder });
  };
  return { sent, view, idOfLast, show };
}

test('a folder is shown when it was read; an answer that another request has overtaken is not', () => {
  const { view, sent } = aView();
  view.open('here', { at: 'home' });
  view.open('here', { at: 'folder', path: '/b' });
  expect(view.snapshot().here.isLoading).toBe(true);
  view.receive({ files: 'listed', id: 1, listing: listing('/a') });
  expect(view.snapshot().here.listing).toBeNull();
  view.receive({ files: 'listed', id: 2, listing: listing('/b') });
  expect(view.snapshot().here).toMatchObject({ listing: { path: '/b' }, isLoading: false });
  expect(sent).toHaveLength(2);
});

test('a folder that cannot be read leaves the last one on the screen, with the reason', () => {
  const { view, show, idOfLast } = aView();
  show('there', listing('/home', 'secret'));
  view.open('there', { at: 'child', path: '/home', name: 'secret' });
  view.receive({ files: 'refused', id: idOfLast(), problem: 'not-permitted', name: null });
  expect(view.snapshot().there).toMatchObject({ listing: { path: '/home' }, refused: 'not-permitted' });
  view.dismiss('there');
  expect(view.snapshot().there.refused).toBeNull();
});

test('what was not done is said, and the folder is read again either way', () => {
  const { view, show, sent, idOfLast } = aView();
  show('here', listing('/a', 'x'));
  view.delete('here', ['x']);
  view.receive({ files: 'refused', id: idOfLast(), problem: 'not-permitted', name: 'x' });
  expect(view.snapshot().here.trouble).toEqual({ problem: 'not-permitted', name: 'x' });
  expect(sent.at(-1)).toMatchObject({ do: 'list', place: { at: 'folder', path: '/a' } });
});

test('a transfer goes between the folders that are shown, and what arrived is read', () => {
  const { view, show, sent } = aView();
  view.transfer('here', ['x']);
  expect(sent).toEqual([]);
  show('here', listing('/a', 'x'));
  show('there', listing('/b'));
  view.transfer('here', ['x']);
  expect(sent.at(-1)).toEqual({ do: 'transfer', from: 'here', folder: '/a', names: ['x'], to: '/b' });
  const transfer = { id: 1, from: 'here', state: 'running' } as Transfer;
  view.receive({ files: 'queue', transfers: [transfer] });
  const before = sent.length;
  view.receive({ files: 'queue', transfers: [{ ...transfer, state: 'done' }] });
  view.receive({ files: 'queue', transfers: [{ ...transfer, state: 'done' }] });
  expect(sent.slice(before)).toMatchObject([{ do: 'list', side: 'there' }]);
});

test('folders stand first, names sort as people count, and hidden ones are left out', () => {
  const entries = [
    entry('b10'),
    entry('b9'),
    entry('.x'),
    entry('z', { kind: 'folder', size: null }),
    entry('A'),
  ];
  const names = (by: 'name' | 'size', descending: boolean, showHidden = false) =>
    fileRows(entries, { sorting: { by, descending }, showHidden }).rows.map(({ name }) => name);
  expect(names('name', false)).toEqual(['z', 'A', 'b9', 'b10']);
  expect(names('name', true)).toEqual(['z', 'b10', 'b9', 'A']);
  expect(names('size', false, true)).toEqual(['z', '.x', 'A', 'b9', 'b10']);
  expect(fileRows(entries, { sorting: { by: 'name', descending: false }, showHidden: false }).hidden).toBe(1);
});

test('one, several and a stretch are selected, and what is gone is selected no more', () => {
  const order = ['a', 'b', 'c', 'd'];
  const b = select(NOTHING_SELECTED, order, 'b', 'only');
  const toD = select(b, order, 'd', 'stretch');
  expect([...toD.names]).toEqual(['b', 'c', 'd']);
  expect([...select(toD, order, 'a', 'stretch').names]).toEqual(['a', 'b']);
  expect([...select(toD, order, 'c', 'toggle').names]).toEqual(['b', 'd']);
  expect(stillListed(toD, ['a', 'c'])).toEqual({ names: new Set(['c']), focused: null, anchor: null });
});

test('nothing in a name is hidden', () => {
  expect(literalName('\u202egpj.exe')).toBe('‹202E›gpj.exe');
  expect(literalName('a\nb\u200b')).toBe('a‹000A›b‹200B›');
  expect(literalName('Prüfbericht 日本 👩.txt')).toBe('Prüfbericht 日本 👩.txt');
});
