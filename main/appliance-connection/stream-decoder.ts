import { Decoder, Encoder, PacketType } from 'socket.io-parser';
import { messageJsonOf, STREAM_EVENT } from '#app/contracts/stream-frame.ts';

class StreamDecoder extends Decoder {
  override add(frame: unknown): void {
    const messageJson = messageJsonOf(frame);
    if (messageJson === null) super.add(frame);
    else
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: [STREAM_EVENT, messageJson] });
  }
}

/** Socket.IO's parser, but the payload of `stream:sent` arrives as JSON text. */
export const streamParser = { Encoder, Decoder: StreamDecoder };
