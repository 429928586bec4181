import { type ChatRoom, type ChatSeat, createChatRoom } from '#app/chat/chat-room.ts';
import { serveChat } from '#app/chat/serve-chat.ts';
import { type ChatNews, CUSTOMER_PERSON_ID } from '#app/contracts/chat.ts';
import { clipText } from '../clip-text.ts';
import type { Clock } from '../clock.ts';
import type { Participant, SessionServices } from './support-sessions.ts';

type SessionId = Participant['sessionId'];

/** The chats of this computer's sessions, one each. */
export type SessionChats = {
  readonly serve: SessionServices['chat'];
  /** The person at this computer takes part. */
  enter(sessionId: SessionId, name: string, tell: (news: ChatNews) => void): ChatSeat;
  /** No representative is in this session any more. */
  sessionOver(sessionId: SessionId): void;
};

export function createSessionChats(clock: Clock): SessionChats {
  const rooms = new Map<SessionId, ChatRoom>();

  function roomOf(id: SessionId): ChatRoom {
    const room = rooms.get(id) ?? createChatRoom(clock);
    rooms.set(id, room);
    return room;
  }

  return {
    serve(channel, { sessionId, representativeId, representativeName }) {
      serveChat(channel, roomOf(sessionId), { id: representativeId, name: clipText(representativeName) });
    },
    enter: (sessionId, name, tell) =>
      roomOf(sessionId).enter({ id: CUSTOMER_PERSON_ID, name: clipText(name) }, tell),
    sessionOver(sessionId) {
      if (rooms.get(sessionId)?.isEmpty) rooms.delete(sessionId);
    },
  };
}
