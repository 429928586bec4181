import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { getConsoleApi } from '../../console-api.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { ConsoleStore } from '../../store/console-store.ts';
import { keepChatText } from '../../store/kept-chat-texts.ts';
import { createChatKeeper, type LastingChatText } from './chat/kept-chat.ts';
import { requestSessionPort } from './request-session-port.ts';
import {
  createSessionConnection,
  type SessionConnection,
  type SessionSnapshot,
} from './session-connection.ts';
import { reportOnSession } from './session-reports.ts';
import { createShellTerminal } from './shell-terminal.ts';

const CONNECTING: SessionSnapshot = {
  link: 'connecting',
  shells: [],
  systemInformation: { latest: null, trouble: null },
};
const neverChanges = () => () => undefined;

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** What is not said yet, among what main remembers of this person's choices. */
function chatTextInPreferences(store: ConsoleStore, sessionId: SupportSessionId): LastingChatText {
  const kept = () => store.getState().preferences.chatTexts;
  return {
    load: () => kept().find((chat) => chat.sessionId === sessionId),
    save({ draft, waiting }) {
      const chatTexts = keepChatText(kept(), { sessionId, draft, waiting: [...waiting] });
      if (chatTexts.length > 0 || kept().length > 0) store.getState().changePreferences({ chatTexts });
    },
  };
}

type SessionOnScreen = {
  readonly snapshot: SessionSnapshot;
  /** Null until the session's port is there. */
  readonly connection: SessionConnection | null;
  /** Why there is no port. */
  readonly refused: JumpErrorCode | null;
};

/** Joins a support session for as long as its tab is there. */
export function useSessionConnection(sessionId: SupportSessionId): SessionOnScreen {
  const { store } = useConsole();
  const [connection, setConnection] = useState<SessionConnection | null>(null);
  const [refused, setRefused] = useState<JumpErrorCode | null>(null);

  useEffect(() => {
    let opened: SessionConnection | null = null;
    let stopReporting = () => {};
    const stopWaiting = requestSessionPort(sessionId, {
      arrived(port) {
        opened = createSessionConnection({
          port,
          createTerminal: createShellTerminal,
          now: Date.now,
          after,
          newId: () => crypto.randomUUID(),
          chatKeeper: createChatKeeper({
            sessionId,
            storage: sessionStorage,
            lasting: chatTextInPreferences(store, sessionId),
            after,
          }),
        });
        // From its very beginning: the first shell is opened before anything is drawn.
        stopReporting = reportOnSession({
          api: getConsoleApi(),
          sessionId,
          connection: opened,
          newId: () => crypto.randomUUID(),
          after,
        });
        setConnection(opened);
      },
      refused: setRefused,
    });
    return () => {
      stopWaiting();
      stopReporting();
      opened?.dispose();
      setConnection(null);
      setRefused(null);
    };
  }, [store, sessionId]);

  const snapshot = useSyncExternalStore(connection?.subscribe ?? neverChanges, () =>
    connection === null ? CONNECTING : connection.snapshot(),
  );
  return { snapshot, connection, refused };
}
