import { expect, test } from 'vitest';
import { parseApplianceAddress } from './appliance-address.ts';

test.each([
  ['http://127.0.0.1:8443', 'http://127.0.0.1:8443'],
  ['https://support.example.com/', 'https://support.example.com'],
  ['HTTP://[::1]:80', 'http://[::1]'],
])('the address %s is kept as %s', (text, address) => {
  expect(parseApplianceAddress(text)).toBe(address);
});

test.each([
  '',
  'support.example.com',
  'ftp://a',
  'file:///etc',
  'http://u:p@a',
  'http://a/b',
  'http://a/?q',
  'javascript:1',
])('the address %j is refused', (text) => {
  expect(parseApplianceAddress(text)).toBeNull();
});
