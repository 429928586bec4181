import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { RepresentativeId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aSupportSession, wscott } from '../../test-support/jump-items.ts';
import { InviteMenu } from './invite-menu.tsx';
import { SessionPeople } from './session-people.tsx';

afterEach(cleanup);
const ben = { id: RepresentativeId.parse('rep-ben'), displayName: 'Ben Cole' };

async function openMenu(prepare: (console: ReturnType<typeof createFakeConsole>) => void) {
  const console = createFakeConsole();
  console.sendSnapshot([]);
  prepare(console);
  render(<InviteMenu session={aSupportSession('s-1')} isDisabled={false} />, { wrapper: console.Wrapper });
  await userEvent.click(screen.getByRole('button', { name: 'Invite…' }));
  return console;
}

test('who is signed in is asked for when the menu opens, and invited by a click', async () => {
  const { api } = await openMenu(({ api }) =>
    api.listInvitable.mockResolvedValue({ ok: true, value: { representatives: [ben] } }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Ben Cole' }));
  expect(api.inviteToSession).toHaveBeenCalledWith(
    expect.objectContaining({ sessionId: 's-1', representativeId: 'rep-ben' }),
  );
});

test('it says when nobody could be invited', async () => {
  await openMenu(() => undefined);
  expect(await screen.findByText('Nobody else is signed in who could take part.')).toBeTruthy();
});

test('why an invitation failed is said with the name of who was invited', async () => {
  const { store } = await openMenu(({ api }) => {
    api.listInvitable.mockResolvedValue({ ok: true, value: { representatives: [ben] } });
    api.inviteToSession.mockResolvedValue({ ok: false, code: 'representative-not-online' });
  });
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Ben Cole' }));
  expect(store.getState().messages).toMatchObject([
    { kind: 'refusal', refusal: { about: 'Ben Cole', code: 'representative-not-online' } },
  ]);
});

test('the others are named, and whether the customer is there', () => {
  const console = createFakeConsole();
  console.sendSnapshot([]);
  const session = aSupportSession('s-1', {
    invitedIds: [ben.id],
    representativeNames: [wscott.displayName, ben.displayName],
    customer: {
      name: 'Erika',
      hostname: 'home',
      platform: 'linux',
      operatingSystem: '',
      presence: 'offline',
      mode: 'user',
    },
  });
  render(<SessionPeople session={session} />, { wrapper: console.Wrapper });
  expect(screen.getByText(/^With .Ben Cole.$/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Customer offline: may come back for two minutes');
});
