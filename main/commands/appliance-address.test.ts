import { expect, test } from 'vitest';
import { parseApplianceAddress } from './appliance-address.ts';

test.each([
  ['support.example.com', 'https://support.example.com'],
  ['  https://support.example.com/ ', 'https://support.example.com'],
  ['http://127.0.0.1:41234', 'http://127.0.0.1:41234'],
  ['HTTPS://Support.Example.com:8443', 'https://support.example.com:8443'],
  ['localhost:8080', 'https://localhost:8080'],
  ['https://[::1]:8443/', 'https://[::1]:8443'],
  ['[2001:db8::7]', 'https://[2001:db8::7]'],
  ['https://büro.example', 'https://xn--bro-hoa.example'],
  ['https://support.example.com:443', 'https://support.example.com'],
])('%s is the appliance at %s', (typed, origin) => {
  expect(parseApplianceAddress(typed)).toBe(origin);
});

test.each([
  '',
  '   ',
  'https://',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ws://support.example.com',
  'https://user:secret@support.example.com',
  'https://support.example.com/path',
  'https://support.example.com/?q',
  'https://support.example.com/#x',
  'https://support example.com',
  '::1',
  'https://support.example.com:99999',
  'https://support.example.com\\\\evil',
  'javascript://support.example.com',
  'data://x',
  'https://support.example.com/login/',
  'https://\u202esupport.example.com',
  `https://${'a'.repeat(2_000)}.example/${'b'.repeat(10_000)}`,
])('%j is no address', (typed) => {
  expect(parseApplianceAddress(typed)).toBeNull();
});
