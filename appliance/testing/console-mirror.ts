import type { StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Member } from '#app/domain/member.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import type { ConsoleStream } from '../core/console-stream.ts';

/**
 * A console as its main process keeps it: applies messages in their order, forgets rows that a new snapshot did not
 * name. What is on its way when the connection breaks is lost. `onSent` sees each message as it leaves the appliance.
 */
export function createConsoleMirror(
  core: ApplianceCore,
  representativeId: RepresentativeId,
  onSent: (message: StreamMessage) => void,
) {
  const rows = new Map<JumpItemId, JumpItem>();
  const members = new Map<RepresentativeId, Member>();
  let seenInSnapshot: Set<string> | null = null;
  let latest: ConsoleStream | null = null;
  let connected = false;
  let appliedSeq = 0;
  let inbox: StreamMessage[] = [];

  const apply = ({ seq, snapshot, jumpItems, members: people }: StreamMessage) => {
    if (seq !== appliedSeq + 1) throw new Error(`message ${seq} came after ${appliedSeq}`);
    appliedSeq = seq;
    if (seq === 1) seenInSnapshot = new Set();
    for (const item of jumpItems?.upserted ?? []) {
      rows.set(item.id, item);
      seenInSnapshot?.add(item.id);
    }
    for (const id of jumpItems?.removed ?? []) rows.delete(id);
    for (const member of people?.upserted ?? []) {
      members.set(member.id, member);
      seenInSnapshot?.add(member.id);
    }
    for (const id of people?.removed ?? []) members.delete(id);
    if (!snapshot?.last) return;
    for (const id of rows.keys()) if (!seenInSnapshot?.has(id)) rows.delete(id);
    for (const id of members.keys()) if (!seenInSnapshot?.has(id)) members.delete(id);
    seenInSnapshot = null;
  };

  return {
    rows: rows as ReadonlyMap<JumpItemId, JumpItem>,
    members: members as ReadonlyMap<RepresentativeId, Member>,
    connect(): void {
      if (connected) return;
      connected = true;
      const resumption = latest && { streamId: latest.streamId, acknowledgedSeq: appliedSeq };
      const { stream, resumed } = core.streams.start(representativeId, resumption);
      if (!resumed) appliedSeq = 0;
      latest = stream;
      stream.attach((messageJson) => {
        const message: StreamMessage = JSON.parse(messageJson);
        onSent(message);
        inbox.push(message);
      });
    },
    disconnect(): void {
      if (!connected || latest === null) return;
      connected = false;
      inbox = [];
      core.streams.leave(latest);
    },
    /** Applies the next message. False when there is none. */
    read(): boolean {
      const message = inbox.shift();
      if (message !== undefined) apply(message);
      return message !== undefined;
    },
    acknowledge(): void {
      if (connected) latest?.acknowledge(appliedSeq);
    },
  };
}
export type ConsoleMirror = ReturnType<typeof createConsoleMirror>;
