import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import type { VncLinkId } from '#app/domain/ids.ts';
import { createScreen, fingerprintOf } from '../../remote-screen/create-screen.ts';
import {
  createVncConnection,
  type VncConnection,
  type VncCredentials,
  type VncStage,
} from '../../remote-screen/vnc-connection.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { VncTab } from '../../store/vnc-tabs-slice.ts';
import { requestVncPort } from './request-vnc-port.ts';

const CONNECTING: VncStage = { stage: 'connecting' };
const FORGOTTEN: VncStage = { stage: 'over', end: { kind: 'closed' } };
const neverChanges = () => () => undefined;

type VncOnScreen = {
  readonly stage: VncStage;
  readonly remoteText: string;
  /** Null until its port is there. */
  readonly connection: VncConnection | null;
};

/**
 * Connects a Local VNC for as long as its tab is there, and anew when the tab gets another link.
 * @param target where the remote screen is drawn
 * @param label what the remote screen is, for who does not see it
 * @param takeCredentials what was typed after the last connection was not let in; asked for once
 */
export function useVncConnection(
  { id, vncLinkId }: VncTab,
  target: RefObject<HTMLElement | null>,
  label: string,
  takeCredentials: () => VncCredentials | null,
): VncOnScreen {
  const { store } = useConsole();
  // Each belongs to its link: what the last one came to says nothing of the next.
  const [opened, setOpened] = useState<{ vncLinkId: VncLinkId; connection: VncConnection } | null>(null);
  const [forgotten, setForgotten] = useState<VncLinkId | null>(null);

  useEffect(() => {
    let connection: VncConnection | null = null;
    const stopWaiting = requestVncPort(vncLinkId, {
      arrived(port) {
        const element = target.current;
        if (element === null) return port.close();
        connection = createVncConnection({
          port,
          createScreen: (channel) => createScreen(element, channel, label),
          fingerprintOf,
          takeCredentials,
        });
        setOpened({ vncLinkId, connection });
      },
      refused: () => setForgotten(vncLinkId),
    });
    return () => {
      stopWaiting();
      connection?.dispose();
    };
  }, [vncLinkId, target, label, takeCredentials]);

  const connection = opened?.vncLinkId === vncLinkId ? opened.connection : null;
  const subscribe = connection?.subscribe ?? neverChanges;
  const known = useSyncExternalStore(subscribe, () => connection?.stage() ?? CONNECTING);
  const remoteText = useSyncExternalStore(subscribe, () => connection?.remoteText() ?? '');
  const stage = forgotten === vncLinkId ? FORGOTTEN : known;

  const isOver = stage.stage === 'over';
  useEffect(() => {
    if (isOver) store.getState().setVncOver(id, vncLinkId);
  }, [isOver, store, id, vncLinkId]);
  return { stage, remoteText, connection };
}
