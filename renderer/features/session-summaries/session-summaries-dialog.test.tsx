import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { JumpItemId, SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummary } from '#app/domain/session-summary.ts';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { SessionSummariesDialog } from './session-summaries-dialog.tsx';

afterEach(cleanup);

const aSummary = (id: string, name: string): SessionSummary => ({
  id: SupportSessionId.parse(id),
  jumpItemId: null,
  name,
  hostname: 'home-pc',
  customer: null,
  startedBy: 'Anna',
  representatives: ['Anna'],
  startedAt: 1_000,
  endedAt: 61_000,
  end: 'computer',
  revision: 1,
  chatMessages: 0,
  entries: [],
  omitted: 0,
});
const all = [aSummary('s-2', 'Second'), aSummary('s-1', '<b>First</b>')];

async function open(prepare: (api: ReturnType<typeof createFakeConsole>['api']) => void = () => undefined) {
  const console = createFakeConsole();
  console.sendSnapshot([]);
  console.api.listSessionSummaries.mockResolvedValue({ ok: true, value: { summaries: all } });
  console.api.readSessionSummary.mockImplementation(async ({ sessionId }) => ({
    ok: true,
    value: { summary: all.find(({ id }) => id === sessionId) ?? null },
  }));
  prepare(console.api);
  render(<SessionSummariesDialog />, { wrapper: console.Wrapper });
  const jumpItemId = JumpItemId.parse('ji-1');
  await act(async () =>
    console.store.getState().openSessionSummaries({ of: 'jump-item', jumpItemId, name: 'Till' }),
  );
  return console;
}

test('the newest session is shown at once, another one when it is chosen', async () => {
  const { api } = await open();
  expect(api.listSessionSummaries).toHaveBeenCalledWith({ wanted: { of: 'jump-item', jumpItemId: 'ji-1' } });
  const list = await screen.findByRole('listbox', { name: 'Sessions' });
  expect(within(list).getAllByRole('option')).toHaveLength(2);
  expect(await screen.findByText('Ended at the computer')).toBeTruthy();
  await userEvent.click(within(list).getByRole('option', { name: /First/ }));
  expect(await screen.findByRole('heading', { name: '<b>First</b>' })).toBeTruthy();
  expect(api.readSessionSummary).toHaveBeenLastCalledWith({ sessionId: 's-1', knownRevision: 0 });
});

test('where there is none it says so', async () => {
  await open((api) => api.listSessionSummaries.mockResolvedValue({ ok: true, value: { summaries: [] } }));
  expect(await screen.findByText('No session is remembered.')).toBeTruthy();
});

test('R7.7 why there is no list is said where one looks, and asked again', async () => {
  const { api } = await open((door) =>
    door.listSessionSummaries.mockResolvedValueOnce({ ok: false, code: 'client-not-found' }),
  );
  expect((await screen.findByRole('alert')).textContent).toBe('The Jump Client does not exist.');
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(await screen.findByRole('listbox', { name: 'Sessions' })).toBeTruthy();
  expect(api.listSessionSummaries).toHaveBeenCalledTimes(2);
});
