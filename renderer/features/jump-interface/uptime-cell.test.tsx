import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeConsole } from '../../test-support/fake-console.ts';
import { aJumpClient } from '../../test-support/jump-items.ts';
import { UptimeCell } from './uptime-cell.tsx';

afterEach(cleanup);

const BOOTED = Date.UTC(2027, 0, 15, 8);
const MINUTE = 60_000;

test('R1.3 the uptime goes on by the appliance’s clock, and one that is gone has none', () => {
  const { store, Wrapper } = createFakeConsole();
  store.getState().setApplianceTime(BOOTED + 5 * MINUTE);
  const client = aJumpClient('a', { bootedAt: BOOTED, presence: 'online' });
  const { container, rerender } = render(<UptimeCell item={client} />, { wrapper: Wrapper });
  expect(container.textContent).toBe('5 min');
  act(() => store.getState().setApplianceTime(BOOTED + 6 * MINUTE));
  expect(container.textContent).toBe('6 min');
  rerender(<UptimeCell item={{ ...client, presence: 'offline' }} />);
  expect(container.textContent).toBe('');
});
