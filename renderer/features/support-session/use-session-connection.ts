import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { getConsoleApi } from '../../console-api.ts';
import { createChatKeeper } from './chat/kept-chat.ts';
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

type SessionOnScreen = {
  readonly snapshot: SessionSnapshot;
  /** Null until the session's port is there. */
  readonly connection: SessionConnection | null;
  /** Why there is no port. */
  readonly refused: JumpErrorCode | null;
};

/** Joins a support session for as long as its tab is there. */
export function useSessionConnection(sessionId: SupportSessionId): SessionOnScreen {
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
          chatKeeper: createChatKeeper(sessionStorage, sessionId),
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
  }, [sessionId]);

  const snapshot = useSyncExternalStore(connection?.subscribe ?? neverChanges, () =>
    connection === null ? CONNECTING : connection.snapshot(),
  );
  return { snapshot, connection, refused };
}
