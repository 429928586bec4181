import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import { runAction } from '../../actions/actions.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { PropertiesDialog } from './properties-dialog.tsx';

afterEach(cleanup);

const till = aJumpClient('till', { name: 'Till' });
type Answer = Awaited<ReturnType<ConsoleApi['editJumpItems']>>;

/** OK was pressed, the dialog is gone, and the appliance has not answered. */
async function sentAndClosed(close: (fake: ReturnType<typeof createFakeConsole>) => void) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([till]);
  fake.store.getState().selectJumpItem(till.id);
  render(<PropertiesDialog />, { wrapper: fake.Wrapper });
  act(() => runAction('properties', fake.console));
  let answer: (given: Answer) => void = () => undefined;
  fake.api.editJumpItems.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Till 2' } });
  fireEvent.click(screen.getByRole('button', { name: 'OK' }));
  act(() => close(fake));
  expect(screen.queryByRole('dialog')).toBeNull();
  return { ...fake, answered: (given: Answer) => act(async () => answer(given)) };
}
const cancel = () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));

test('R1.10 who has closed the dialog is told that the whole was refused', async () => {
  const { store, answered } = await sentAndClosed(cancel);
  await answered({ ok: false, code: 'outcome-unknown' });
  expect(store.getState().messages).toMatchObject([
    { kind: 'refusal', refusal: { about: 'Till', code: 'outcome-unknown' } },
  ]);
});

test('R1.10 who has closed the dialog is told of what somebody changed meanwhile', async () => {
  const { store, answered } = await sentAndClosed(cancel);
  const refused = { jumpItemId: till.id, name: 'Till', code: 'changed-meanwhile' as const, current: null };
  await answered({ ok: true, value: { done: 0, refusedCount: 1, refused: [refused] } });
  expect(store.getState().messages).toMatchObject([
    { kind: 'refusal', refusal: { about: 'Till', code: 'changed-meanwhile' } },
  ]);
});

test('who was signed out meanwhile, because the appliance restarted, is told that the answer is to come', async () => {
  const { store, answered } = await sentAndClosed(({ emit }) =>
    emit('connectionChanged', { state: 'signed-out', address: '', reason: 'sign-in-refused' }),
  );
  await answered({ ok: false, code: 'outcome-pending' });
  expect(store.getState().messages).toMatchObject([
    { kind: 'refusal', refusal: { about: 'Till', code: 'outcome-pending' } },
  ]);
});
