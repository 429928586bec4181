import type { RawChannel } from '@novnc/novnc';
import type { VncPortEvent, VncPortRequest, VncTrouble } from '#app/contracts/vnc-port.ts';

/** The part of a MessagePort that a VNC tab uses. */
export type VncPort = {
  onmessage: ((event: MessageEvent<VncPortEvent>) => void) | null;
  postMessage(message: VncPortRequest): void;
  close(): void;
};

/** What noVNC takes for a WebSocket, over main's port. */
export type VncChannel = RawChannel & {
  /** Why the connection is gone, as main has said it; null when it was closed here, or is there. */
  readonly trouble: VncTrouble | null;
};

/**
 * @param port becomes this channel's own: it sets `onmessage`, which starts the port. What noVNC has read of it is given
 *   back to main as credit.
 */
export function createVncChannel(port: VncPort): VncChannel {
  let readyState = 'connecting';
  let trouble: VncTrouble | null = null;

  function close(): void {
    if (readyState === 'closed') return;
    readyState = 'closed';
    port.close();
    // As a WebSocket does it: whoever closes it hears of that when it is done.
    queueMicrotask(() => channel.onclose?.({}));
  }

  /** @returns false for more than noVNC holds of a message that has no end */
  function take(bytes: Uint8Array): boolean {
    try {
      channel.onmessage?.({ data: bytes.buffer });
      return true;
    } catch {
      return false; // noVNC refuses it by throwing; the tab says that this is no VNC
    }
  }

  port.onmessage = ({ data: event }) => {
    if (readyState === 'closed') return;
    switch (event.type) {
      case 'connected':
        readyState = 'open';
        channel.onopen?.();
        break;
      case 'data':
        if (take(event.bytes)) port.postMessage({ type: 'consumed', byteCount: event.bytes.length });
        else close();
        break;
      case 'closed':
        trouble = event.trouble;
        close();
        break;
    }
  };

  const channel: VncChannel = {
    binaryType: 'arraybuffer',
    protocol: '',
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    get readyState() {
      return readyState;
    },
    get trouble() {
      return trouble;
    },
    // A copy: noVNC hands over a part of a buffer that it uses again.
    send: (bytes) => port.postMessage({ type: 'data', bytes: bytes.slice() }),
    close,
  };
  return channel;
}
