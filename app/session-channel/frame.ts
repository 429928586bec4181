// One message of a session's socket: a kind, a channel, and what the kind says. Big-endian.
//   u8 kind | u32 channel | hello, open, control, close: JSON in UTF-8
//                         | data: f64 offset of the first byte, bytes
//                         | credit: f64 offset up to which the receiver has used what it got
//                         | closed: nothing
import { z } from 'zod';
import { MAX_SESSION_FRAME_BYTES } from '../contracts/session-link.ts';
import { ChannelClosed, ChannelControl, SessionService } from '../contracts/session-services.ts';

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

/** How many bytes one data frame carries. */
export const MAX_DATA_BYTES = MAX_SESSION_FRAME_BYTES - HEADER_BYTES - OFFSET_BYTES;

/** The other side sent what no version of this program sends: its connection is not to be trusted further. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  switch (frame.kind) {
    case 'hello':
      return withJson(frame, frame.hello);
    case 'open':
      return withJson(frame, frame.service);
    case 'control':
      return withJson(frame, frame.control);
    case 'close':
      return withJson(frame, frame.closed);
    case 'data':
      return withOffset(frame, frame.offset, frame.bytes);
    case 'credit':
      return withOffset(frame, frame.consumedOffset, new Uint8Array(0));
    case 'closed':
      return withHeader(frame, new Uint8Array(0));
  }
}

/** @throws {MalformedFrame} for anything that {@link encodeFrame} does not write */
export function decodeFrame(message: Uint8Array): Frame {
  if (message.length < HEADER_BYTES || message.length > MAX_SESSION_FRAME_BYTES) throw malformed('its size');
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const kind = KINDS[view.getUint8(0)];
  const channel = view.getUint32(1);
  const body = message.subarray(HEADER_BYTES);
  if (kind === undefined) throw malformed('its kind');
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

function withHeader(frame: Frame, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(HEADER_BYTES + body.length);
  const view = new DataView(message.buffer);
  view.setUint8(0, KINDS.indexOf(frame.kind));
  view.setUint32(1, frame.channel);
  message.set(body, HEADER_BYTES);
  return message;
}

function withJson(frame: Frame, value: unknown): Uint8Array<ArrayBuffer> {
  return withHeader(frame, new TextEncoder().encode(JSON.stringify(value)));
}

function withOffset(frame: Frame, offset: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(OFFSET_BYTES + bytes.length);
  new DataView(body.buffer).setFloat64(0, offset);
  body.set(bytes, OFFSET_BYTES);
  return withHeader(frame, body);
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
