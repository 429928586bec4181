import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { isActionId } from '#app/contracts/actions.ts';
import { createTexts } from '#app/texts/texts.ts';
import { applicationMenuTemplate } from './application-menu.ts';

const flatten = (entries: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? flatten(entry.submenu) : [])]);

function aMenu(isDevelopment = false, undoName: string | null = null) {
  const [onAction, onQuit] = [vi.fn(), vi.fn()];
  const template = applicationMenuTemplate({
    texts: createTexts('en'),
    platform: 'linux',
    isDevelopment,
    undoName,
    onAction,
    onQuit,
  });
  return { entries: flatten(template), onAction, onQuit };
}

test('R1.8 Jump in the menu is the same action as everywhere', () => {
  const { entries, onAction } = aMenu();
  const jump = entries.find(({ id }) => id === 'jump');
  expect(jump?.label).toBe('Jump');
  jump?.click?.(undefined as never, undefined, undefined as never);
  expect(onAction).toHaveBeenCalledExactlyOnceWith('jump');
});

test('Quit ends the console as closing its window does', () => {
  const { entries, onQuit } = aMenu();
  const quit = entries.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Q');
  quit?.click?.(undefined as never, undefined, undefined as never);
  expect(onQuit).toHaveBeenCalledOnce();
});

test("the page's own keyboard answers the shortcuts of actions", () => {
  const { entries } = aMenu();
  for (const entry of entries.filter(
    ({ id, accelerator }) => id !== undefined && accelerator !== undefined,
  )) {
    expect(entry.registerAccelerator, entry.id).toBe(false);
  }
});

test('reloading and developer tools are for developers', () => {
  const roles = (isDevelopment: boolean) => aMenu(isDevelopment).entries.map(({ role }) => role);
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(true)).toContain('toggleDevTools');
});

test('every entry with an id is an action of the window, and shows the key that it has there', () => {
  const own = aMenu().entries.filter(({ id }) => id !== undefined);
  expect(own.filter(({ id }) => !isActionId(id ?? ''))).toEqual([]);
  const keyOf = (id: string) => own.find((entry) => entry.id === id)?.accelerator;
  expect(keyOf('command-palette')).toBe('CmdOrCtrl+K');
  expect(keyOf('keyboard-shortcuts')).toBe('F1');
  expect(keyOf('jump')).toBeUndefined();
});

test('Undo names what it would take back, and is there for nothing else', () => {
  const undo = (name: string | null) => aMenu(false, name).entries.find(({ id }) => id === 'undo');
  expect(undo(null)).toMatchObject({ label: 'Undo', enabled: false });
  expect(undo('Removal of Tea & Co')?.label).toBe('Undo: Removal of Tea && Co');
  expect(undo('Removal of Tea & Co')?.enabled).not.toBe(false);
});
