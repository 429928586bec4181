import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { runAction } from '../actions/actions.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aSupportSession } from '../test-support/jump-items.ts';
import { LeaveQuestion } from './leave-question.tsx';

afterEach(cleanup);

async function setUp(...names: string[]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  const upserted = names.map((name) => aSupportSession(`s-${name}`, { name }));
  fake.sendSnapshot([aJumpClient('ji-1')], { supportSessions: { upserted, removed: [] } });
  render(<LeaveQuestion />, { wrapper: fake.Wrapper });
  const leave = () => act(() => runAction('sign-out', fake.console));
  const askToClose = () => act(() => fake.emit('closingAsked', {}));
  return { ...fake, leave, askToClose, user: userEvent.setup() };
}

test('who has no support session signs out at once', async () => {
  const { leave, api } = await setUp();
  leave();
  expect(api.signOut).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('signing out with support sessions names them first; Enter signs out', async () => {
  const { leave, api, user } = await setUp('Reception', 'Till 4');
  leave();
  const question = screen.getByRole('alertdialog', { name: 'Sign out?' });
  expect(within(question).getAllByRole('listitem')).toHaveLength(2);
  expect(question.textContent).toContain('2 support sessions are open. They live on for two minutes');
  expect(api.signOut).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(api.signOut).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('the window closes, or stays, as the person answers', async () => {
  const { askToClose, api, user } = await setUp('Reception');
  askToClose();
  await user.keyboard('{Escape}');
  expect(api.answerClosing).toHaveBeenLastCalledWith({ closes: false });
  askToClose();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(api.answerClosing).toHaveBeenLastCalledWith({ closes: true });
});

test('where the last session ends while it is asked, the window closes', async () => {
  const { askToClose, api, send } = await setUp('Reception');
  askToClose();
  const [id] = [aSupportSession('s-Reception').id];
  act(() => send({ supportSessions: { upserted: [], removed: [id] } }));
  expect(api.answerClosing).toHaveBeenLastCalledWith({ closes: true });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
