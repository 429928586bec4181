import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from './hostile-texts.test-support.ts';
import { JumpGroupId } from './ids.ts';
import {
  changedProperties,
  NewShortcut,
  Port,
  PROPERTY_NAMES,
  PropertiesChange,
  pickProperties,
  propertyOf,
  ShortcutHostname,
  withProperties,
} from './jump-item-change.ts';
import { aJumpClient, aJumpShortcut } from './jump-item-samples.test-support.ts';
import { checkText } from './text-limits.ts';

const till = aJumpClient({ name: 'Till', tag: 'North', comments: 'drawer' });
const desk = aJumpShortcut({ name: 'Desk', port: 5_901 });

test('R1.10 a field left out stays as it is', () => {
  expect(withProperties(till, { tag: 'South' })).toEqual({ ...till, tag: 'South', propertiesRev: 2 });
});

test('R1.10 null takes the tag away, an empty text the comments', () => {
  const after = { ...till, tag: null, comments: '', propertiesRev: 2 };
  expect(withProperties(till, { tag: null, comments: '' })).toEqual(after);
});

test('a change that changes nothing leaves the very item, with its revision', () => {
  expect(withProperties(till, { name: 'Till', tag: 'North' })).toBe(till);
  expect(withProperties(desk, {})).toBe(desk);
});

test('only a shortcut has an address of its own to change', () => {
  expect(withProperties(desk, { hostname: '192.0.2.1', port: null })).toMatchObject({
    hostname: '192.0.2.1',
    port: null,
    propertiesRev: 2,
  });
  expect(propertyOf(till, 'port')).toBeUndefined();
  expect(withProperties(till, { comments: 'x' })).not.toHaveProperty('port');
});

test('what differs is named in the order of the dialog', () => {
  const change = { comments: 'x', tag: 'North', name: 'Till 2' };
  expect(changedProperties(till, change)).toEqual(['name', 'comments']);
});

test('a change and the item’s own earlier values lead there and back', () => {
  const text = fc.constantFrom('', 'a', 'North', 'Desk');
  const change = fc.record(
    {
      name: text,
      jumpGroupId: fc.constantFrom('one', 'two').map((id) => JumpGroupId.parse(id)),
      tag: fc.option(text),
      comments: text,
      hostname: text,
      port: fc.option(fc.constantFrom(1, 5_901)),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(change, (given) => {
      const changed = changedProperties(desk, given);
      const after = withProperties(desk, given);
      for (const name of PROPERTY_NAMES) {
        expect(propertyOf(after, name)).toEqual(name in given ? given[name] : propertyOf(desk, name));
      }
      const back = withProperties(after, pickProperties(desk, changed));
      expect(back).toEqual({ ...desk, propertiesRev: changed.length === 0 ? 1 : 3 });
    }),
  );
});

describe('R6.3 what a person writes is taken or refused as checkText says', () => {
  test.each(HOSTILE_TEXTS)('%s', (_, text) => {
    for (const kind of ['name', 'tag', 'comments'] as const) {
      const checked = checkText(kind, text);
      const parsed = PropertiesChange.safeParse({ [kind]: text });
      expect(parsed.success).toBe(checked.ok);
      if (checked.ok) expect(parsed.data).toEqual({ [kind]: checked.value });
      const shortcut = NewShortcut.safeParse({ ...aNewShortcut, [kind]: text });
      expect(shortcut.success).toBe(checked.ok);
    }
  });
});

const aNewShortcut = {
  method: 'local-rdp',
  name: 'Desk',
  hostname: 'desk.example',
  port: null,
  jumpGroupId: 'all-users',
  tag: null,
  comments: '',
} as const;

describe('R1.4 where a shortcut leads', () => {
  test.each(['desk', '192.0.2.7', '2001:db8::7', '[2001:db8::7]', 'bücher.example', 'a'.repeat(256)])(
    'takes %s',
    (hostname) => expect(ShortcutHostname.safeParse(hostname).success).toBe(true),
  );
  test.each([
    '',
    ' ',
    'two words',
    'a/b',
    'a\\b',
    'somebody@desk',
    'a\0',
    'a\u0085',
    'a\ud83d',
    '-oProxyCommand',
    'a'.repeat(257),
  ])('refuses %j', (hostname) => expect(ShortcutHostname.safeParse(hostname).success).toBe(false));
  test.each([1, 5_900, 65_535])('takes the port %d', (port) => expect(Port.parse(port)).toBe(port));
  test.each([0, -1, 65_536, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '22'])(
    'refuses the port %s',
    (port) => expect(Port.safeParse(port).success).toBe(false),
  );
});

test('a change of anything else is none', () => {
  for (const key of ['presence', 'id', 'propertiesRev', '__proto__', 'constructor']) {
    const change = JSON.parse(`{"${key}":1}`);
    expect(PropertiesChange.safeParse(change).success).toBe(false);
  }
});
