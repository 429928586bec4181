// One message of a session's socket: how it travels, a kind, a channel, and what the kind says. Big-endian.
//   u4 traffic class, u4 kind | u32 channel | hello, open, control, close: JSON in UTF-8
//                                           | data: f64 offset of the first byte, bytes
//                                           | credit: f64 offset up to which the receiver has used what it got
//                                           | closed: nothing
// The first five bytes are all that the appliance looks at: frames of one channel keep their order, and those of a lighter
// class may overtake others.
import { z } from 'zod';
import { MAX_SESSION_FRAME_BYTES } from '../contracts/session-link.ts';
import { ChannelClosed, ChannelControl, SessionService } from '../contracts/session-services.ts';
import { TRAFFIC_CLASSES, type TrafficClass } from './traffic-class.ts';

/** Far beyond what any channel carries, and far enough from where numbers lose their precision. */
const MAX_OFFSET = 2 ** 52;
const Offset = z.int().min(0).max(MAX_OFFSET);

/** What a side knows of one channel: how far its own bytes go, and how far it got with the other side's. */
const ChannelGreeting = z
  .strictObject({
    channel: z.int().min(1).max(0x7fff_ffff),
    service: SessionService,
    /** Where this side's own bytes end: a console that comes anew gets what is before it once more. */
    endOffset: Offset,
    /** Null: nothing yet, begin with the oldest that is kept. */
    receivedOffset: Offset.nullable(),
    consumedOffset: Offset,
  })
  .refine(({ receivedOffset, consumedOffset }) => consumedOffset <= (receivedOffset ?? 0));

/** What a side knows of its channels, said each time the other side comes. */
const Hello = z.strictObject({
  /** True until this side has heard the other's hello: it has nothing, and is told of all that runs. */
  fresh: z.boolean(),
  channels: z.array(ChannelGreeting).max(64),
});
export type Hello = z.infer<typeof Hello>;

export type Frame =
  | { kind: 'hello'; channel: 0; hello: Hello }
  | { kind: 'open'; channel: number; service: SessionService }
  | { kind: 'data'; channel: number; offset: number; bytes: Uint8Array }
  | { kind: 'credit'; channel: number; consumedOffset: number }
  | { kind: 'control'; channel: number; control: ChannelControl }
  | { kind: 'close'; channel: number; closed: ChannelClosed }
  | { kind: 'closed'; channel: number };

const KINDS = ['hello', 'open', 'data', 'credit', 'control', 'close', 'closed'] as const;
const HEADER_BYTES = 5;
const OFFSET_BYTES = 8;

/** What stands before the bytes of a data frame. */
export const DATA_HEADER_BYTES = HEADER_BYTES + OFFSET_BYTES;
/** How many bytes one data frame carries. */
export const MAX_DATA_BYTES = MAX_SESSION_FRAME_BYTES - DATA_HEADER_BYTES;

/** The other side sent what no version of this program sends: its connection is not to be trusted further. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

/** Where a message belongs: to which of the channels, and how urgent that one is. */
export type Flow = { readonly channel: number; readonly trafficClass: TrafficClass };

/** What the appliance reads of a message; null for what no side sends. */
export function flowOf(message: Uint8Array): Flow | null {
  const trafficClass = TRAFFIC_CLASSES[(message[0] ?? 0xff) >> 4];
  if (message.length < HEADER_BYTES || trafficClass === undefined) return null;
  const view = new DataView(message.buffer, message.byteOffset, HEADER_BYTES);
  return { channel: view.getUint32(1), trafficClass };
}

export function encodeFrame(
  frame: Frame,
  trafficClass: TrafficClass = 'interactive',
): Uint8Array<ArrayBuffer> {
  const flow = { channel: frame.channel, trafficClass };
  switch (frame.kind) {
    case 'hello':
      return withJson(frame.kind, flow, frame.hello);
    case 'open':
      return withJson(frame.kind, flow, frame.service);
    case 'control':
      return withJson(frame.kind, flow, frame.control);
    case 'close':
      return withJson(frame.kind, flow, frame.closed);
    case 'data': {
      const message = new Uint8Array(DATA_HEADER_BYTES + frame.bytes.length);
      writeDataHeader(message, flow, frame.offset);
      message.set(frame.bytes, DATA_HEADER_BYTES);
      return message;
    }
    case 'credit': {
      const message = withHeader(frame.kind, flow, OFFSET_BYTES);
      new DataView(message.buffer).setFloat64(HEADER_BYTES, frame.consumedOffset);
      return message;
    }
    case 'closed':
      return withHeader(frame.kind, flow, 0);
  }
}

/** Writes what stands before a data frame's bytes into a message that holds them already. */
export function writeDataHeader(message: Uint8Array, flow: Flow, offset: number): void {
  const view = new DataView(message.buffer, message.byteOffset, DATA_HEADER_BYTES);
  writeHeader(view, 'data', flow);
  view.setFloat64(HEADER_BYTES, offset);
}

/** @throws {MalformedFrame} for anything that {@link encodeFrame} does not write */
export function decodeFrame(message: Uint8Array): Frame {
  if (message.length < HEADER_BYTES || message.length > MAX_SESSION_FRAME_BYTES) throw malformed('its size');
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const kind = KINDS[view.getUint8(0) & 0x0f];
  const channel = view.getUint32(1);
  const body = message.subarray(HEADER_BYTES);
  if (kind === undefined) throw malformed('its kind');
  if (flowOf(message) === null) throw malformed('its class');
  if ((kind === 'hello') !== (channel === 0)) throw malformed('its channel');
  switch (kind) {
    case 'hello':
      return { kind, channel: 0, hello: parseJson(Hello, body) };
    case 'open':
      return { kind, channel, service: parseJson(SessionService, body) };
    case 'control':
      return { kind, channel, control: parseJson(ChannelControl, body) };
    case 'close':
      return { kind, channel, closed: parseJson(ChannelClosed, body) };
    case 'data':
      return { kind, channel, offset: readOffset(view), bytes: body.subarray(OFFSET_BYTES) };
    case 'credit':
      return { kind, channel, consumedOffset: readOffset(view) };
    case 'closed':
      return { kind, channel };
  }
}

function withHeader(kind: Frame['kind'], flow: Flow, bodyBytes: number): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(HEADER_BYTES + bodyBytes);
  writeHeader(new DataView(message.buffer), kind, flow);
  return message;
}

function writeHeader(view: DataView, kind: Frame['kind'], { channel, trafficClass }: Flow): void {
  view.setUint8(0, (TRAFFIC_CLASSES.indexOf(trafficClass) << 4) | KINDS.indexOf(kind));
  view.setUint32(1, channel);
}

function withJson(kind: Frame['kind'], flow: Flow, value: unknown): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  const message = withHeader(kind, flow, body.length);
  message.set(body, HEADER_BYTES);
  return message;
}

function readOffset(view: DataView): number {
  if (view.byteLength < HEADER_BYTES + OFFSET_BYTES) throw malformed('its size');
  const offset = view.getFloat64(HEADER_BYTES);
  if (!Number.isInteger(offset) || offset < 0 || offset > MAX_OFFSET) throw malformed('its offset');
  return offset;
}

function parseJson<S extends z.ZodType>(schema: S, body: Uint8Array): z.infer<S> {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch (cause) {
    throw new MalformedFrame('A session frame was refused for its body.', { cause });
  }
}

function malformed(what: string): MalformedFrame {
  return new MalformedFrame(`A session frame was refused for ${what}.`);
}
