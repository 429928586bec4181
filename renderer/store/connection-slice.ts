import type { StateCreator } from 'zustand';
import type { ConnectionState } from '#app/contracts/console-api.ts';

export type ConnectionSlice = {
  /** Null until main has answered for the first time. */
  readonly connection: ConnectionState | null;
  /** The appliance's clock minus this computer's, as last known. */
  readonly applianceAheadMs: number;
  /** An address and a token are being tried: the view where they were typed stays, with all that was typed. */
  readonly isSigningIn: boolean;
  setConnection(connection: ConnectionState): void;
  beginSignIn(): void;
};

/** On the way from typing to being connected, or back. */
function isOnTheWayIn({ state }: ConnectionState): boolean {
  return state === 'signed-out' || state === 'connecting';
}

export const createConnectionSlice: StateCreator<ConnectionSlice> = (set) => ({
  connection: null,
  applianceAheadMs: 0,
  isSigningIn: false,
  setConnection: (connection) =>
    set((state) => ({
      connection,
      isSigningIn: state.isSigningIn && isOnTheWayIn(connection),
      applianceAheadMs:
        'applianceAheadMs' in connection ? connection.applianceAheadMs : state.applianceAheadMs,
    })),
  beginSignIn: () => set({ isSigningIn: true }),
});

/** Live: what is shown is what is. Otherwise the list shows what was known. */
export function isLive(connection: ConnectionState | null): boolean {
  return connection?.state === 'connected';
}
