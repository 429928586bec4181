import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { checkText, TEXT_LIMITS, type TextKind } from '#app/domain/text-limits.ts';
import { hostnameError, parsePort, portError, tagError, textCounter, textError } from './field-checks.ts';

const kinds = Object.keys(TEXT_LIMITS) as readonly TextKind[];

describe.each(kinds)('R2.2 %s', (kind) => {
  test.each(HOSTILE_TEXTS)('takes or refuses %s as the appliance does', (_, text) => {
    expect(textError(kind, text) === null).toBe(checkText(kind, text).ok);
  });
});

test('R2.2 says by how many code points a name is too long', () => {
  expect(textError('name', 'a'.repeat(129))).toBe('At most 128 characters; these are 129.');
  expect(textError('name', `${'a'.repeat(127)}😀`)).toBeNull();
  expect(textCounter('name', `${'a'.repeat(127)}😀`)).toBe('128 / 128');
});

test('R2.4 no tag is no mistake', () => {
  expect(tagError('')).toBeNull();
  expect(tagError(' ')).toBe('Write something that can be seen.');
});

test.each([
  ['rdp.example', true],
  ['10.0.0.1', true],
  ['fe80::1%eth0', true],
  ['', false],
  ['two words', false],
  ['somebody@there', false],
  ['\\\\there\\share', false],
  ['h'.repeat(257), false],
])('a host name: %s', (text, isTaken) => {
  expect(hostnameError(text) === null).toBe(isTaken);
});

test.each([
  ['', null],
  [' 3389 ', 3_389],
  ['1', 1],
  ['65535', 65_535],
  ['0', undefined],
  ['65536', undefined],
  ['1e3', undefined],
  ['-1', undefined],
  ['0x10', undefined],
])('a port: %s', (text, port) => {
  expect(parsePort(text)).toBe(port);
  expect(portError(text) === null).toBe(port !== undefined);
});
