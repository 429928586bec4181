import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { runAction } from '../../actions/actions.ts';
import { viewAction } from '../../actions/use-action.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut, wscott } from '../../test-support/jump-items.ts';
import { RemoveJumpItems } from './remove-jump-items.tsx';

afterEach(cleanup);

/** A list of these items, with those selected. */
async function setUp(items: readonly JumpItem[], selected: readonly JumpItem[] = items) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  fake.store.setState({ selectedIds: new Set(selected.map(({ id }) => id)) });
  render(<RemoveJumpItems />, { wrapper: fake.Wrapper });
  return { ...fake, user: userEvent.setup() };
}

async function ask(items: readonly JumpItem[], selected: readonly JumpItem[] = items) {
  const fake = await setUp(items, selected);
  runAction('remove', fake.console);
  return { ...fake, dialog: await screen.findByRole('alertdialog') };
}
const button = (name: string) => screen.getByRole('button', { name });
const consequences = (dialog: HTMLElement) => {
  const [list] = within(dialog).getAllByRole('list').slice(-1);
  return within(list ?? dialog)
    .getAllByRole('listitem')
    .map((line) => line.textContent);
};
const several = (count: number) => Array.from({ length: count }, (_, at) => aJumpClient(`Till ${at + 1}`));

test('R1.9 one item is named in the question; a connected Jump Client is told to uninstall itself', async () => {
  const { dialog } = await ask([aJumpClient('a', { name: 'Reception' })]);
  expect(within(dialog).getByRole('heading').textContent).toBe('Remove \u2068Reception\u2069?');
  expect(consequences(dialog)).toEqual(['Its Jump Client is told to uninstall itself from the computer.']);
  expect(dialog.textContent).toContain('You can undo this for ten seconds.');
});

test('R1.9 of many the first five are named and the others counted', async () => {
  const { dialog } = await ask(several(8));
  expect(within(dialog).getByRole('heading').textContent).toBe('Remove 8 Jump Items?');
  const names = within(within(dialog).getByRole('list', { name: 'Jump Items' })).getAllByRole('listitem');
  expect(names.map((line) => line.querySelector('bdi')?.textContent ?? line.textContent)).toEqual([
    'Till 1',
    'Till 2',
    'Till 3',
    'Till 4',
    'Till 5',
    'and 3 more',
  ]);
});

test('R1.12 it says what follows for those online, offline, uninstalled, and for shortcuts', async () => {
  const { dialog } = await ask([
    aJumpClient('a'),
    aJumpClient('b', { presence: 'disabled' }),
    aJumpClient('c', { presence: 'offline' }),
    aJumpClient('d', { presence: 'uninstalled' }),
    aJumpShortcut('e'),
  ]);
  expect(consequences(dialog)).toEqual([
    '2 Jump Clients are told to uninstall themselves from their computers.',
    '1 is offline: its Jump Client is told to uninstall itself when it comes back.',
    '2 just leave the list: there is nothing to uninstall.',
  ]);
});

test('R1.9 live sessions are named with their representatives', async () => {
  const { dialog } = await ask([
    aJumpClient('a', { name: 'Reception', inSessionWith: ['Anna Berg', 'Ben Cole'] }),
    aJumpClient('b'),
  ]);
  expect(dialog.textContent).toContain('The support session on 1 of them will end:');
  expect(dialog.textContent).toContain('Reception · Anna Berg, Ben Cole');
});

test('what a colleague removes or renames while it is asked is asked about as it is', async () => {
  const [a, b] = [aJumpClient('a', { name: 'Reception' }), aJumpClient('b', { name: 'Till' })];
  const { dialog, send } = await ask([a, b]);
  const till = { ...b, name: 'Till 2', propertiesRev: 2 };
  send({ jumpItems: { upserted: [till], removed: [a.id] } });
  await expect.poll(() => within(dialog).getByRole('heading').textContent).toBe('Remove \u2068Till 2\u2069?');
  send({ jumpItems: { upserted: [], removed: [b.id] } });
  await expect.poll(() => dialog.textContent).toContain('The Jump Client does not exist.');
  expect(button('Remove').getAttribute('aria-disabled')).toBe('true');
});

