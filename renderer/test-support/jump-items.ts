import { JumpGroupId, JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpClient, JumpShortcut } from '#app/domain/jump-item.ts';
import {
  aJumpClient as sampleJumpClient,
  aJumpShortcut as sampleJumpShortcut,
} from '#app/domain/jump-item-samples.test-support.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { SupportSession } from '#app/domain/support-session.ts';

export const personalGroupId = JumpGroupId.parse('g-personal');
export const allUsersGroupId = JumpGroupId.parse('g-all');
export const teamGroupId = JumpGroupId.parse('g-team');

export const wscott: Representative = {
  id: RepresentativeId.parse('r-wscott'),
  username: 'wscott',
  displayName: 'William Scott',
  rights: ['jump-to-jump-items', 'create-jump-items', 'edit-jump-items', 'remove-jump-items'],
  personalGroupId,
  teamIds: [teamGroupId],
};

/** A Jump Client with this id and name; online unless told otherwise. */
export function aJumpClient(id: string, change: Partial<JumpClient> = {}): JumpClient {
  return sampleJumpClient({
    id: JumpItemId.parse(id),
    name: id,
    hostname: `${id}.example.com`,
    jumpGroupId: allUsersGroupId,
    operatingSystem: 'Debian 12',
    publicIp: '',
    privateIp: '',
    ...change,
  });
}

export function aJumpShortcut(id: string, change: Partial<JumpShortcut> = {}): JumpShortcut {
  return sampleJumpShortcut({
    id: JumpItemId.parse(id),
    name: id,
    hostname: '10.0.0.1',
    jumpGroupId: allUsersGroupId,
    port: 3389,
    ...change,
  });
}

export function aSupportSession(id: string, change: Partial<SupportSession> = {}): SupportSession {
  return {
    id: SupportSessionId.parse(id),
    jumpItemId: JumpItemId.parse('ji-1'),
    name: 'Reception',
    representativeId: wscott.id,
    invitedIds: [],
    representativeNames: [wscott.displayName],
    startedAt: 0,
    customer: null,
    pin: null,
    failedPin: null,
    ...change,
  };
}
