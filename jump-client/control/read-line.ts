import type { Socket } from 'node:net';
import { MAX_CONTROL_BYTES } from './control-protocol.ts';

/** The first line that a control socket sends; fails when it ends, or sends more, without one. */
export function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > MAX_CONTROL_BYTES) socket.destroy(new Error('A control message is too long.'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('A control connection ended without a message.')));
  });
}
