import type { Socket as Connection } from 'node:net';
import { NodeWebSocket, type TransportCtor } from 'engine.io-client';
import { needsMask } from '#app/session-channel/needs-mask.ts';

/**
 * engine.io's own WebSocket for a session's frames: what is sent in one go leaves in one go, unmasked where no mask is
 * needed, and it is told when frames have left for the system.
 */
export function sessionTransport(onWritten: (byteCount: number) => void): TransportCtor {
  return class SessionTransport extends NodeWebSocket {
    private connection: Connection | null = null;

    override createSocket(...[uri, protocols, options]: Parameters<NodeWebSocket['createSocket']>) {
      const unmasked = { ...options, generateMask: () => undefined }; // a key of zeros: ws leaves the bytes as they are
      const socket = super.createSocket(uri, protocols, needsMask(uri) ? options : unmasked);
      socket.once('upgrade', (response: { socket: Connection }) => {
        this.connection = response.socket;
      });
      return socket;
    }

    override write(packets: unknown): void {
      this.connection?.cork();
      super.write(packets);
      this.connection?.uncork();
    }

    override doWrite(...[, data]: Parameters<NodeWebSocket['doWrite']>): void {
      this.ws.send(data, () => {
        if (typeof data !== 'string') onWritten((data as Uint8Array).byteLength);
      });
    }
  };
}
