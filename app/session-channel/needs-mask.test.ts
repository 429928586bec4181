import { expect, test } from 'vitest';
import { needsMask } from './needs-mask.ts';

test.each([
  ['wss://appliance.example/session/', false],
  ['ws://127.0.0.1:8080/session/?EIO=4', false],
  ['ws://[::1]:8080/', false],
  ['ws://appliance.example/session/', true],
  ['ws://127.0.0.1.example/session/', true],
  ['ws://10.0.0.1/?wss://', true],
])('%s: %s', (address, isNeeded) => {
  expect(needsMask(address)).toBe(isNeeded);
});
