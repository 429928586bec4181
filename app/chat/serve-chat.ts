import { ChatWords, MAX_CHAT_LINE_BYTES } from '../contracts/chat.ts';
import type { SessionChannel } from '../session-channel/session-channel.ts';
import type { ChatRoom } from './chat-room.ts';
import { createJsonLines, encodeJsonLine, UnreadableLine } from './json-lines.ts';

/** What waits for a console that takes nothing any more; then it is not told further. */
export const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/** Brings a representative's channel into a session's chat, for as long as it is open. */
export function serveChat(
  channel: SessionChannel,
  room: ChatRoom,
  representative: { id: string; name: string },
): void {
  const lines = createJsonLines(MAX_CHAT_LINE_BYTES);
  let isOpen = true;
  const fail = (message: string): void => {
    isOpen = false;
    channel.close({ reason: 'failed', message });
    seat?.leave();
  };
  let seat: ReturnType<ChatRoom['enter']> | undefined;
  seat = room.enter(representative, (news) => {
    if (!isOpen) return;
    if (channel.waitingBytes > MOST_WAITING_BYTES) return fail('The console did not take what was said.');
    channel.send(encodeJsonLine(news));
  });
  if (!isOpen) seat.leave();

  channel.listener = {
    data(bytes) {
      if (!isOpen) return;
      channel.consumed(bytes.length);
      const words = readWords(lines, bytes);
      if (words === null) fail('What the console said could not be read.');
      else for (const one of words) seat?.say(one);
    },
    closed() {
      isOpen = false;
      seat?.leave();
    },
  };
}

function readWords(lines: (bytes: Uint8Array) => unknown[], bytes: Uint8Array): ChatWords[] | null {
  try {
    const read = lines(bytes).map((value) => ChatWords.safeParse(value).data);
    return read.every((words) => words !== undefined) ? read : null;
  } catch (error) {
    if (error instanceof UnreadableLine) return null;
    throw error;
  }
}
