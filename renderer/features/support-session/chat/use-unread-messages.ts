import { useEffect, useSyncExternalStore } from 'react';
import { unreadCount } from '#app/chat/chat-log.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import { useConsole } from '../../../store/console-context.tsx';
import type { ChatView } from './chat-connection.ts';

const neverChanges = () => () => undefined;

/** Tells the window how many messages of a session wait to be read, for as long as its tab is there. */
export function useUnreadMessages(sessionId: SupportSessionId, chat: ChatView | null): void {
  const { store } = useConsole();
  const unread = useSyncExternalStore(chat?.subscribe ?? neverChanges, () =>
    chat === null ? 0 : unreadCount(chat.snapshot()),
  );
  useEffect(() => {
    store.getState().setUnreadMessages(sessionId, unread);
    return () => store.getState().setUnreadMessages(sessionId, 0);
  }, [store, sessionId, unread]);
}
