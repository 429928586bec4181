import { expect, onTestFinished, test, vi } from 'vitest';
import { SupportSessionId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aSupportSession } from '../test-support/jump-items.ts';
import { tellMissingSession } from './tell-missing-session.ts';

async function aConsoleThatWaits() {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([]);
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  tellMissingSession(fake.store, SupportSessionId.parse('s-1'), 'Reception');
  return { ...fake, messages: () => fake.store.getState().messages };
}

test('R1.8 a session that ended before the stream told of it is named', async () => {
  const { messages } = await aConsoleThatWaits();
  vi.advanceTimersByTime(1_999);
  expect(messages()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(messages()).toMatchObject([{ kind: 'ended-session', session: { id: 's-1', name: 'Reception' } }]);
});

test('of one that the stream tells of nothing is said', async () => {
  const { messages, send } = await aConsoleThatWaits();
  send({ supportSessions: { upserted: [aSupportSession('s-1')], removed: [] } });
  vi.advanceTimersByTime(10_000);
  expect(messages()).toEqual([]);
});
