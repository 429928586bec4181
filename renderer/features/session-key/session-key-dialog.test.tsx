import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { SupportSessionId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aSupportSession } from '../../test-support/jump-items.ts';
import { SessionKeyDialog } from './session-key-dialog.tsx';

afterEach(cleanup);

type Fake = ReturnType<typeof createFakeConsole>;

async function openDialog(prepare: (console: Fake) => void = () => undefined) {
  const console = createFakeConsole();
  console.sendSnapshot([]);
  prepare(console);
  render(<SessionKeyDialog />, { wrapper: console.Wrapper });
  await act(async () => console.store.getState().toggleDialog('session-key'));
  return console;
}

test('it shows one key in groups that are easily said, its link, and how long it is good', async () => {
  const { api } = await openDialog();
  expect(screen.getByLabelText('Session key 1 2 3 4 5 6 7').textContent).toBe('1234567');
  expect(screen.getByText('https://support.example.com/session/1234567')).toBeTruthy();
  expect(screen.getByRole('timer').textContent).toMatch(/^Good once, for (20:00|19:5\d)$/);
  expect(screen.getByText('Waiting for the customer…')).toBeTruthy();
  expect(api.createSessionKey).toHaveBeenCalledTimes(1);
});

test('once the customer is there, the tab takes its place', async () => {
  const { store, send } = await openDialog();
  const session = aSupportSession('s-key', { name: 'Erika', jumpItemId: null });
  act(() => send({ supportSessions: { upserted: [session], removed: [] } }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(store.getState().chosenTab).toBe('s-key');
});

test('a session of another key leaves it open', async () => {
  const { send } = await openDialog();
  act(() => send({ supportSessions: { upserted: [aSupportSession('s-other')], removed: [] } }));
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('an expired key is said to be, and another one is made', async () => {
  const { api } = await openDialog(({ api }) =>
    api.createSessionKey.mockResolvedValueOnce({
      ok: true,
      value: {
        sessionKey: '7654321',
        portalUrl: 'http://a/session/7654321',
        sessionId: SupportSessionId.parse('s-0'),
        expiresAt: 0,
      },
    }),
  );
  expect(screen.getByText('This key has expired.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copy key' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'New key' }));
  expect(api.createSessionKey).toHaveBeenCalledTimes(2);
  expect(screen.getByLabelText('Session key 1 2 3 4 5 6 7')).toBeTruthy();
});

test('why there is no key is said in the dialog, with a way to try again', async () => {
  await openDialog(({ api }) =>
    api.createSessionKey.mockResolvedValueOnce({ ok: false, code: 'appliance-unreachable' }),
  );
  expect(screen.getByRole('alert').textContent).toBe('The appliance cannot be reached.');
  await userEvent.click(screen.getByRole('button', { name: 'New key' }));
  expect(screen.getByText('Waiting for the customer…')).toBeTruthy();
});
