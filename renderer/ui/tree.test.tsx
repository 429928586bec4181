import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Tree, type TreeSection } from './tree.tsx';

afterEach(cleanup);

const sections: readonly TreeSection[] = [
  {
    title: null,
    nodes: [
      { id: 'all', text: 'All', level: 1, isExpanded: null, content: 'All' },
      { id: 'users', text: 'Users', level: 1, isExpanded: true, content: 'Users' },
      { id: 'tag', text: 'Tag', level: 2, isExpanded: null, content: 'Tag' },
    ],
  },
  {
    title: 'Others',
    nodes: [{ id: 'wscott', text: 'wscott', level: 1, isExpanded: false, content: 'wscott' }],
  },
];

function setUp(...selected: string[]) {
  const onSelect = vi.fn();
  const onSelectMany = vi.fn();
  const onToggle = vi.fn();
  render(
    <Tree
      label="Groups"
      sections={sections}
      selectedIds={new Set(selected)}
      onSelect={onSelect}
      onSelectMany={onSelectMany}
      onToggle={onToggle}
    />,
  );
  const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
    fireEvent.keyDown(screen.getByRole('tree', { name: 'Groups' }), { key, ...held });
  return { onSelect, onSelectMany, onToggle, press };
}

test('says where each item stands, and whether it is open', () => {
  setUp('users');
  const item = screen.getByRole('treeitem', { name: 'Users' });
  expect(item.getAttribute('aria-selected')).toBe('true');
  expect(item.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('treeitem', { name: 'Tag' }).getAttribute('aria-level')).toBe('2');
  expect(screen.getByRole('treeitem', { name: 'All' }).hasAttribute('aria-expanded')).toBe(false);
});

test.each([
  ['ArrowDown', 'tag'],
  ['ArrowUp', 'all'],
  ['Home', 'all'],
  ['End', 'wscott'],
  ['ArrowRight', 'tag'],
  ['w', 'wscott'],
])('from an open item %s goes to %s', (key, id) => {
  const { onSelect, press } = setUp('users');
  press(key);
  expect(onSelect).toHaveBeenCalledExactlyOnceWith(id);
  expect(document.activeElement?.getAttribute('data-node-id')).toBe(id);
});

test('the arrows to the side open and close, and lead back to the parent', () => {
  const open = setUp('users');
  open.press('ArrowLeft');
  expect(open.onToggle).toHaveBeenCalledExactlyOnceWith('users', false);
  cleanup();
  const closed = setUp('wscott');
  closed.press('ArrowRight');
  expect(closed.onToggle).toHaveBeenCalledExactlyOnceWith('wscott', true);
  cleanup();
  const child = setUp('tag');
  child.press('ArrowLeft');
  expect(child.onSelect).toHaveBeenCalledExactlyOnceWith('users');
});

test('the arrow opens without selecting', () => {
  const { onSelect, onToggle } = setUp('all');
  const arrow = screen.getByRole('treeitem', { name: 'wscott' }).querySelector('[data-arrow]');
  if (arrow === null) throw new Error('The item has no arrow');
  fireEvent.click(arrow);
  expect(onToggle).toHaveBeenCalledExactlyOnceWith('wscott', true);
  expect(onSelect).not.toHaveBeenCalled();
});

const focusedId = () => document.activeElement?.getAttribute('data-node-id');

test('Ctrl adds an item to the selection or takes it away, by the pointer and by the keyboard', () => {
  const { onSelect, onSelectMany, press } = setUp('users', 'tag');
  fireEvent.click(screen.getByRole('treeitem', { name: 'wscott' }), { ctrlKey: true });
  expect(onSelectMany).toHaveBeenLastCalledWith(['users', 'tag', 'wscott']);
  press('ArrowUp', { ctrlKey: true });
  expect(focusedId()).toBe('tag');
  expect(onSelectMany).toHaveBeenCalledOnce();
  press(' ', { ctrlKey: true });
  expect(onSelectMany).toHaveBeenLastCalledWith(['users']);
  expect(onSelect).not.toHaveBeenCalled();
});

test('Shift selects everything up to an item', () => {
  const { onSelectMany, press } = setUp('users');
  fireEvent.click(screen.getByRole('treeitem', { name: 'wscott' }), { shiftKey: true });
  expect(onSelectMany).toHaveBeenLastCalledWith(['users', 'tag', 'wscott']);
  press('Home', { shiftKey: true });
  expect(onSelectMany).toHaveBeenLastCalledWith(['all', 'users']);
});

test('keys with Ctrl that mean something elsewhere are left alone', () => {
  const { onSelect, onSelectMany, press } = setUp('users');
  press('w', { ctrlKey: true });
  expect(onSelect).not.toHaveBeenCalled();
  expect(onSelectMany).not.toHaveBeenCalled();
});
