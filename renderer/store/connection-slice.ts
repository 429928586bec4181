import type { StateCreator } from 'zustand';
import type { ConnectionState } from '#app/contracts/console-api.ts';

export type ConnectionSlice = {
  /** Null until main has answered for the first time. */
  readonly connection: ConnectionState | null;
  /** The appliance's clock minus this computer's, as last known. */
  readonly applianceAheadMs: number;
  setConnection(connection: ConnectionState): void;
};

export const createConnectionSlice: StateCreator<ConnectionSlice> = (set) => ({
  connection: null,
  applianceAheadMs: 0,
  setConnection: (connection) =>
    set(
      'applianceAheadMs' in connection
        ? { connection, applianceAheadMs: connection.applianceAheadMs }
        : { connection },
    ),
});

/** Live: what is shown is what is. Otherwise the list shows what was known. */
export function isLive(connection: ConnectionState | null): boolean {
  return connection?.state === 'connected';
}
