import type { StateCreator } from 'zustand';
import type { StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpGroupId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { Member } from '#app/domain/member.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { beginMirrorSnapshot, changeMirror, emptyMirror, endMirrorSnapshot, type Mirror } from './mirror.ts';

/** What the appliance says of everything but the Jump Items: only its stream writes here. */
export type MirrorSlice = {
  readonly representative: Representative | null;
  readonly jumpGroups: Mirror<JumpGroupId, JumpGroup>;
  /** Whose personal groups may be seen, with the teams shared with them (R1.1). */
  readonly members: Mirror<RepresentativeId, Member>;
  readonly supportSessions: Mirror<SupportSessionId, SupportSession>;
  applyMessages(messages: readonly StreamMessage[]): void;
  clearMirror(): void;
};

type Mirrored = Pick<MirrorSlice, 'representative' | 'jumpGroups' | 'members' | 'supportSessions'>;

function applyMessage(state: Mirrored, message: StreamMessage): Mirrored {
  let { representative, jumpGroups, members, supportSessions } = state;
  if (message.seq === 1) {
    jumpGroups = beginMirrorSnapshot(jumpGroups);
    members = beginMirrorSnapshot(members);
    supportSessions = beginMirrorSnapshot(supportSessions);
  }
  representative = message.representative ?? representative;
  if (message.jumpGroups) jumpGroups = changeMirror(jumpGroups, message.jumpGroups);
  if (message.members) members = changeMirror(members, message.members);
  if (message.supportSessions) supportSessions = changeMirror(supportSessions, message.supportSessions);
  if (message.snapshot?.last === true) {
    jumpGroups = endMirrorSnapshot(jumpGroups);
    members = endMirrorSnapshot(members);
    supportSessions = endMirrorSnapshot(supportSessions);
  }
  return { representative, jumpGroups, members, supportSessions };
}

const NOTHING: Mirrored = {
  representative: null,
  jumpGroups: emptyMirror(),
  members: emptyMirror(),
  supportSessions: emptyMirror(),
};

export const createMirrorSlice: StateCreator<MirrorSlice> = (set) => ({
  ...NOTHING,
  applyMessages: (messages) => set((state) => messages.reduce(applyMessage, state as Mirrored)),
  clearMirror: () => set(NOTHING),
});
