import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { createSearchQuerySelector } from './selectors.ts';

const NOON = Date.UTC(2027, 0, 15, 12);
const YEAR = 31_536_000_000;
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

async function aConsole(applianceAheadMs: number) {
  const fake = createFakeConsole();
  await vi.advanceTimersByTimeAsync(0);
  fake.emit('connectionChanged', { state: 'connected', address: fake.address, applianceAheadMs });
  return fake;
}

test('R1.5 dates in a search go by the appliance’s clock, where this computer’s is wrong by years', async () => {
  const { store } = await aConsole(-10 * YEAR);
  store.getState().search('since:<1h');
  const [term] = createSearchQuerySelector()(store.getState()).terms;
  expect(term).toMatchObject({ range: { from: NOON - 10 * YEAR - 60 * MINUTE } });
});

test('R1.5 what <1h means moves on with the clock; what does not ask for the time stays the same question', async () => {
  const { store } = await aConsole(0);
  const select = createSearchQuerySelector();
  store.getState().search('since:<1h till');
  const first = select(store.getState());
  vi.advanceTimersByTime(5 * MINUTE);
  const later = select(store.getState());
  expect(later.terms[0]).toMatchObject({ range: { from: NOON - 55 * MINUTE } });
  expect(later).not.toBe(first);

  for (const text of ['till', 'accessed:2026-11', 'accessed:today']) {
    store.getState().search(text);
    const before = select(store.getState());
    vi.advanceTimersByTime(5 * MINUTE);
    expect(select(store.getState())).toBe(before);
  }
});
