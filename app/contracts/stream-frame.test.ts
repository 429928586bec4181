import fc from 'fast-check';
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { messageJsonOf, STREAM_EVENT, streamFrame } from './stream-frame.ts';

const framesOf = (packet: Packet) => new Encoder().encode(packet);
const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data });

test('R1.11 a frame is what Socket.IO writes and reads, and gives back the text of its message', () => {
  fc.assert(
    fc.property(fc.json(), (given) => {
      const message: unknown = JSON.parse(given);
      const messageJson = JSON.stringify(message);
      const frame = streamFrame(messageJson);
      expect([frame]).toEqual(framesOf(event(STREAM_EVENT, message)));
      expect(messageJsonOf(frame)).toBe(messageJson);
      const decoder = new Decoder();
      decoder.on('decoded', ({ data }) =>
        expect(JSON.stringify(data)).toBe(`["stream:sent",${messageJson}]`),
      );
      decoder.add(frame);
    }),
  );
});

test.each([
  ['another event', framesOf(event('statistics:changed', {}))[0]],
  ['one that wants an answer', framesOf({ ...event(STREAM_EVENT, {}), id: 4 })[0]],
  ['one of another namespace', framesOf({ ...event(STREAM_EVENT, {}), nsp: '/other' })[0]],
  ['one without a message', framesOf(event(STREAM_EVENT))[0]],
  ['one that is cut off', '2["stream:sent",{"seq":1}'],
  ['bytes', new Uint8Array(4)],
])('%s is left to Socket.IO', (_what, frame) => {
  expect(messageJsonOf(frame)).toBeNull();
});
