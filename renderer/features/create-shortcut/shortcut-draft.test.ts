import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { JumpGroupId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import { NewShortcut } from '#app/domain/jump-item-change.ts';
import {
  aJumpClient,
  aJumpShortcut,
  allUsersGroupId,
  personalGroupId,
  wscott,
} from '../../test-support/jump-items.ts';
import { draftErrors, firstDraft, type ShortcutDraft, shortcutOf } from './shortcut-draft.ts';

const bensGroupId = JumpGroupId.parse('g-ben');
const groups = new Map<JumpGroupId, JumpGroup>(
  [
    { kind: 'all-users' as const, id: allUsersGroupId, name: 'All users' },
    { kind: 'personal' as const, id: personalGroupId, name: 'wscott', ownerId: wscott.id },
    { kind: 'personal' as const, id: bensGroupId, name: 'Ben', ownerId: RepresentativeId.parse('r-ben') },
  ].map((group) => [group.id, group]),
);
const known = { viewer: wscott, groups, scopes: [] };
const draft: ShortcutDraft = {
  method: 'local-vnc',
  name: '',
  hostname: 'till-7',
  port: '',
  jumpGroupId: allUsersGroupId,
  tag: '',
  comments: '',
};

test('R1.4 a name that is left empty is the host’s, and an empty port the usual one', () => {
  expect(shortcutOf(draft)).toEqual({
    method: 'local-vnc',
    name: 'till-7',
    hostname: 'till-7',
    port: null,
    jumpGroupId: allUsersGroupId,
    tag: null,
    comments: '',
  });
});

test('R1.4 a new one belongs to what is chosen at the left, if one may create there; else to Personal', () => {
  const scope = (jumpGroupId: JumpGroupId) => ({ kind: 'group' as const, jumpGroupId, tag: 'tills' });
  const inGroup = (jumpGroupId: JumpGroupId) =>
    firstDraft({ method: 'local-rdp' }, { ...known, scopes: [scope(jumpGroupId)] });
  expect(inGroup(allUsersGroupId)).toMatchObject({ jumpGroupId: allUsersGroupId, tag: 'tills' });
  expect(inGroup(bensGroupId)).toMatchObject({ jumpGroupId: personalGroupId, tag: '' });
});

test('a duplicate of a shortcut has all of its properties', () => {
  const item = aJumpShortcut('s', {
    method: 'local-vnc',
    hostname: 'till-7',
    port: 5_901,
    tag: 'tills',
    comments: 'by the door',
  });
  expect(firstDraft({ duplicateOf: item }, known)).toEqual({
    method: 'local-vnc',
    name: 's',
    hostname: 'till-7',
    port: '5901',
    jumpGroupId: allUsersGroupId,
    tag: 'tills',
    comments: 'by the door',
  });
});

test('a duplicate of a Jump Client leads to its computer, as far as what it reports can be a host', () => {
  const of = (change: Parameters<typeof aJumpClient>[1]) =>
    firstDraft({ duplicateOf: aJumpClient('c', change) }, known);
  expect(of({ platform: 'windows', hostname: 'RCP-01' })).toMatchObject({
    method: 'local-rdp',
    hostname: 'RCP-01',
  });
  expect(of({ platform: 'linux', hostname: '-oProxy=x', privateIp: '10.4.12.7, fe80::1' })).toMatchObject({
    method: 'local-vnc',
    hostname: '10.4.12.7',
  });
  expect(of({ hostname: '/v:evil', privateIp: '' })).toMatchObject({ hostname: '' });
});

test('a duplicate from a group where one may not create goes to Personal, without the tag of the other', () => {
  const item = aJumpShortcut('s', { jumpGroupId: bensGroupId, tag: 'tills' });
  expect(firstDraft({ duplicateOf: item }, known)).toMatchObject({ jumpGroupId: personalGroupId, tag: '' });
});

test('without a group it is not sent', () => {
  expect(shortcutOf({ ...draft, jumpGroupId: null })).toBeNull();
});

describe.each(['name', 'hostname', 'tag', 'comments'] as const)('R2.2 %s', (field) => {
  test.each(HOSTILE_TEXTS)('says of %s beside it what would refuse it', (_, text) => {
    const written = { ...draft, [field]: text };
    const isRefused = Object.values(draftErrors(written)).some((error) => error !== null);
    expect(shortcutOf(written) === null).toBe(isRefused);
    const sent = shortcutOf(written);
    if (sent !== null) expect(NewShortcut.safeParse(sent)).toEqual({ success: true, data: sent });
  });
});
