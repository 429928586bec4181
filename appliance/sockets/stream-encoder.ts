import { Decoder, Encoder, type Packet } from 'socket.io-parser';
import { STREAM_EVENT, streamFrame } from '#app/contracts/stream-frame.ts';

class StreamEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const [name, messageJson]: unknown[] = Array.isArray(packet.data) ? packet.data : [];
    if (name === STREAM_EVENT && typeof messageJson === 'string') return [streamFrame(messageJson)];
    return super.encode(packet);
  }
}

/** Socket.IO's parser, but the payload of `stream:sent` is given as JSON text. */
export const streamParser = { Encoder: StreamEncoder, Decoder };