test('a right that is withdrawn while it is asked is named at once; given back, Remove works again', async () => {
  const { api, dialog, send, user } = await ask([aJumpClient('a', { name: 'Reception' })]);
  const without = wscott.rights.filter((right) => right !== 'remove-jump-items');
  send({ representative: { ...wscott, rights: without } });
  await expect.poll(() => dialog.textContent).toContain('Missing right: Remove Jump Items.');
  await user.click(button('Remove'));
  expect(api.removeJumpItems).not.toHaveBeenCalled();
  send({ representative: wscott });
  await expect.poll(() => dialog.textContent).not.toContain('Missing right');
  await user.click(button('Remove'));
  expect(api.removeJumpItems).toHaveBeenCalledOnce();
});

test('R1.9 Remove removes what it named, and the next row is selected', async () => {
  const items = several(4);
  const { api, store, user } = await ask(items, items.slice(1, 3));
  await user.click(button('Remove'));
  expect(api.removeJumpItems.mock.calls[0]?.[0].items.map(({ jumpItemId }) => jumpItemId)).toEqual([
    'Till 2',
    'Till 3',
  ]);
  await expect.poll(() => store.getState().openDialog).toBeNull();
  expect(store.getState().activeId).toBe('Till 4');
  expect([...store.getState().selectedIds]).toEqual(['Till 4']);
});

test('R1.9 at the end of the list the row before is selected, in an empty list none', async () => {
  const items = several(2);
  const { store, user } = await ask(items, items.slice(1));
  await user.click(button('Remove'));
  await expect.poll(() => store.getState().activeId).toBe('Till 1');
  cleanup();
  const alone = await ask(several(1));
  await alone.user.click(button('Remove'));
  await expect.poll(() => alone.store.getState().openDialog).toBeNull();
  expect(alone.store.getState().activeId).toBeNull();
});

test('a refusal of the whole is said in the dialog, which stays; it can be tried again', async () => {
  const { api, dialog, store, user } = await ask(several(1));
  api.removeJumpItems.mockResolvedValueOnce({ ok: false, code: 'appliance-unreachable' });
  await user.click(button('Remove'));
  await within(dialog).findByText('The appliance cannot be reached.');
  expect(store.getState().messages).toEqual([]);
  await user.click(button('Remove'));
  await expect.poll(() => store.getState().openDialog).toBeNull();
});

test('a refusal that comes after the dialog was closed is told as a message', async () => {
  const { api, store, user } = await ask(several(1));
  let refuse: (answer: { ok: false; code: 'outcome-pending' }) => void = () => undefined;
  api.removeJumpItems.mockReturnValueOnce(
    new Promise((resolve) => {
      refuse = resolve;
    }),
  );
  await user.click(button('Remove'));
  await user.click(button('Close'));
  refuse({ ok: false, code: 'outcome-pending' });
  await expect.poll(() => store.getState().messages).toMatchObject([{ kind: 'refusal' }]);
});

test('Cancel and Escape remove nothing', async () => {
  const { api, store, user } = await ask(several(1));
  await user.click(button('Cancel'));
  expect(store.getState().openDialog).toBeNull();
  expect(api.removeJumpItems).not.toHaveBeenCalled();
});

test('without the right it is disabled and says which one is missing', async () => {
  const { console, send, store } = await setUp(several(2));
  send({ representative: { ...wscott, rights: ['jump-to-jump-items'] } });
  expect(viewAction('remove', console)).toMatchObject({
    isAvailable: false,
    reason: 'You are not permitted to do this. Missing right: Remove Jump Items.',
  });
  runAction('remove', console);
  expect(store.getState()).toMatchObject({ openDialog: null, messages: [{ kind: 'refusal' }] });
});

test('with nothing selected there is nothing to remove', async () => {
  const { console } = await setUp(several(2), []);
  expect(viewAction('remove', console)).toMatchObject({ isAvailable: false, isApplicable: false });
});
