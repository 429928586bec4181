import { io, type Socket } from 'socket.io-client';
import { CUSTOMER_PATH, type CustomerHandshake } from '#app/contracts/customer-protocol.ts';
import { JUMP_CLIENT_PATH, type JumpClientHandshake } from '#app/contracts/jump-client-protocol.ts';

/** The appliance says little: a welcome, and that a session starts. */
const MAX_INBOUND_BYTES = 64 * 1024;

/**
 * One connection to an appliance's door for Jump Clients. Its heartbeat finds out when the other end is gone without
 * a word; connecting again is the caller's.
 */
export function openJumpClientSocket(appliance: string, handshake: JumpClientHandshake): Socket {
  return openSocketAt(JUMP_CLIENT_PATH, appliance, handshake);
}

/** The same at the door for customers. */
export function openCustomerSocket(appliance: string, handshake: CustomerHandshake): Socket {
  return openSocketAt(CUSTOMER_PATH, appliance, handshake);
}

function openSocketAt(path: string, appliance: string, handshake: object): Socket {
  return io(appliance, {
    path,
    transports: ['websocket'],
    transportOptions: { websocket: { maxPayload: MAX_INBOUND_BYTES } },
    forceNew: true,
    reconnection: false,
    timeout: 20_000,
    auth: handshake,
  });
}
