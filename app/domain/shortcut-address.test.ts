import { expect, test } from 'vitest';
import { ShortcutHostname } from './jump-item-change.ts';
import { bareHostname, hostAndPort, portOf } from './shortcut-address.ts';

test.each([
  ['10.0.0.1', '10.0.0.1:5900'],
  ['till-7.example', 'till-7.example:5900'],
  ['::1', '[::1]:5900'],
  ['[fe80::1%eth0]', '[fe80::1%eth0]:5900'],
])('R1.4 %s is written %s', (hostname, written) => {
  expect(ShortcutHostname.safeParse(hostname).success).toBe(true);
  expect(hostAndPort(hostname, 5_900)).toBe(written);
});

test('brackets are taken off an IPv6 address alone', () => {
  expect(bareHostname('[::1]')).toBe('::1');
  expect(bareHostname('till-7')).toBe('till-7');
});

test('R1.4 a shortcut without a port leads to the usual one', () => {
  expect(portOf({ method: 'local-rdp', port: null })).toBe(3_389);
  expect(portOf({ method: 'local-vnc', port: null })).toBe(5_900);
  expect(portOf({ method: 'local-vnc', port: 5_901 })).toBe(5_901);
});

test.each([
  '',
  ' ',
  '-x',
  '--version',
  '/foo',
  '/v:other',
  '+clipboard',
  'host:5901',
  'user@host',
  'a/b',
  'a\\b',
  'a b',
  'a,b',
  'a;b',
  'a|b',
  '$(touch x)',
  '`x`',
  '%PATH%',
  '[::1',
  '::1]',
  'host\n',
  'host\u0000',
  '\u202egpj.exe',
  `${'a'.repeat(257)}`,
])('R1.4 %j is no host: it cannot become an option, a path or a port', (hostname) => {
  expect(ShortcutHostname.safeParse(hostname).success).toBe(false);
});
