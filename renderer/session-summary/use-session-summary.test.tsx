import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummary } from '#app/domain/session-summary.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { useSessionSummary } from './use-session-summary.ts';

afterEach(cleanup);

const sessionId = SupportSessionId.parse('s-1');
const aSummary = (revision: number): SessionSummary => ({
  id: sessionId,
  jumpItemId: null,
  name: 'Erika',
  hostname: 'home-pc',
  customer: null,
  startedBy: 'Anna',
  representatives: ['Anna'],
  startedAt: 1_000,
  endedAt: null,
  end: null,
  revision,
  chatMessages: 0,
  entries: [],
  omitted: 0,
});

async function setUp() {
  const console = createFakeConsole();
  let revision = 1;
  console.api.readSessionSummary.mockImplementation(async ({ knownRevision }) => ({
    ok: true,
    value: { summary: knownRevision === revision ? null : aSummary(revision) },
  }));
  await waitFor(() => expect(console.store.getState().connection?.state).toBe('connected'));
  const { result, unmount } = renderHook(() => useSessionSummary(sessionId), { wrapper: console.Wrapper });
  await waitFor(() => expect(result.current.summary?.revision).toBe(1));
  const tell = (told: number, id = sessionId) =>
    act(async () => console.emit('sessionSummaryChanged', { sessionId: id, revision: told }));
  const setRevision = (next: number) => {
    revision = next;
  };
  const asked = () => console.api.readSessionSummary.mock.calls.length;
  return { ...console, result, unmount, tell, setRevision, asked };
}

test('a summary is read once, and again when the appliance says that it is another one', async () => {
  const { result, tell, setRevision, asked } = await setUp();
  expect(asked()).toBe(1);
  setRevision(3);
  await tell(3);
  await waitFor(() => expect(result.current.summary?.revision).toBe(3));
  await tell(3); // as known
  await tell(9, SupportSessionId.parse('s-2')); // another session's
  expect(asked()).toBe(2);
});

test('what changes while it is being read is read once more; whoever looks no longer asks no longer', async () => {
  const { result, tell, setRevision, asked, api, unmount } = await setUp();
  let answer = () => {};
  api.readSessionSummary.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { summary: aSummary(2) } });
      }),
  );
  await tell(2);
  await tell(3);
  await tell(4);
  setRevision(4);
  await act(async () => answer());
  await waitFor(() => expect(result.current.summary?.revision).toBe(4));
  expect(asked()).toBe(3);
  unmount();
  await tell(5);
  expect(asked()).toBe(3);
});

test('what was missed without a connection is read on the next one', async () => {
  const { result, setRevision, emit, address } = await setUp();
  setRevision(2);
  act(() =>
    emit('connectionChanged', { state: 'reconnecting', address, lostAt: 0, nextAttemptAt: 0, reason: null }),
  );
  act(() => emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 }));
  await waitFor(() => expect(result.current.summary?.revision).toBe(2));
});
